import { browser } from 'wxt/browser';
import { i18n } from '../../lib/i18n';
import { onLanguage, speakAsSet } from './language';
import { openPanel } from './open-panel';

const DEFINE = 'define';
/** A longer selection is cut: it is a search, not a text. */
const MAX_QUERY = 100;

/** The entry "Define …" of the menu on a selection. */
export function answerMenu(): void {
  // Firefox for Android has none.
  if (!browser.contextMenus) return;
  browser.runtime.onInstalled.addListener(async () => {
    await speakAsSet();
    browser.contextMenus.removeAll(() =>
      browser.contextMenus.create({
        id: DEFINE,
        title: i18n.t('background.define'),
        contexts: ['selection'],
      }),
    );
  });
  // Before the entry is made there is none to rename.
  const ignoreMissing = () => undefined;
  onLanguage(() =>
    browser.contextMenus.update(DEFINE, { title: i18n.t('background.define') }).catch(ignoreMissing),
  );
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText = '' }, tab) => {
    const query = selectionText.replace(/\s+/g, ' ').trim().slice(0, MAX_QUERY);
    if (menuItemId === DEFINE && query) void openPanel(tab ?? {}, { query });
  });
}
