import { expect, test } from '../bare';
import { difference } from './dom-print';
import { savedPages } from './saved-pages';
import { load, marked, NO_SCRIPTS, prepare, printAtReady, printNow } from './visit';

for (const page of savedPages()) {
  test(`${page.name} without its scripts`, async ({ reader, server, set }, info) => {
    const visit = await prepare(reader);
    await load(reader, server.add(page.html(), undefined, NO_SCRIPTS));
    const painted = await reader.painted();
    info.annotations.push({ type: 'lit', description: JSON.stringify(painted) });
    const before = (await printAtReady(reader)) ?? '';
    expect(difference(before, await printNow(reader)), 'with highlights').toBeUndefined();

    await set({ painter: 'marks' });
    if (painted.length) {
      await expect.poll(async () => (await marked(reader)).length).toBeGreaterThan(0);
      info.annotations.push({ type: 'marked', description: JSON.stringify(await marked(reader)) });
    }
    await set({ painter: 'highlight' });
    await expect.poll(() => marked(reader)).toEqual([]);
    await expect.poll(() => reader.painted()).toEqual(painted);
    expect(difference(before, await printNow(reader)), 'after inline marks').toBeUndefined();
    expect(visit.extensionErrors).toEqual([]);
  });

  test(`${page.name} with its scripts`, async ({ reader, bare, server }, info) => {
    const url = server.add(page.html());
    const [withIt, without] = [await prepare(reader), await prepare(bare)];
    await Promise.all([load(reader, url), load(bare, url)]);
    const seen = { here: await printNow(reader), there: await printNow(bare) };
    expect(withIt.extensionErrors).toEqual([]);
    if (seen.here !== seen.there) {
      // A page that is not even like itself, twice in the same browser, says nothing.
      await Promise.all([load(reader, url), load(bare, url)]);
      const again = { here: await printNow(reader), there: await printNow(bare) };
      const restless = difference(seen.there, again.there) ?? difference(seen.here, again.here);
      if (restless) {
        info.annotations.push({ type: 'restless', description: restless });
        return;
      }
    }
    expect(difference(seen.there, seen.here), 'beside the same page without the extension').toBeUndefined();
    expect(withIt.errors.filter((error) => !without.errors.includes(error))).toEqual([]);
  });
}

if (!savedPages().length) test('saved pages', () => test.skip(true, 'no folder of saved pages here'));
