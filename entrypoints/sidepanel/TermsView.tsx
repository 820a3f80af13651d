import { useMemo } from 'preact/hooks';
import { type IndexChoice, TermIndex } from '../../components/TermIndex';
import type { PageAtHand } from '../../lib/hooks';
import { i18n } from '../../lib/i18n';
import { conceptsOn } from '../../lib/page-terms';
import { cards } from '../../lib/reference';
import type { SavedTerm } from '../../lib/saved';
import { hrefOfTerm } from '../pages/route';

interface Props {
  page: PageAtHand | undefined;
  saved: SavedTerm[] | undefined;
  choice: IndexChoice;
  onChoice(choice: IndexChoice): void;
}

export function TermsView({ page, saved, ...choosing }: Props) {
  const lit = useMemo(() => conceptsOn(page?.frames ?? []), [page?.frames]);
  const starred = useMemo(() => new Set(saved?.map(({ concept }) => concept)), [saved]);
  return (
    <>
      <h1 tabIndex={-1}>{i18n.t('panel.terms')}</h1>
      <TermIndex entries={cards} lit={lit} saved={starred} hrefOf={hrefOfTerm} {...choosing} />
    </>
  );
}
