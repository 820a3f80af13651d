import { browser } from 'wxt/browser';
import { pageKey, readSettings, watchSettings } from '../../lib/settings';

/**
 * What one frame last said is lit in it. The tab's address, without its #fragment, tells frames of the present page from
 * those of an earlier one.
 */
interface LitFrame {
  page: string;
  concepts: string[];
}

const BACKGROUND_COLOR = '#0a6170';
const TEXT_COLOR = '#ffffff';
const PREFIX = 'lit:';
const keyOf = (tabId: number, frameId: number) => `${PREFIX}${tabId}:${frameId}`;

async function framesOf(tabId: number): Promise<LitFrame[]> {
  const all = (await browser.storage.session.get(null)) as Record<string, LitFrame>;
  return Object.keys(all)
    .filter((key) => key.startsWith(`${PREFIX}${tabId}:`))
    .map((key) => all[key]);
}

async function show(tabId: number): Promise<void> {
  const { badge } = await readSettings();
  const { url = '' } = await browser.tabs.get(tabId);
  const concepts = new Set(
    (await framesOf(tabId)).filter((f) => f.page === pageKey(url)).flatMap((f) => f.concepts),
  );
  const text = badge && concepts.size ? String(concepts.size) : '';
  await browser.action.setBadgeText({ tabId, text });
  await browser.action.setBadgeBackgroundColor({ tabId, color: BACKGROUND_COLOR });
  await browser.action.setBadgeTextColor({ tabId, color: TEXT_COLOR });
}

/**
 * Frames of a tab that may have lit terms: those that last said so, though some may be gone since, and the topmost, first,
 * which does not say so again when the browser comes back to its page.
 */
export async function framesToAsk(tabId: number): Promise<number[]> {
  const all = (await browser.storage.session.get(null)) as Record<string, LitFrame>;
  const prefix = `${PREFIX}${tabId}:`;
  const said = Object.keys(all)
    .filter((key) => key.startsWith(prefix) && all[key].concepts.length > 0)
    .map((key) => Number(key.slice(prefix.length)));
  return [...new Set([0, ...said])].sort((a, b) => a - b);
}

/** Only a tab that was closed meanwhile can make these fail. */
const ignoreClosed = () => undefined;

/** Notes which concepts a frame has lit, and shows their number on the tab's badge. */
export async function noteLit(
  tabId: number,
  frameId: number,
  page: string,
  concepts: string[],
): Promise<void> {
  await browser.storage.session.set({
    [keyOf(tabId, frameId)]: { page: pageKey(page), concepts } satisfies LitFrame,
  });
  await show(tabId).catch(ignoreClosed);
}

/** Forgets closed tabs, and follows the setting. A tab's badge is cleared by the browser when it goes to another page. */
export function keepBadge(): void {
  browser.tabs.onRemoved.addListener(async (tabId) => {
    const keys = Object.keys(await browser.storage.session.get(null));
    await browser.storage.session.remove(keys.filter((key) => key.startsWith(`${PREFIX}${tabId}:`)));
  });
  let shown: boolean | undefined;
  watchSettings(async ({ badge }) => {
    if (badge === shown) return;
    shown = badge;
    for (const { id } of await browser.tabs.query({}))
      if (id !== undefined) await show(id).catch(ignoreClosed);
  });
}
