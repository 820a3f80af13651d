import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** What stands in `storage.session`. */
let wishes: Record<string, unknown> = {};
/** Just what Firefox for Android has of what the background uses. */
const listener = () => ({ addListener: vi.fn(), removeListener: vi.fn() });
const onAndroid = () => ({
  runtime: { id: 'x', onInstalled: listener(), onMessage: listener(), getURL: (path: string) => path },
  storage: {
    local: { get: async () => ({}) },
    session: {
      set: async (items: object) => void Object.assign(wishes, items),
      remove: async (key: string) => void delete wishes[key],
    },
    onChanged: listener(),
  },
  tabs: {
    onRemoved: listener(),
    create: vi.fn(async () => ({})),
    get: async (id: number) => ({ id, windowId: 10 * id }),
  },
  permissions: { onAdded: listener() },
});
let browser: ReturnType<typeof onAndroid> & Record<string, unknown>;

vi.mock('wxt/browser', () => ({
  get browser() {
    return browser;
  },
}));
vi.mock('../../lib/i18n', () => ({ i18n: { t: (key: string) => key }, speak: async () => undefined }));
vi.mock('wxt/utils/define-background', () => ({ defineBackground: (main: () => void) => main }));

beforeEach(() => {
  browser = onAndroid();
  wishes = {};
});
afterEach(() => {
  vi.resetModules();
  vi.unstubAllEnvs();
});

test('starts, and answers messages, in a browser without menus, omnibox or commands', async () => {
  const { default: start } = await import('../../entrypoints/background/index');
  (start as unknown as () => void)();
  expect(browser.runtime.onMessage.addListener).toHaveBeenCalled();
  expect(browser.tabs.onRemoved.addListener).toHaveBeenCalled();
});

test('the popup opens the panel in a tab where the browser has no panel, and leaves no wish for a later one', async () => {
  vi.stubGlobal('window', { close: vi.fn() });
  const { openPanelFromPopup } = await import('../../entrypoints/pages/open-panel');
  await openPanelFromPopup(7);
  expect(browser.tabs.create).toHaveBeenCalledWith({ url: '/sidepanel.html?tab=7' });
  await openPanelFromPopup(7, 'fever');
  expect(browser.tabs.create).toHaveBeenLastCalledWith({ url: '/sidepanel.html?tab=7#fever' });
  expect(wishes).toEqual({});
  vi.unstubAllGlobals();
});

test('the popup’s term is meant for the panel of its own window', async () => {
  vi.stubGlobal('window', { close: vi.fn() });
  const open = vi.fn(async () => undefined);
  browser.sidePanel = { open };
  const { openPanelFromPopup } = await import('../../entrypoints/pages/open-panel');
  const opened = openPanelFromPopup(7, 'fever');
  // In the same turn as the click.
  expect(open).toHaveBeenCalledWith({ tabId: 7 });
  await opened;
  const { readTarget } = await import('../../lib/panel-target');
  expect(readTarget(wishes['panel-target'], 70)).toMatchObject({ concept: 'fever' });
  expect(readTarget(wishes['panel-target'], 80)).toBeUndefined();
  expect(browser.tabs.create).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});

test.each([
  ['Chromium', '', 'background.omnibox: %s'],
  ['Firefox, which knows no placeholder,', 'true', 'background.omnibox'],
])('what the address bar says in %s', async (_, firefox, description) => {
  vi.stubEnv('FIREFOX', firefox);
  const setDefaultSuggestion = vi.fn();
  browser.omnibox = { setDefaultSuggestion, onInputChanged: listener(), onInputEntered: listener() };
  const { answerOmnibox } = await import('../../entrypoints/background/omnibox');
  answerOmnibox();
  await vi.waitFor(() => expect(setDefaultSuggestion).toHaveBeenCalledWith({ description }));
});
