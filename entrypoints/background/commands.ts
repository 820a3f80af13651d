import { browser } from 'wxt/browser';
import { siteKey } from '../../lib/settings';
import { updateSettings, withSite } from '../../lib/settings-store';
import { askFrames, tellFrame } from './frames';
import { openPanel } from './open-panel';

/** Turns the highlights of a tab's site off, or on again. */
async function toggleSite(url: string): Promise<void> {
  const host = siteKey(url);
  if (!host) return;
  await updateSettings((settings) => withSite(settings, host, (site) => ({ ...site, off: !site.off })));
}

/** Goes to a term in the frame that has the focus; where that has none, in the topmost that has some. */
async function step(tabId: number, type: 'next-term' | 'previous-term'): Promise<void> {
  const lit = (await askFrames(tabId)).filter(({ answer }) => answer?.lit);
  // A frame around the focused one may take the focus for its own: inner frames count first.
  const chosen = lit.findLast(({ answer }) => answer?.focused) ?? lit[0];
  if (chosen) await tellFrame(tabId, chosen.id, { type });
}

/** The keyboard commands of the manifest; `_execute_action` opens the popup without us. */
export function listenToCommands(): void {
  // Firefox for Android has none.
  if (!browser.commands) return;
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (command === 'open-panel') return openPanel(tab ?? {}, {});
    const [active] = tab ? [tab] : await browser.tabs.query({ active: true, currentWindow: true });
    if (active?.id === undefined) return;
    if (command === 'toggle-site') return toggleSite(active.url ?? '');
    if (command === 'next-term' || command === 'previous-term') await step(active.id, command);
  });
}
