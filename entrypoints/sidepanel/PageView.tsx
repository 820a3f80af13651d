import { useMemo } from 'preact/hooks';
import { PageTermList } from '../../components/PageTermList';
import type { PageAtHand } from '../../lib/hooks';
import { i18n } from '../../lib/i18n';
import { type Occurrence, sectionsOf } from '../../lib/page-terms';
import { termOf } from '../../lib/reference';
import { offBy, type Settings } from '../../lib/settings';
import { PageState } from '../pages/PageState';
import { hrefOfTerm } from '../pages/route';

interface Props {
  page: PageAtHand | undefined;
  settings: Settings | undefined;
}

/** What is lit on the page, in reading order; on request, what was passed over, and why. */
export function PageView({ page, settings }: Props) {
  const rejected = page?.rejected ?? false;
  const lit = useMemo(() => sectionsOf(page?.frames ?? []), [page?.frames]);
  const others = useMemo(() => sectionsOf(page?.frames ?? [], 'rejected'), [page?.frames]);
  const count = lit.reduce((sum, { terms }) => sum + terms.length, 0);
  const jump = ({ frame, key }: Occurrence) => page?.jumpTo(frame, key);
  return (
    <>
      <h1 tabIndex={-1}>{i18n.t('panel.page')}</h1>
      {count > 0 && (
        <p class="tl-hint" role="status">
          {i18n.t('panel.count', count)}
        </p>
      )}
      <PageState page={page} settings={settings} empty={!count} />
      <PageTermList level={2} sections={lit} termOf={termOf} hrefOf={hrefOfTerm} onJump={jump} />
      {page?.state === 'ready' && settings && !offBy(settings, page.url) && (
        <section class="tl-rejected">
          <button
            type="button"
            class="tl-button"
            aria-expanded={rejected}
            onClick={() => page.askRejected(!rejected)}
          >
            {i18n.t(rejected ? 'panel.hideRejected' : 'panel.showRejected')}
          </button>
          {rejected && (
            <>
              <h2>{i18n.t('panel.rejected')}</h2>
              {others.length ? (
                <PageTermList level={3} sections={others} termOf={termOf} hrefOf={hrefOfTerm} onJump={jump} />
              ) : (
                <p class="tl-empty">{i18n.t('panel.noRejected')}</p>
              )}
            </>
          )}
        </section>
      )}
    </>
  );
}
