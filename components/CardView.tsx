import type { CardText } from '../glossary/card-texts';
import type { ChosenNote } from '../glossary/notes';
import { i18n } from '../lib/i18n';
import { CardActions, type CardVerdict } from './CardActions';
import { CardBar, CardTitle } from './CardHead';
import { ConceptChips } from './ConceptChips';
import { Danger } from './Danger';
import { Disclosure } from './Disclosure';
import { GLOSSARY_LANGUAGE } from './glossary-language';
import { type BlockKind, InContext } from './InContext';
import { pictures } from './pictures';
import { RichText } from './RichText';
import { Sources } from './Sources';

/** All that one card shows. */
export interface CardContent {
  card: CardText;
  /** The words on the page, where the headword does not say them. */
  onPage?: string;
  chosen?: ChosenNote;
  /** What the term stands in. */
  block?: BlockKind;
  /** Why this meaning, in words; undefined where the card was reached from another one. */
  reason?: string;
  /** The page belongs to a site, for which the reader can say that the term is wrong there. */
  hasSite: boolean;
  pinned: boolean;
  trail: { back: boolean; forward: boolean };
  verdicts: Record<CardVerdict, boolean>;
}

/** What a reader does in a card. */
export interface CardEvents {
  onOpen(id: string): void;
  onBack(): void;
  onForward(): void;
  onPin(): void;
  onClose(): void;
  onVerdict(verdict: CardVerdict, on: boolean): void;
  onPanel(): void;
  /** Undefined where the browser has no voice. */
  onListen?: () => void;
}

interface Props extends CardContent, CardEvents {
  /** Headword of a concept. */
  termOf(id: string): string;
}

/** Two or three rows of chips: more would push the source out of reach. */
const RELATED_AT_FIRST = 6;
const TITLE = 'tl-headword';
const PLAIN = 'tl-plain';

/** One concept, explained in the context of the text that it stands in. */
export function CardView({ card, termOf, ...props }: Props) {
  const { onOpen, chosen } = props;
  const note = chosen && <InContext chosen={chosen} block={props.block} termOf={termOf} onOpen={onOpen} />;
  // What only the rest of the page speaks for tells less than what the term is.
  const isNear = chosen?.scope !== 'page';
  return (
    <div class="tl-card" role="dialog" aria-labelledby={TITLE} aria-describedby={PLAIN} tabIndex={-1}>
      <CardBar card={card} {...props} />
      {/* Nothing of another concept is taken over: how far it was scrolled, what was unfolded, which of its links had the focus. */}
      <div class="tl-body" key={card.id}>
        <CardTitle card={card} id={TITLE} onPage={props.onPage} onListen={props.onListen} />
        {card.danger && <Danger text={card.danger} />}
        {isNear && note}
        <div class="tl-plain" id={PLAIN}>
          <RichText blocks={card.plain} onOpen={onOpen} />
        </div>
        {!isNear && note}
        <More card={card} onOpen={onOpen} />
        {card.related.length > 0 && (
          <section class="tl-related">
            <h2 class="tl-eyebrow">{i18n.t('card.related')}</h2>
            <ConceptChips
              atFirst={RELATED_AT_FIRST}
              label={i18n.t('card.related')}
              concepts={card.related.map((id) => ({ id, term: termOf(id) }))}
              onOpen={onOpen}
            />
          </section>
        )}
        {props.reason && (
          <Disclosure label={i18n.t('card.why')}>
            <p class="tl-reason">{props.reason}</p>
          </Disclosure>
        )}
        <div class="tl-footer">
          <Sources sources={card.sources} checked={card.checked} />
          <p>{i18n.t('card.disclaimer')}</p>
        </div>
      </div>
      <CardActions {...props} canBeWrong={props.reason !== undefined && props.hasSite} />
    </div>
  );
}

function More({ card, onOpen }: { card: CardText; onOpen(id: string): void }) {
  const Picture = card.picture === undefined ? undefined : pictures[card.picture];
  if (!card.detail.length && !Picture) return null;
  return (
    <Disclosure label={i18n.t('card.more')}>
      <RichText blocks={card.detail} onOpen={onOpen} />
      {Picture && (
        <div lang={GLOSSARY_LANGUAGE}>
          <Picture />
        </div>
      )}
    </Disclosure>
  );
}
