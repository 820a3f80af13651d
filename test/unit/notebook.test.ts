import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
const { Notebook } = await import('../../entrypoints/reader/notebook');
const { updateSettings } = await import('../../lib/settings-store');
const { updateSaved } = await import('../../lib/saved');

vi.stubGlobal('location', { href: 'https://a.example/page' });
const NOTHING = { saved: false, known: false, wrong: false };
const changed = vi.fn();
let end: AbortController;
let notebook: InstanceType<typeof Notebook>;
/** What the background answers. */
let answer: unknown;

beforeEach(() => {
  fakeBrowser.reset();
  changed.mockClear();
  answer = true;
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async () => answer);
  end = new AbortController();
  notebook = new Notebook(changed, end.signal);
});

it('holds a verdict at once', async () => {
  const done = notebook.set('known', 'fever', true);
  expect(notebook.verdicts('fever')).toEqual({ ...NOTHING, known: true });
  expect(await done).toBe(true);
  expect(notebook.verdicts('fever')).toEqual({ ...NOTHING, known: true });
});

it.each([
  ['the background failed', () => false],
  ['nobody answered', () => undefined],
  ['the extension has ended', () => Promise.reject(new Error('Extension context invalidated.'))],
])('takes a verdict back when %s', async (_, made) => {
  answer = made();
  expect(await notebook.set('wrong', 'fever', true)).toBe(false);
  expect(notebook.verdicts('fever')).toEqual(NOTHING);
});

it('keeps a verdict that could not be taken back', async () => {
  await notebook.set('known', 'fever', true);
  answer = false;
  await notebook.set('known', 'fever', false);
  expect(notebook.verdicts('fever').known).toBe(true);
});

it('forgets what another page of the extension took back', async () => {
  const away = { known: ['fever', 'rash'], sites: { 'a.example': { off: false, wrong: ['dose'] } } };
  await notebook.set('known', 'fever', true);
  await notebook.set('known', 'rash', true);
  await notebook.set('wrong', 'dose', true);
  await updateSettings(() => away);
  expect(notebook.verdicts('fever').known && notebook.verdicts('dose').wrong).toBe(true);
  changed.mockClear();
  await updateSettings(() => ({ known: ['rash'], sites: { 'b.example': { off: false, wrong: ['dose'] } } }));
  expect(notebook.verdicts('fever')).toEqual(NOTHING);
  expect(notebook.verdicts('rash').known).toBe(true);
  expect(notebook.verdicts('dose')).toEqual(NOTHING);
  expect(changed).toHaveBeenCalled();
});

it('follows the saved terms until its end', async () => {
  await updateSaved(() => [{ concept: 'fever', note: '' }]);
  expect(notebook.verdicts('fever').saved).toBe(true);
  end.abort();
  await updateSaved(() => []);
  expect(notebook.verdicts('fever').saved).toBe(true);
});
