import { sameWords } from '../glossary/words';
import { i18n } from '../lib/i18n';
import type { Occurrence, Section } from '../lib/page-terms';
import { reasonInWords } from '../lib/reason-in-words';
import { GLOSSARY_LANGUAGE } from './glossary-language';

interface Props {
  sections: Section[];
  /** Headword of a concept. */
  termOf(id: string): string;
  /** Level of the headings: 2 under the page's own title, 3 below another heading. */
  level: 2 | 3;
  hrefOf(id: string): string;
  onJump(occurrence: Occurrence): void;
}

/** The page's terms in reading order, under the page's own headings. */
export function PageTermList({ sections, termOf, level, hrefOf, onJump }: Props) {
  const Heading = `h${level}` as const;
  return (
    <>
      {sections.map(({ heading, top, terms }) => (
        <section key={`${terms[0].frame} ${terms[0].key}`} class="tl-group">
          <Heading lang={heading ? GLOSSARY_LANGUAGE : undefined}>
            {heading || i18n.t(top ? 'panel.noHeading' : 'panel.inFrame')}
          </Heading>
          <ul class="tl-rows">
            {terms.map((occurrence) => (
              <li key={occurrence.key}>
                <button type="button" class="tl-row" onClick={() => onJump(occurrence)}>
                  <span class="tl-row-text" lang={GLOSSARY_LANGUAGE}>
                    {occurrence.text}
                  </span>
                  {!sameWords(termOf(occurrence.concept), occurrence.text) && (
                    <span class="tl-row-note" lang={GLOSSARY_LANGUAGE}>
                      {termOf(occurrence.concept)}
                    </span>
                  )}
                  {occurrence.reason && <span class="tl-row-note">{reasonInWords(occurrence.reason)}</span>}
                </button>
                <a
                  class="tl-row-link"
                  href={hrefOf(occurrence.concept)}
                  aria-label={i18n.t('panel.readAbout', [termOf(occurrence.concept)])}
                >
                  {i18n.t('panel.read')}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
