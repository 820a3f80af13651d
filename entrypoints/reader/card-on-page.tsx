import { CardView } from '../../components/CardView';
import type { CardText, CardTexts } from '../../glossary/card-texts';
import { chooseNote } from '../../glossary/notes';
import { isToldBy } from '../../glossary/words';
import { i18n } from '../../lib/i18n';
import { reasonInWords } from '../../lib/reason-in-words';
import { siteKey } from '../../lib/settings';
import type { LivePage } from '../content/live-page';
import type { Match } from '../content/match';
import { neighboursOf } from '../content/neighbours';
import { kindOf } from './block-kind';
import type { Point } from './corridor';
import { lineAt, linesOf, type Spot, spotAt } from './lines';
import type { Notebook } from './notebook';
import { type Theme, themeAround } from './page-theme';
import type { Anchor } from './place';
import { elementAt } from './shown-tree';
import { canSpeak, speak } from './speech';
import { Surface } from './surface';
import { Trail } from './trail';

export interface CardHandlers {
  onPin(): void;
  onClose(): void;
  onHidden(): void;
  onPanel(concept: string): void;
}

/** The card of one match: what it says, where it stands, and the way that the reader goes in it. */
export class CardOnPage {
  readonly surface: Surface;
  readonly #trail: Trail;
  #pinned = false;

  /**
   * Makes the card, but puts nothing on the page yet.
   * @param theme overrides what the page's background asks for
   * @param surface where a card is already
   */
  constructor(
    readonly match: Match,
    readonly page: LivePage,
    readonly texts: CardTexts,
    readonly notebook: Notebook,
    readonly handlers: CardHandlers,
    theme: 'auto' | Theme,
    surface: Surface | undefined,
  ) {
    this.#trail = new Trail(match.concept);
    this.surface = surface ?? new Surface(page.shadowRoots);
    this.setTheme(theme);
    this.render();
  }

  /** @param theme overrides what the page's background asks for */
  setTheme(theme: 'auto' | Theme): void {
    this.surface.setTheme(theme === 'auto' ? themeAround(elementAt(this.match.range)) : theme);
  }

  /**
   * Puts the card beside its term.
   * @param point where the pointer is, for a term that stands on two lines
   */
  show(point: Point | undefined): void {
    this.surface.show(anchorOf(this.match, point), {
      onHidden: this.handlers.onHidden,
      onRoom: (room) => this.surface.setRoom(room),
    });
  }

  set pinned(pinned: boolean) {
    if (this.#pinned === pinned) return;
    this.#pinned = pinned;
    this.render();
  }

  /** The words that a screen reader hears when the keyboard came to the term. */
  announce(): void {
    const { lit } = this.page;
    const card = this.texts.card(this.match.concept);
    if (!card) return;
    const plain = card.plain
      .flatMap((b) => b.spans.map((s) => (typeof s === 'string' ? s : s.text)))
      .join('');
    const at = String(lit.indexOf(this.match) + 1);
    this.surface.announce(i18n.t('card.announce', [at, String(lit.length)]), `${card.term}. ${plain} `);
  }

  render(): void {
    const { notebook, handlers } = this;
    const trail = this.#trail;
    const card = this.texts.card(trail.id);
    if (!card) return;
    const go = (how: () => void) => () => {
      how();
      this.render();
    };
    this.surface.render(
      <CardView
        {...contentOf(card, trail.atStart, this.match, this.page)}
        termOf={(id) => this.texts.term(id)}
        hasSite={siteKey(location.href) !== ''}
        pinned={this.#pinned}
        trail={trail.can}
        verdicts={notebook.verdicts(card.id)}
        onOpen={(id) => go(() => trail.go(id))()}
        onBack={go(() => trail.back())}
        onForward={go(() => trail.forward())}
        onPin={handlers.onPin}
        onClose={handlers.onClose}
        onVerdict={(verdict, on) => {
          notebook.set(verdict, card.id, on).then((done) => {
            if (!done) this.surface.announce(i18n.t('card.failed'));
            this.render();
          });
          this.render();
        }}
        onPanel={() => handlers.onPanel(card.id)}
        onListen={canSpeak() ? () => speak(card.term) : undefined}
      />,
    );
  }

  /** The reader put the term away in this card, which must stay for the way back. */
  get isPutAway(): boolean {
    const { known, wrong } = this.notebook.verdicts(this.match.concept);
    return known || wrong;
  }
}

/** What a card says about a concept beside a match. `atStart`: it speaks of the match itself, not of a related concept. */
function contentOf(card: CardText, atStart: boolean, match: Match, page: LivePage) {
  return {
    card,
    onPage: atStart && !isToldBy(match.text, card.term) ? match.text : undefined,
    chosen: chooseNote(card, neighboursOf(page, match)),
    block: kindOf(match.block),
    reason: atStart && match.reason ? reasonInWords(match.reason) : undefined,
  };
}

function anchorOf(match: Match, point: Point | undefined): Anchor {
  const index = lineAt(linesOf(match.range), point);
  let seen: Spot = { box: new DOMRect(), side: 'bottom' };
  return {
    element: elementAt(match.range),
    spot() {
      const lines = linesOf(match.range);
      // A pinned card stays where its term was when the page took the term away.
      if (lines.length) seen = spotAt(lines, Math.min(index, lines.length - 1));
      return seen;
    },
  };
}
