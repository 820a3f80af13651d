import { browser } from 'wxt/browser';
import type { PageAtHand } from '../../lib/hooks';
import { i18n } from '../../lib/i18n';
import { ALL_PAGES, isShut } from '../../lib/page-link';
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
  const off = page && !isShut(page) ? offBy(settings, page.url) : undefined;
  const text = () => {
    if (!page) return i18n.t('state.noPage');
    if (page.state === 'unreachable' || page.state === 'withheld') return i18n.t(`state.${page.state}`);
    if (off) return i18n.t(`state.${off}`);
    return page.state === 'waiting' ? i18n.t('state.waiting') : i18n.t('state.none');
  };
  return (
    <div class="tl-empty">
      <p>{text()}</p>
      {page?.state === 'withheld' && (
        <button
          type="button"
          class="tl-button"
          // The background lights the open pages then.
          onClick={() => void browser.permissions.request(ALL_PAGES)}
        >
          {i18n.t('state.allow')}
        </button>
      )}
    </div>
  );
}
