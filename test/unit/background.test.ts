import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** Just what Firefox for Android has of what the background uses. */
const listener = () => ({ addListener: vi.fn(), removeListener: vi.fn() });
const onAndroid = () => ({
  runtime: { id: 'x', onInstalled: listener(), onMessage: listener(), getURL: (path: string) => path },
  storage: { local: { get: async () => ({}) }, onChanged: listener() },
  tabs: { onRemoved: listener(), create: vi.fn(async () => ({})) },
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

test('the popup opens the panel in a tab where the browser has no panel', async () => {
  vi.stubGlobal('window', { close: vi.fn() });
  const { openPanelFromPopup } = await import('../../entrypoints/pages/open-panel');
  await openPanelFromPopup(7);
  expect(browser.tabs.create).toHaveBeenCalledWith({ url: '/sidepanel.html?tab=7' });
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
