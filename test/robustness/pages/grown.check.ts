import { expect, test } from '../bare';
import { type Growth, installGrowth } from './growth';
import { savedPages } from './saved-pages';
import { beforeAll, load, NO_SCRIPTS, prepare } from './visit';

for (const page of savedPages()) {
  test(`${page.name} as it grows`, async ({ reader, server }, info) => {
    const url = server.add(page.html(), undefined, NO_SCRIPTS);
    const visit = await prepare(reader);
    await load(reader, url);
    const painted = await reader.painted();
    info.annotations.push({ type: 'lit', description: JSON.stringify(painted) });
    await beforeAll(reader, installGrowth);
    await load(reader, url);
    await reader.evaluate(() => (window as unknown as { growth: Growth }).growth.grow());
    await expect.poll(() => reader.painted(), { timeout: 10_000 }).toEqual(painted);
    expect(visit.extensionErrors).toEqual([]);
  });
}
