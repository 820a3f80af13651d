import { useState } from 'preact/hooks';
import { i18n } from '../lib/i18n';
import { GLOSSARY_LANGUAGE } from './glossary-language';

interface Props {
  /** Names the list, for assistive technology. */
  label: string;
  concepts: { id: string; term: string }[];
  /** So many are shown until the reader asks for the rest; all where it is left out. */
  atFirst?: number;
  /** Called with the concept id of the chip that was pressed. */
  onOpen(id: string): void;
}

/** Concepts as a row of buttons. */
export function ConceptChips({ label, concepts, atFirst = concepts.length, onOpen }: Props) {
  const [all, setAll] = useState(false);
  // One chip in place of one chip would spare nothing.
  const shown = all || concepts.length <= atFirst + 1 ? concepts : concepts.slice(0, atFirst);
  const rest = concepts.length - shown.length;
  return (
    <ul class="tl-chips" aria-label={label}>
      {shown.map(({ id, term }) => (
        <li key={id}>
          <button type="button" class="tl-chip" lang={GLOSSARY_LANGUAGE} onClick={() => onOpen(id)}>
            {term}
          </button>
        </li>
      ))}
      {rest > 0 && (
        <li key="rest">
          <button type="button" class="tl-chip tl-rest" onClick={() => setAll(true)}>
            {i18n.t('card.moreRelated', [String(rest)])}
          </button>
        </li>
      )}
    </ul>
  );
}
