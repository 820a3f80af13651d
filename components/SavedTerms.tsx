import { useEffect, useState } from 'preact/hooks';
import { i18n } from '../lib/i18n';
import { GLOSSARY_LANGUAGE } from './glossary-language';
import { IconButton } from './IconButton';
import { CloseIcon, DownIcon, UpIcon } from './icons';

export interface SavedItem {
  concept: string;
  note: string;
  /** Headword. */
  term: string;
  /** The definition, as plain text. */
  plain: string;
}

interface Props {
  items: SavedItem[];
  maxNote: number;
  hrefOf(id: string): string;
  onNote(concept: string, note: string): void;
  /** Puts an item one place up (-1) or down (1). */
  onMove(concept: string, by: -1 | 1): void;
  onRemove(concept: string): void;
}

/** Saved terms in the reader's order, each with an own note. */
export function SavedTerms({ items, ...props }: Props) {
  return (
    <ol class="tl-saved">
      {items.map((item, i) => (
        <Saved key={item.concept} item={item} first={i === 0} last={i === items.length - 1} {...props} />
      ))}
    </ol>
  );
}

interface SavedProps extends Omit<Props, 'items'> {
  item: SavedItem;
  first: boolean;
  last: boolean;
}

function Saved({ item, first, last, maxNote, hrefOf, onNote, onMove, onRemove }: SavedProps) {
  const { concept, term, plain } = item;
  const [note, setNote] = useState(item.note);
  const [editing, setEditing] = useState(false);
  // What comes back from the storage may be older than what is being typed.
  useEffect(() => {
    if (!editing) setNote(item.note);
  }, [item.note, editing]);
  return (
    <li>
      <div class="tl-saved-head">
        <a href={hrefOf(concept)} lang={GLOSSARY_LANGUAGE}>
          {term}
        </a>
        <span class="tl-tools">
          <IconButton label={i18n.t('saved.up', [term])} disabled={first} onClick={() => onMove(concept, -1)}>
            <UpIcon />
          </IconButton>
          <IconButton label={i18n.t('saved.down', [term])} disabled={last} onClick={() => onMove(concept, 1)}>
            <DownIcon />
          </IconButton>
          <IconButton label={i18n.t('saved.remove', [term])} onClick={() => onRemove(concept)}>
            <CloseIcon />
          </IconButton>
        </span>
      </div>
      <p class="tl-row-note" lang={GLOSSARY_LANGUAGE}>
        {plain}
      </p>
      <textarea
        class="tl-input"
        rows={2}
        maxLength={maxNote}
        aria-label={i18n.t('saved.note', [term])}
        placeholder={i18n.t('saved.notePlaceholder')}
        value={note}
        onFocus={() => setEditing(true)}
        onBlur={() => setEditing(false)}
        // Kept with every letter: the panel may be closed at any time.
        onInput={(event) => {
          setNote(event.currentTarget.value);
          onNote(concept, event.currentTarget.value);
        }}
      />
    </li>
  );
}
