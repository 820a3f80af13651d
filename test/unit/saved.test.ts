import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const { MAX_NOTE, merged, putBack, readSaved, replaceSaved, updateSaved, watchSaved, withStar } =
  await import('../../lib/saved');

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

it('keeps a note when another term is starred, whatever else stands with it', async () => {
  const stored = [
    { concept: 'platelet', note: 'mine', color: 'red' },
    { concept: 'rash' },
    { concept: 'fever', note: 'one' },
    { concept: 'fever', note: 'two' },
  ];
  await fakeBrowser.storage.local.set({ saved: stored });
  await updateSaved((list) => withStar(list, 'dose', true));
  expect((await fakeBrowser.storage.local.get('saved')).saved).toEqual([
    stored[0],
    { concept: 'rash', note: '' },
    { concept: 'fever', note: 'one\ntwo' },
    { concept: 'dose', note: '' },
  ]);
  const undo = await replaceSaved([]);
  await updateSaved(() => [{ concept: 'arm', note: '', color: 'blue' } as { concept: string; note: string }]);
  await undo();
  expect(await readSaved()).toContainEqual({ concept: 'arm', note: '', color: 'blue' });
});

it('shows a note that is too long, and writes nothing until it is shorter', async () => {
  const long = [{ concept: 'platelet', note: 'x'.repeat(MAX_NOTE + 1) }];
  await fakeBrowser.storage.local.set({ saved: long });
  expect(await readSaved()).toEqual(long);
  await expect(updateSaved((list) => withStar(list, 'dose', true))).rejects.toThrow(String(MAX_NOTE));
  expect(await readSaved()).toEqual(long);
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

it('tells of the saved terms after each change of theirs, until it is undone', async () => {
  const seen: string[][] = [];
  const stop = watchSaved((saved) => seen.push(saved.map(({ concept }) => concept)));
  await updateSaved((list) => withStar(list, 'platelet', true));
  await fakeBrowser.storage.local.set({ settings: [{ concept: 'fever', note: '' }] });
  await fakeBrowser.storage.session.set({ saved: [{ concept: 'rash', note: '' }] });
  await fakeBrowser.storage.local.remove('saved');
  stop();
  await updateSaved((list) => withStar(list, 'dose', true));
  expect(seen).toEqual([['platelet'], []]);
});
