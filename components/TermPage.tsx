import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Card } from '../glossary/compile';
import { i18n } from '../lib/i18n';
import { ConceptChips } from './ConceptChips';
import { categoryName } from './category';
import { Danger } from './Danger';
import { GLOSSARY_LANGUAGE } from './glossary-language';
import { HereIcon, KnownIcon, SaveIcon } from './icons';
import { nearInWords } from './near';
import { pictures } from './pictures';
import { RichText } from './RichText';
import { Sources } from './Sources';

interface Props {
  card: Card;
  /** Headword of a concept. */
  termOf(id: string): string;
  saved: boolean;
  known: boolean;
  /** Ids of the concepts on the page at hand: notes that fit it are marked. */
  near: ReadonlySet<string>;
  /** How often the page at hand has the term. */
  occurrences: number;
  onOpen(id: string): void;
  onSave(on: boolean): void;
  onKnown(on: boolean): void;
  /** Goes to the first occurrence on the page at hand. */
  onJump(): void;
}

/** Everything the glossary says about one concept. */
export function TermPage({ card, termOf, onOpen, ...props }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  // A new page is read from its title on, by eye and by screen reader; at once, so that no key is lost in between.
  useLayoutEffect(() => {
    title.current?.focus({ preventScroll: true });
    title.current?.closest('main')?.scrollTo(0, 0);
  }, [card.id]);
  const Picture = card.picture === undefined ? undefined : pictures[card.picture];
  const names = card.forms.filter((form) => form !== card.term && form !== card.abbreviation);
  return (
    <article class="tl-term">
      <p class="tl-category">{categoryName(card.category)}</p>
      <h1 ref={title} tabIndex={-1} lang={GLOSSARY_LANGUAGE}>
        {card.term}
        {card.abbreviation && <span class="tl-form"> ({card.abbreviation})</span>}
      </h1>
      {card.say && (
        <p class="tl-say" lang={GLOSSARY_LANGUAGE}>
          {card.say}
        </p>
      )}
      <div class="tl-buttons">
        <button
          type="button"
          class="tl-button"
          aria-pressed={props.saved}
          onClick={() => props.onSave(!props.saved)}
        >
          <SaveIcon />
          {i18n.t(props.saved ? 'term.saved' : 'term.save')}
        </button>
        <button
          type="button"
          class="tl-button"
          aria-pressed={props.known}
          title={i18n.t('term.knownHint')}
          onClick={() => props.onKnown(!props.known)}
        >
          <KnownIcon />
          {i18n.t('term.known')}
        </button>
        {props.occurrences > 0 && (
          <button type="button" class="tl-button" onClick={props.onJump}>
            <HereIcon />
            {i18n.t('term.onPage', props.occurrences)}
          </button>
        )}
      </div>
      <div class="tl-lead">
        <RichText blocks={card.plain} onOpen={onOpen} />
      </div>
      {card.danger && <Danger text={card.danger} />}
      {Picture && (
        <figure class="tl-figure" lang={GLOSSARY_LANGUAGE}>
          <Picture />
        </figure>
      )}
      <RichText blocks={card.detail} onOpen={onOpen} />
      {card.notes.length > 0 && (
        <section>
          <h2>{i18n.t('term.notes')}</h2>
          <p class="tl-hint">{i18n.t('term.notesHint')}</p>
          {card.notes.map((note) => (
            <Note key={note.near.join('|')} note={note} termOf={termOf} near={props.near} onOpen={onOpen} />
          ))}
        </section>
      )}
      {card.related.length > 0 && (
        <section>
          <h2>{i18n.t('term.related')}</h2>
          <ConceptChips
            label={i18n.t('term.related')}
            concepts={card.related.map((id) => ({ id, term: termOf(id) }))}
            onOpen={onOpen}
          />
        </section>
      )}
      {names.length > 0 && (
        <section>
          <h2>{i18n.t('term.names')}</h2>
          <p class="tl-names" lang={GLOSSARY_LANGUAGE}>
            {names.join(' · ')}
          </p>
        </section>
      )}
      <section class="tl-footer">
        <h2>{i18n.t('term.sources')}</h2>
        <Sources sources={card.sources} checked={card.checked} />
        <p>{i18n.t('term.disclaimer')}</p>
      </section>
    </article>
  );
}

interface NoteProps {
  note: Card['notes'][number];
  termOf(id: string): string;
  near: ReadonlySet<string>;
  onOpen(id: string): void;
}

function Note({ note, termOf, near, onOpen }: NoteProps) {
  const fits = note.near.some((ids) => ids.every((id) => near.has(id)));
  return (
    <section class={fits ? 'tl-note tl-here' : 'tl-note'}>
      <h3>{nearInWords(note.near, termOf)}</h3>
      <RichText blocks={note.text} onOpen={onOpen} />
      {fits && (
        <p class="tl-why">
          <HereIcon /> {i18n.t('term.fits')}
        </p>
      )}
    </section>
  );
}
