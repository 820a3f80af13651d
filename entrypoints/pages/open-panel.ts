import { browser } from 'wxt/browser';
import { PANEL_TARGET_KEY } from '../../lib/panel-target';

interface SidebarAction {
  open(): Promise<void>;
}

/**
 * Opens the side panel from the popup, at a term if one is given, and closes the popup. Called in the turn of the
 * reader's click, which the browsers ask for.
 */
export async function openPanelFromPopup(tabId: number | undefined, concept?: string): Promise<void> {
  const sidebar = (browser as unknown as { sidebarAction?: SidebarAction }).sidebarAction;
  const open = async () => {
    if (sidebar) return sidebar.open();
    // Where there is no panel at all, as in Firefox for Android, this throws.
    return browser.sidePanel.open({ tabId: tabId as number });
  };
  const opening = open();
  if (concept) {
    // Panels of other windows listen, too.
    const windowId = tabId && (await browser.tabs.get(tabId).catch(() => undefined))?.windowId;
    await browser.storage.session.set({ [PANEL_TARGET_KEY]: { concept, windowId, at: Date.now() } });
  }
  await opening.catch(async () => {
    await browser.storage.session.remove(PANEL_TARGET_KEY);
    await browser.tabs.create({
      url: `/sidepanel.html${tabId ? `?tab=${tabId}` : ''}${concept ? `#${concept}` : ''}`,
    });
  });
  window.close();
}
