import { expect, type Locator, type Page } from '@playwright/test';
import axe from 'axe-core';
import type { ChromiumReader } from './chromium-reader';

interface Chrome {
  tabs: { query(about: object): Promise<{ id: number; url?: string }[]> };
  storage: {
    local: {
      clear(): Promise<void>;
      get(key: string): Promise<Record<string, unknown>>;
      set(v: object): Promise<void>;
    };
  };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  action: { getBadgeText(about: object): Promise<string> };
}
declare global {
  /** What a function that runs in a page of the extension sees. */
  const chrome: Chrome;
}

/** Opens a page of the extension in Chromium; with `about`, as if it stood beside that tab. */
export async function openPage(chromium: ChromiumReader, path: string, about?: Page): Promise<Page> {
  const page = await chromium.context.newPage();
  const base = `chrome-extension://${chromium.extensionId}/`;
  const [file, hash = ''] = path.split('#');
  if (!about) {
    await page.goto(base + path);
    return page;
  }
  await page.goto(`${base}sheet.html`);
  const tab = await tabIdOf(page, about.url());
  await page.goto(`${base}${file}?tab=${tab}${hash ? `#${hash}` : ''}`);
  return page;
}

/**
 * Does what makes a page close itself, as the popup does, and waits until it is closed. The browser may drop the page
 * before it has answered, so only the closing counts.
 */
export async function untilClosed(page: Page, act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent('close'), Promise.allSettled([act()])]);
}

/**
 * Sets a switch or a radio button. It shows its new state only once the setting is kept, a moment after the press, and
 * Playwright's own `check` does not wait for that.
 */
export async function turn(control: Locator, on: boolean): Promise<void> {
  await control.click();
  await expect(control).toBeChecked({ checked: on });
}

/** The id of the tab with an address, as an extension page knows it; one of the browser's own pages hides its address. */
export async function tabIdOf(page: Page, url: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const tabs = await chrome.tabs.query({});
    const found = tabs.find(({ url }) => (wanted.startsWith('http') ? url === wanted : url === undefined));
    if (!found) throw new Error(`no tab at ${wanted}`);
    return found.id;
  }, url);
}

/** What one key of the extension's storage holds. */
export const stored = (page: Page, key: string): Promise<unknown> =>
  page.evaluate(async (name) => (await chrome.storage.local.get(name))[name], key);

/** Writes into the extension's storage. */
export const store = (page: Page, values: Record<string, unknown>): Promise<void> =>
  page.evaluate((all) => chrome.storage.local.set(all), values);

/** Leaves the extension as it was before a test. */
export async function emptyStorage(chromium: ChromiumReader): Promise<void> {
  const page = await openPage(chromium, 'sheet.html');
  await page.evaluate(() => chrome.storage.local.clear());
  await page.close();
}

/** What axe finds wrong with a page, as `rule: element` lines. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: there } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await there.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  });
}
