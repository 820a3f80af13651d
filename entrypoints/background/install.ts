import { browser } from 'wxt/browser';
import { succeed } from '../../lib/lifetime';
import { updateSettings } from '../../lib/settings-store';
import { UPDATED_KEY } from '../../lib/update-note';

/** The part of a version that stands for something a reader would notice: 1.2.3 → 1.2. */
const noticeable = (version: string) => version.split('.', 2).join('.');

/** Puts the page side into the pages that are open already. */
async function lightOpenTabs(): Promise<void> {
  // A page that was put aside is lit when it comes back.
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'], discarded: false });
  // Not one after the other: a page that stands still, as with a question of its own open, would keep the others waiting.
  await Promise.all(tabs.map(({ id }) => id === undefined || lightTab(id)));
}

async function lightTab(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true };
  // Pages of the browser's own shop do not allow it.
  const refused = () => undefined;
  await browser.scripting.insertCSS({ target, files: ['/content-scripts/content.css'] }).catch(refused);
  await browser.scripting.executeScript({ target, ...succeed }).catch(refused);
  await browser.scripting.executeScript({ target, files: ['/content-scripts/content.js'] }).catch(refused);
}

/** First run: the page that explains what is read. Update: settings are brought up to date, and the popup says what is new. */
export function greet(): void {
  browser.runtime.onInstalled.addListener(async ({ reason, previousVersion = '' }) => {
    if (reason !== 'install' && reason !== 'update') return;
    // Open tabs are lit whatever of this fails: the storage may be full, the browser without a window.
    const ignoreFailed = () => undefined;
    // Writes the settings back in the form of this version. Where there is no room, each reading repairs them.
    await updateSettings((settings) => settings).catch(ignoreFailed);
    if (reason === 'install')
      await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }).catch(ignoreFailed);
    else if (noticeable(previousVersion) !== noticeable(browser.runtime.getManifest().version))
      await browser.storage.local.set({ [UPDATED_KEY]: previousVersion }).catch(ignoreFailed);
    // Firefox does so by itself.
    if (!import.meta.env.FIREFOX) await lightOpenTabs();
  });
  // A reader who had withheld the permission to read pages gave it back.
  browser.permissions.onAdded.addListener(({ origins }) => (origins?.length ? lightOpenTabs() : undefined));
}
