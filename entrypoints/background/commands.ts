import { browser } from 'wxt/browser';
import type { TabMessage } from '../../lib/messages';
import { readSettings, siteKey } from '../../lib/settings';
import { updateSettings, withSite } from '../../lib/settings-store';
import { openPanel } from './open-panel';

/** Turns the highlights of a tab's site off, or on again. */
async function toggleSite(url: string): Promise<void> {
  const host = siteKey(url);
  if (!host) return;
  const off = !(await readSettings()).sites[host]?.off;
  await updateSettings((settings) => withSite(settings, host, (site) => ({ ...site, off })));
}

/** The keyboard commands of the manifest; `_execute_action` opens the popup without us. */
export function listenToCommands(): void {
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (command === 'open-panel') return openPanel(tab ?? {}, {});
    const [active] = tab ? [tab] : await browser.tabs.query({ active: true, currentWindow: true });
    if (active?.id === undefined) return;
    if (command === 'toggle-site') return toggleSite(active.url ?? '');
    if (command === 'next-term' || command === 'previous-term') {
      // A tab where no content script runs answers with an error.
      await browser.tabs
        .sendMessage(active.id, { type: command } satisfies TabMessage)
        .catch(() => undefined);
    }
  });
}
