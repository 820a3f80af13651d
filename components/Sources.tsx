import type { SourceRef } from '../glossary/compile';
import { i18n } from '../lib/i18n';
import { GLOSSARY_LANGUAGE } from './glossary-language';
import { OutsideIcon } from './icons';

/** Where the text comes from: each source as a link that opens in a tab of its own and tells the other side nothing. */
export function Sources({ sources, checked }: { sources: SourceRef[]; checked: string }) {
  return (
    <ul class="tl-sources" aria-label={i18n.t('card.sources')}>
      {sources.map((source) => (
        <li key={`${source.url} ${source.section}`}>
          <a
            lang={GLOSSARY_LANGUAGE}
            href={source.url}
            target="_blank"
            rel="noopener noreferrer"
            referrerpolicy="no-referrer"
          >
            <WithIcon text={`${source.publisher}: ${source.section}`} />
          </a>{' '}
          <span class="tl-date">
            {source.revised
              ? i18n.t('card.revised', [formatDate(source.revised)])
              : i18n.t('card.checked', [formatDate(checked)])}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The icon stands beside the last word, and never on a line of its own. */
function WithIcon({ text }: { text: string }) {
  const last = text.lastIndexOf(' ') + 1;
  return (
    <>
      {text.slice(0, last)}
      <span class="tl-whole">
        {text.slice(last)}
        <OutsideIcon />
      </span>
    </>
  );
}

/** A date such as 2025-08-13 in the words of the language that the rest is in. */
export function formatDate(iso: string): string {
  return new Intl.DateTimeFormat(i18n.t('locale'), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(iso),
  );
}
