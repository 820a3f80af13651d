import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { CountedTerms } from '../../components/CountedTerms';
import { BackIcon, OptionsIcon, PanelIcon } from '../../components/icons';
import { useNotice } from '../../components/Notice';
import { Search } from '../../components/Search';
import { WhereSwitches } from '../../components/WhereSwitches';
import { useActiveTab, useDocument, useEarlyLetters, usePage, useSaved, useSettings } from '../../lib/hooks';
import { i18n } from '../../lib/i18n';
import { isShut } from '../../lib/page-link';
import { countTerms, type Occurrence } from '../../lib/page-terms';
import { prepareReference, termOf } from '../../lib/reference';
import { openPanelFromPopup } from '../pages/open-panel';
import { PageState } from '../pages/PageState';
import { resultsFor } from '../pages/results';
import { TermView } from '../pages/TermView';
import { UpdateNote } from '../pages/UpdateNote';
import { setWhere, whereOf } from '../pages/where';

/** The toolbar's popup: look a term up, see what is lit on the page, switch it on and off. */
export function App() {
  const settings = useSettings();
  const saved = useSaved();
  const tabId = useActiveTab();
  const page = usePage(tabId);
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState<string>();
  const { attempt, bar } = useNotice();
  useEarlyLetters(!settings, (letter) => setQuery((typed) => typed + letter));
  useEffect(prepareReference, []);
  useDocument(settings, () => i18n.t('extName'));
  const results = useMemo(() => (query.trim() ? resultsFor(query) : []), [query]);
  const terms = useMemo(() => countTerms(page?.frames ?? []), [page?.frames]);

  const jump = ({ frame, key }: Occurrence) => {
    page?.jumpTo(frame, key);
    // The card opens on the page, under the popup.
    window.close();
  };

  // Nothing is said before it is known in which language.
  if (!settings) return null;
  if (shown)
    return (
      <div class="tl-popup-page">
        <header class="tl-bar">
          <button type="button" class="tl-button" onClick={() => setShown(undefined)}>
            <BackIcon />
            {i18n.t('popup.back')}
          </button>
          <button type="button" class="tl-button" onClick={() => openPanelFromPopup(tabId, shown)}>
            <PanelIcon />
            {i18n.t('popup.panel')}
          </button>
        </header>
        <main class="tl-scroll">
          <TermView
            id={shown}
            page={page}
            settings={settings}
            saved={saved}
            onOpen={setShown}
            onJumped={() => window.close()}
          />
        </main>
      </div>
    );
  return (
    <div class="tl-popup-page">
      <main class="tl-scroll">
        <h1 class="tl-unseen">Termlight</h1>
        <Search query={query} results={results} autoFocus onQuery={setQuery} onOpen={setShown}>
          <UpdateNote />
          <section aria-labelledby="tl-here">
            <h2 id="tl-here" class="tl-heading">
              {i18n.t('popup.onPage')}
              {terms.length > 0 && <span class="tl-count">{terms.length}</span>}
            </h2>
            <PageState page={page} settings={settings} empty={!terms.length} />
            <CountedTerms terms={terms} termOf={termOf} onOpen={setShown} onJump={jump} />
          </section>
        </Search>
      </main>
      {!query.trim() && (
        <footer class="tl-popup-foot">
          <WhereSwitches
            where={whereOf(settings, page?.url ?? '')}
            unreachable={!page || isShut(page)}
            onChange={(width, on) => attempt(setWhere(page?.url ?? '', width, on))}
          />
          {bar}
          <div class="tl-links">
            <button type="button" class="tl-button" onClick={() => openPanelFromPopup(tabId)}>
              <PanelIcon />
              {i18n.t('popup.panel')}
            </button>
            <button type="button" class="tl-button" onClick={() => browser.runtime.openOptionsPage()}>
              <OptionsIcon />
              {i18n.t('popup.options')}
            </button>
          </div>
        </footer>
      )}
    </div>
  );
}
