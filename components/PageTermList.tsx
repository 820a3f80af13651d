import { i18n } from '#i18n';
import type { Occurrence, Section } from '../lib/page-terms';

interface Props {
  sections: Section[];
  /** Headword of a concept. */
  termOf(id: string): string;
  /** Level of the headings: 2 under the page's own title, 3 below another heading. */
  level: 2 | 3;
  /** Says why each one was passed over. */
  reasons?: boolean;
  hrefOf(id: string): string;
  onJump(occurrence: Occurrence): void;
}

/** The page's terms in reading order, under the page's own headings. */
export function PageTermList({ sections, termOf, level, reasons, hrefOf, onJump }: Props) {
  const Heading = `h${level}` as const;
  return (
    <>
      {sections.map(({ heading, terms }) => (
        <section key={`${terms[0].frame} ${terms[0].key}`} class="tl-group">
          <Heading>{heading || i18n.t('panel.noHeading')}</Heading>
          <ul class="tl-rows">
            {terms.map((occurrence) => (
              <li key={occurrence.key}>
                <button type="button" class="tl-row" onClick={() => onJump(occurrence)}>
                  <span class="tl-row-text">{occurrence.text}</span>
                  {termOf(occurrence.concept).toLowerCase() !== occurrence.text.toLowerCase() && (
                    <span class="tl-row-note">{termOf(occurrence.concept)}</span>
                  )}
                  {reasons && <span class="tl-row-note">{occurrence.reason}</span>}
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
