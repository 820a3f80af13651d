import names from 'virtual:termlight/names';
import { browser } from 'wxt/browser';
import { createSearch, type Search } from '../../glossary/search';
import { i18n } from '../../lib/i18n';
import { panelHash } from '../../lib/panel-target';
import { onLanguage, speakAsSet } from './language';

const MAX_SUGGESTIONS = 6;

let search: Search | undefined;
const find = (query: string) => {
  search ??= createSearch(names);
  return search.find(query, MAX_SUGGESTIONS);
};

/** The address bar has no room to say that something is only near. */
const answersTo = (query: string) => find(query).filter(({ sure }) => sure);

/** Chromium reads descriptions as XML. */
const escaped = (text: string) =>
  import.meta.env.FIREFOX ? text : text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** Chromium puts what was typed in the place of `%s`; Firefox shows it beside, and would show `%s` as it stands. */
const TYPED = import.meta.env.FIREFOX ? '' : ': %s';

/** The keyword `tl` of the address bar. */
export function answerOmnibox(): void {
  // Firefox for Android has none.
  if (!browser.omnibox) return;
  const suggest = () =>
    browser.omnibox.setDefaultSuggestion({ description: i18n.t('background.omnibox') + TYPED });
  void speakAsSet().then(suggest);
  onLanguage(suggest);
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    suggest(
      answersTo(text).map(({ id }) => {
        const { term, summary } = names[names.findIndex((name) => name.id === id)];
        return { content: term, description: escaped(`${term} – ${summary}`) };
      }),
    );
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    const [best] = find(text);
    const target = best?.exact ? { concept: best.id } : { query: text };
    const url = browser.runtime.getURL(`/sidepanel.html${panelHash(target)}` as '/sidepanel.html');
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}
