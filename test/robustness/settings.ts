/** Writes the extension's settings from its own side, without a tab that would hide the one under test. */
import type { Browser } from 'puppeteer-core';
import type { Settings } from '../../lib/settings';
import { evaluateIn, openPrivileged } from '../../scripts/bidi';
import { FIREFOX_UUID } from '../../scripts/launch';
import { ChromiumReader } from '../e2e/chromium-reader';
import { FirefoxReader } from '../e2e/firefox-reader';
import type { Reader } from '../e2e/reader';

interface Storage {
  get(key: string): Promise<{ settings?: object }>;
  set(items: { settings: object }): Promise<void>;
  remove(key: string): Promise<void>;
}
type ExtensionGlobal = { chrome: { storage: { local: Storage } } };

/** Runs in a page or worker of the extension. Without a change: back to the defaults. */
async function write(change: object | undefined): Promise<void> {
  const { local } = (globalThis as unknown as ExtensionGlobal).chrome.storage;
  if (!change) return local.remove('settings');
  const { settings } = await local.get('settings');
  await local.set({ settings: { version: 1, ...settings, ...change } });
}

/** A page of the extension in a background tab, one for each Firefox. */
const extensionTabs = new WeakMap<Browser, Promise<string>>();

async function run(reader: Reader, change: object | undefined): Promise<void> {
  if (reader instanceof ChromiumReader) {
    const { context } = reader;
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    await worker.evaluate(write, change);
  } else if (reader instanceof FirefoxReader) {
    const { browser } = reader;
    let tab = extensionTabs.get(browser);
    if (!tab) {
      tab = openPrivileged(browser, `moz-extension://${FIREFOX_UUID}/options.html`, false);
      extensionTabs.set(browser, tab);
    }
    await evaluateIn(browser, await tab, `(${write})(${JSON.stringify(change)})`);
  }
}

export const writeSettings = (reader: Reader, change: Partial<Settings>): Promise<void> =>
  run(reader, change);
export const resetSettings = (reader: Reader): Promise<void> => run(reader, undefined);
