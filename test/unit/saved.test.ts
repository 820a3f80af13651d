import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const { MAX_NOTE, merged, putBack, readSaved, replaceSaved, updateSaved, withStar } = await import(
  '../../lib/saved'
);

beforeEach(() => fakeBrowser.reset());

it('keeps the order in which terms were starred, and notes, when one is starred again', async () => {
  await updateSaved((s) => withStar(s, 'platelet', true));
  await updateSaved((s) => withStar(s, 'fever', true));
  await updateSaved((s) => s.map((t) => ({ ...t, note: `my ${t.concept}` })));
  await updateSaved((s) => withStar(s, 'platelet', true));
  expect(await readSaved()).toEqual([
    { concept: 'platelet', note: 'my platelet' },
    { concept: 'fever', note: 'my fever' },
  ]);
  await updateSaved((s) => withStar(s, 'platelet', false));
  expect((await readSaved()).map((t) => t.concept)).toEqual(['fever']);
});

it('counts stars given at the same time in two pages', async () => {
  await Promise.all(['a', 'b', 'c'].map((id) => updateSaved((s) => withStar(s, id, true))));
  expect((await readSaved()).map((t) => t.concept).sort()).toEqual(['a', 'b', 'c']);
});

it('leaves everything as it was when a change is not allowed', async () => {
  await updateSaved((s) => withStar(s, 'platelet', true));
  const tooLong = [{ concept: 'platelet', note: 'x'.repeat(MAX_NOTE + 1) }];
  await expect(updateSaved(() => tooLong)).rejects.toThrow(String(MAX_NOTE));
  expect(await readSaved()).toEqual([{ concept: 'platelet', note: '' }]);
});

it('passes over items that cannot be read', async () => {
  await fakeBrowser.storage.local.set({
    saved: [{ concept: 'platelet', note: 'mine' }, 7, { concept: 'No!' }, { concept: 'platelet', note: '' }],
  });
  expect(await readSaved()).toEqual([{ concept: 'platelet', note: 'mine' }]);
});

it('merges: nothing of either side is lost', () => {
  const mine = [
    { concept: 'platelet', note: 'ask about counts' },
    { concept: 'fever', note: '' },
  ];
  const more = [
    { concept: 'fever', note: 'call at 38' },
    { concept: 'platelet', note: 'counts' },
    { concept: 'rash', note: '' },
    { concept: 'platelet', note: 'second visit' },
  ];
  expect(merged(mine, more)).toEqual([
    { concept: 'platelet', note: 'ask about counts\nsecond visit' },
    { concept: 'fever', note: 'call at 38' },
    { concept: 'rash', note: '' },
  ]);
});

it('puts back one item at its place, and leaves what was written since', () => {
  const item = { concept: 'fever', note: 'call at 38' };
  const later = [
    { concept: 'platelet', note: 'newer' },
    { concept: 'rash', note: 'new' },
  ];
  expect(putBack(later, item, 1)).toEqual([later[0], item, later[1]]);
  expect(putBack([], item, 5)).toEqual([item]);
  const again = [{ concept: 'fever', note: 'starred again' }];
  expect(putBack(again, item, 0)).toEqual(again);
});

it('takes a replaced list back with what was starred or written since', async () => {
  await updateSaved(() => [{ concept: 'platelet', note: 'old' }]);
  const undo = await replaceSaved([
    { concept: 'fever', note: '' },
    { concept: 'rash', note: 'from the file' },
  ]);
  await updateSaved((list) => withStar(list, 'dose', true));
  await updateSaved((list) => list.map((i) => (i.concept === 'fever' ? { ...i, note: 'mine' } : i)));
  await undo();
  expect(await readSaved()).toEqual([
    { concept: 'platelet', note: 'old' },
    { concept: 'fever', note: 'mine' },
    { concept: 'dose', note: '' },
  ]);
});
