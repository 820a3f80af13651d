import { browser } from 'wxt/browser';
import { PANEL_TARGET_KEY, type PanelTarget, panelHash } from '../../lib/panel-target';

interface TabRef {
  id?: number;
  windowId?: number;
}

/** Firefox's sidebar; not in the types that both browsers share. */
interface SidebarAction {
  open(): Promise<void>;
  toggle(): Promise<void>;
  isOpen(details: { windowId?: number }): Promise<boolean>;
}
const sidebar = (browser as unknown as { sidebarAction?: SidebarAction }).sidebarAction;

/** Asks the browser for its side panel. To be called in the same turn as the reader's gesture. */
async function openBeside({ windowId }: TabRef): Promise<boolean> {
  try {
    if (sidebar) await sidebar.open();
    else if (windowId === undefined) return false;
    else await browser.sidePanel.open({ windowId });
    return true;
  } catch {
    // No gesture counts: Firefox knows none in a message from a page. A sidebar that stands open will do.
    return (await sidebar?.isOpen({ windowId }).catch(() => false)) ?? false;
  }
}

/**
 * Opens the side panel, beside the page, at a term or with a search; where the browser does not allow that, in a tab
 * of its own.
 */
export async function openPanel(tab: TabRef, target: PanelTarget): Promise<void> {
  const beside = openBeside(tab);
  await browser.storage.session.set({
    [PANEL_TARGET_KEY]: { ...target, windowId: tab.windowId, at: Date.now() },
  });
  if (await beside) return;
  await browser.storage.session.remove(PANEL_TARGET_KEY);
  const about = tab.id === undefined ? '' : `?tab=${tab.id}`;
  await browser.tabs.create({
    url: browser.runtime.getURL(`/sidepanel.html${about}${panelHash(target)}` as '/sidepanel.html'),
    openerTabId: tab.id,
  });
}
