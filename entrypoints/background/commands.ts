import { browser } from 'wxt/browser';
import type { HasTerms, TabMessage } from '../../lib/messages';
import { readSettings, siteKey } from '../../lib/settings';
import { updateSettings, withSite } from '../../lib/settings-store';
import { framesToAsk } from './badge';
import { openPanel } from './open-panel';

/** Turns the highlights of a tab's site off, or on again. */
async function toggleSite(url: string): Promise<void> {
  const host = siteKey(url);
  if (!host) return;
  const off = !(await readSettings()).sites[host]?.off;
  await updateSettings((settings) => withSite(settings, host, (site) => ({ ...site, off })));
}

/** @returns what a frame answers; undefined where nothing answers there, or the frame is gone */
const send = (tabId: number, frameId: number, message: TabMessage): Promise<HasTerms | undefined> =>
  browser.tabs.sendMessage(tabId, message, { frameId }).catch(() => undefined);

/** Goes to a term in the frame that has the focus; where that has none, in the topmost that has some. */
async function step(tabId: number, type: 'next-term' | 'previous-term'): Promise<void> {
  const ids = await framesToAsk(tabId);
  const answers = await Promise.all(ids.map((id) => send(tabId, id, { type: 'has-terms' })));
  // A frame around the focused one may take the focus for its own: inner frames count first.
  const focused = answers.findLastIndex((answer) => answer?.lit && answer.focused);
  const chosen = focused >= 0 ? focused : answers.findIndex((answer) => answer?.lit);
  if (chosen >= 0) await send(tabId, ids[chosen], { type });
}

/** The keyboard commands of the manifest; `_execute_action` opens the popup without us. */
export function listenToCommands(): void {
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (command === 'open-panel') return openPanel(tab ?? {}, {});
    const [active] = tab ? [tab] : await browser.tabs.query({ active: true, currentWindow: true });
    if (active?.id === undefined) return;
    if (command === 'toggle-site') return toggleSite(active.url ?? '');
    if (command === 'next-term' || command === 'previous-term') await step(active.id, command);
  });
}
