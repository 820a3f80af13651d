import { expect, test } from '../bare';
import { type Growth, installGrowth } from './growth';
import { installPieces, UNSEEN } from './pieces';
import { savedPages } from './saved-pages';
import { beforeAll, load, NO_SCRIPTS, prepare } from './visit';

/** A page that comes otherwise than it was saved must be lit as that is. */
const WAYS = [
  ['as it grows', installGrowth],
  ['in pieces', installPieces],
] as const;

for (const page of savedPages()) {
  for (const [way, install] of WAYS) {
    test(`${page.name} ${way}`, async ({ reader, server }, info) => {
      const url = server.add(page.html(), undefined, NO_SCRIPTS);
      const visit = await prepare(reader);
      await load(reader, url);
      const painted = await reader.painted();
      info.annotations.push({ type: 'lit', description: JSON.stringify(painted) });
      await beforeAll(reader, install);
      await load(reader, url);
      await reader.evaluate(() => (window as unknown as Partial<Growth>).grow?.());
      const seen = async () => (await reader.painted()).map((text) => text.replace(UNSEEN, ''));
      await expect.poll(seen, { timeout: 10_000 }).toEqual(painted);
      expect(visit.extensionErrors).toEqual([]);
    });
  }
}
