import { browser } from 'wxt/browser';
import type { BackgroundMessage } from '../../lib/messages';
import { pageKey, readSettings, watchSettings } from '../../lib/settings';
import { withLock } from '../../lib/settings-store';

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
const keyOf = (tabId: number, frameId: number | '') => `${PREFIX}${tabId}:${frameId}`;

/** By key. */
async function framesOf(tabId: number): Promise<[key: string, frame: LitFrame][]> {
  const all = (await browser.storage.session.get(null)) as Record<string, LitFrame>;
  return Object.entries(all).filter(([key]) => key.startsWith(keyOf(tabId, '')));
}

async function show(tabId: number): Promise<void> {
  const { badge } = await readSettings();
  const { url = '' } = await browser.tabs.get(tabId);
  const concepts = new Set(
    (await framesOf(tabId)).flatMap(([, f]) => (f.page === pageKey(url) ? f.concepts : [])),
  );
  const text = badge && concepts.size ? String(concepts.size) : '';
  await browser.action.setBadgeText({ tabId, text });
  await browser.action.setBadgeBackgroundColor({ tabId, color: BACKGROUND_COLOR });
  await browser.action.setBadgeTextColor({ tabId, color: TEXT_COLOR });
}

/**
 * Frames of a tab that may have lit terms: those that last said so, though some may be gone since, and the topmost, first,
 * which may not have said so yet.
 */
export async function framesToAsk(tabId: number): Promise<number[]> {
  const prefix = keyOf(tabId, '');
  const said = (await framesOf(tabId))
    .filter(([, { concepts }]) => concepts.length > 0)
    .map(([key]) => Number(key.slice(prefix.length)));
  return [...new Set([0, ...said])].sort((a, b) => a - b);
}

/** Only a tab that was closed meanwhile can make these fail. */
const ignoreClosed = () => undefined;

/**
 * Notes which concepts a frame has lit, and shows their number on the tab's badge.
 * @param url the tab's address
 */
export async function noteLit(
  tabId: number,
  frameId: number,
  url: string,
  { concepts, again }: Pick<BackgroundMessage & { type: 'lit' }, 'concepts' | 'again'>,
): Promise<void> {
  // Frames that say something at once must not undo each other's notes.
  await withLock('lit', async () => {
    const page = pageKey(url);
    const noted = await framesOf(tabId);
    const before = noted.find(([key]) => key === keyOf(tabId, frameId))?.[1].page;
    // A frame that stayed while the tab's address changed shows that no page was loaded: the others stayed, too.
    const stayed = again ? noted.filter(([, frame]) => frame.page === before) : [];
    await browser.storage.session.set({
      ...Object.fromEntries(stayed.map(([key, frame]) => [key, { ...frame, page }])),
      [keyOf(tabId, frameId)]: { page, concepts } satisfies LitFrame,
    });
  });
  await show(tabId).catch(ignoreClosed);
}

/** Forgets closed tabs, and follows the setting. A tab's badge is cleared by the browser when it goes to another page. */
export function keepBadge(): void {
  browser.tabs.onRemoved.addListener(async (tabId) => {
    const keys = Object.keys(await browser.storage.session.get(null));
    await browser.storage.session.remove(keys.filter((key) => key.startsWith(keyOf(tabId, ''))));
  });
  let shown: boolean | undefined;
  watchSettings(async ({ badge }) => {
    if (badge === shown) return;
    shown = badge;
    for (const { id } of await browser.tabs.query({}))
      if (id !== undefined) await show(id).catch(ignoreClosed);
  });
}
