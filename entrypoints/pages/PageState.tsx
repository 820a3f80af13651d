import type { PageAtHand } from '../../lib/hooks';
import { i18n } from '../../lib/i18n';
import { offBy, type Settings } from '../../lib/settings';

interface Props {
  page: PageAtHand | undefined;
  settings: Settings | undefined;
  /** Nothing is lit. */
  empty: boolean;
}

/** Why nothing is lit on the page at hand; nothing where something is. */
export function PageState({ page, settings, empty }: Props) {
  if (!empty || !settings) return null;
  const off = page && page.state !== 'unreachable' ? offBy(settings, page.url) : undefined;
  const text = () => {
    if (!page) return i18n.t('state.noPage');
    if (page.state === 'unreachable') return i18n.t('state.unreachable');
    if (off) return i18n.t(`state.${off}`);
    return page.state === 'waiting' ? i18n.t('state.waiting') : i18n.t('state.none');
  };
  return <p class="tl-empty">{text()}</p>;
}
