import { i18n } from '../lib/i18n';
import type { Counted, Occurrence } from '../lib/page-terms';
import { GLOSSARY_LANGUAGE } from './glossary-language';
import { HereIcon } from './icons';

interface Props {
  terms: Counted[];
  /** Headword of a concept. */
  termOf(id: string): string;
  onOpen(id: string): void;
  onJump(occurrence: Occurrence): void;
}

/** The page's terms, the most frequent first: the name opens its definition, the count goes to the place. */
export function CountedTerms({ terms, termOf, onOpen, onJump }: Props) {
  return (
    <ul class="tl-rows">
      {terms.map(({ concept, count, first }) => (
        <li key={concept}>
          <button type="button" class="tl-row" onClick={() => onOpen(concept)}>
            <span class="tl-row-text" lang={GLOSSARY_LANGUAGE}>
              {termOf(concept)}
            </span>
          </button>
          <button
            type="button"
            class="tl-row-link"
            aria-label={i18n.t('popup.jump', [termOf(concept), String(count)])}
            title={i18n.t('popup.jump', [termOf(concept), String(count)])}
            onClick={() => onJump(first)}
          >
            {count}× <HereIcon />
          </button>
        </li>
      ))}
    </ul>
  );
}
