import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
const { greet } = await import('../../entrypoints/background/install');

const opened: (string | undefined)[] = [];
const lit: string[] = [];
const asked: unknown[] = [];
let onPermission: (given: { origins?: string[] }) => void;
const stored = () => fakeBrowser.storage.local.get(null);

/** What the browser tells of: an installation, or an update from a version. */
async function happen(reason: 'install' | 'update' | 'browser_update', previousVersion?: string) {
  greet();
  await fakeBrowser.runtime.onInstalled.trigger({ reason, previousVersion, temporary: false } as never);
}

beforeEach(() => {
  fakeBrowser.reset();
  opened.length = 0;
  lit.length = 0;
  asked.length = 0;
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path: string) => path);
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.3.0' } as never);
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(async ({ url }: { url?: string }) => {
    opened.push(url);
    return {} as never;
  });
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(async (query) => {
    asked.push(query);
    return [{ id: 1 }, {}, { id: 2 }, { id: 3 }] as never;
  });
  interface Put {
    target: { tabId: number; allFrames?: boolean };
    files: string[];
  }
  const put = async ({ target, files }: Put) => {
    // The browser's shop refuses; a page with a question of its own open does not answer.
    if (target.tabId === 1) throw new Error('The extensions gallery cannot be scripted.');
    if (target.tabId === 2) return new Promise(() => undefined);
    lit.push(`${target.tabId}${target.allFrames ? ' with its frames' : ''} ${files[0]}`);
    return [];
  };
  const addListener = (listener: typeof onPermission) => {
    onPermission = listener;
  };
  Object.assign(fakeBrowser, {
    scripting: { insertCSS: put, executeScript: put },
    permissions: { onAdded: { addListener } },
  });
});

it('opens the first-run page once, and lights the pages that are open, whichever of them do not answer', async () => {
  void happen('install');
  await vi.waitFor(() =>
    expect(lit).toEqual([
      '3 with its frames /content-scripts/content.css',
      '3 with its frames /content-scripts/content.js',
    ]),
  );
  expect(asked).toEqual([{ url: ['http://*/*', 'https://*/*'], discarded: false }]);
  expect(opened).toEqual(['/welcome.html']);
  expect(await stored()).toMatchObject({ settings: { version: 3 } });
});

it.each([
  ['1.2.9', { 'updated-from': '1.2.9' }],
  ['1.3.1', {}],
])('after an update from %s leaves %j', async (before, note) => {
  await fakeBrowser.storage.local.set({ settings: { version: 1, density: 5, style: 'wavy' } });
  void happen('update', before);
  await vi.waitFor(() => expect(lit).toHaveLength(2));
  expect(opened).toEqual([]);
  const { settings, ...others } = await stored();
  expect(settings).toMatchObject({ version: 3, density: 5, style: 'underline', language: 'auto' });
  expect(others).toEqual(note);
});

it.each([
  ['update', '1.2.9'],
  ['update', '1.3.0'],
  ['install', undefined],
] as const)(
  'lights the open pages after an %s from %s though nothing else can be done',
  async (reason, before) => {
    const full = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES'));
    vi.spyOn(fakeBrowser.tabs, 'create').mockRejectedValue(new Error('No current window'));
    void happen(reason, before);
    await vi.waitFor(() => expect(lit).toHaveLength(2));
    full.mockRestore();
  },
);

it('does nothing when only the browser was updated', async () => {
  await happen('browser_update');
  expect([opened, lit, await stored()]).toEqual([[], [], {}]);
});

it('lights the open pages when it may read pages again', async () => {
  greet();
  onPermission({ origins: [] });
  onPermission({ origins: ['<all_urls>'] });
  await vi.waitFor(() => expect(lit).toHaveLength(2));
  expect(opened).toEqual([]);
});
