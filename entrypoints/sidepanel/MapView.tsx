import { useMemo } from 'preact/hooks';
import { TreatmentMap } from '../../components/map/TreatmentMap';
import type { PageAtHand } from '../../lib/hooks';
import { i18n } from '../../lib/i18n';
import { conceptsOn } from '../../lib/page-terms';
import { termOf } from '../../lib/reference';
import { hrefOfTerm } from '../pages/route';

export function MapView({ page }: { page: PageAtHand | undefined }) {
  const lit = useMemo(() => conceptsOn(page?.frames ?? []), [page?.frames]);
  return (
    <>
      <h1 tabIndex={-1}>{i18n.t('map.title')}</h1>
      <p class="tl-hint">{i18n.t(lit.size ? 'map.introLit' : 'map.intro')}</p>
      <TreatmentMap termOf={termOf} lit={lit} hrefOf={hrefOfTerm} />
      <p class="tl-hint">{i18n.t('map.note')}</p>
    </>
  );
}
