import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { BackIcon } from '../../components/icons';
import { Search } from '../../components/Search';
import type { IndexChoice } from '../../components/TermIndex';
import { useActiveTab, useDocument, usePage, useSaved, useSettings } from '../../lib/hooks';
import { i18n } from '../../lib/i18n';
import { panelHash } from '../../lib/panel-target';
import { prepareReference, reference } from '../../lib/reference';
import { resultsFor } from '../pages/results';
import { hrefOfTerm, useRoute, VIEWS } from '../pages/route';
import { TermView } from '../pages/TermView';
import { arrive, howLeft } from './left';
import { MapView } from './MapView';
import { PageView } from './PageView';
import { SavedView } from './SavedView';
import { TermsView } from './TermsView';
import { usePanelTarget } from './target';

/** The side panel: the page at hand, the map, all terms, saved terms, and a page for every term. */
export function App() {
  const settings = useSettings();
  const saved = useSaved();
  const page = usePage(useActiveTab());
  const main = useRef<HTMLElement>(null);
  const { route, query, left, search, go, replace, back } = useRoute(
    () => main.current && howLeft(main.current),
  );
  const [choice, choose] = useState<IndexChoice>({ order: 'alphabet', filter: '' });
  useEffect(prepareReference, []);
  useDocument(settings, () => i18n.t('panel.title'));

  const open = (id: string) => go(hrefOfTerm(id));
  usePanelTarget((target) => go(panelHash(target)));
  // Before the first paint: the results of what has a page are not to be seen.
  useLayoutEffect(() => {
    if (route.view !== 'find') return;
    // "Define …": a name goes straight to its page, anything else to the results.
    const [best] = reference().find(route.query, 1);
    if (best?.exact) replace(hrefOfTerm(best.id));
  }, [route]);
  useLayoutEffect(() => (main.current ? arrive(main.current, left) : undefined), [route]);
  const results = useMemo(() => (query.trim() ? resultsFor(query) : []), [query]);

  // Nothing is said before it is known in which language.
  if (!settings) return null;
  const view = () => {
    switch (route.view) {
      case 'term':
        return (
          <>
            <button type="button" class="tl-button tl-back" onClick={back}>
              <BackIcon />
              {i18n.t('panel.back')}
            </button>
            <TermView id={route.id} page={page} settings={settings} saved={saved} onOpen={open} />
          </>
        );
      case 'map':
        return <MapView page={page} />;
      case 'terms':
        return <TermsView page={page} saved={saved} choice={choice} onChoice={choose} />;
      case 'nothing':
        return <p class="tl-empty">{i18n.t('panel.unknownView', [route.asked])}</p>;
      case 'saved':
        return <SavedView saved={saved} />;
      default:
        return <PageView page={page} settings={settings} />;
    }
  };

  return (
    <div class="tl-panel-page">
      <header class="tl-panel-head">
        <nav class="tl-nav" aria-label={i18n.t('panel.views')}>
          {VIEWS.map((name) => (
            <a
              key={name}
              href={`#/${name}`}
              aria-current={route.view === name ? 'page' : undefined}
              // To the view that is under the results, the address does not change.
              onClick={() => search('')}
            >
              {i18n.t(`panel.${name}`)}
            </a>
          ))}
        </nav>
      </header>
      <main class="tl-scroll" ref={main}>
        <Search query={query} results={results} onQuery={search} onOpen={open}>
          {view()}
        </Search>
      </main>
    </div>
  );
}
