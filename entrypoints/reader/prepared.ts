import type { Match } from '../content/match';
import type { CardOnPage } from './card-on-page';

/**
 * A pointer that stays on a term for so long (milliseconds) mostly comes to rest there: what can be done for the card before
 * it is shown is done then, so that it comes without delay. Nothing of it is on the page.
 */
const PREPARE_AFTER = 80;

/** The card of the term on which the pointer is coming to rest. */
export class Prepared {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #card: CardOnPage | undefined;

  constructor(readonly make: (match: Match) => CardOnPage) {}

  /** Makes the card of a term soon, if it isn't made; what was made for another one is dropped. */
  want(match: Match | undefined): void {
    clearTimeout(this.#timer);
    if (match === this.#card?.match) return;
    this.drop();
    if (!match) return;
    this.#timer = setTimeout(() => {
      this.#card = this.make(match);
    }, PREPARE_AFTER);
  }

  /** Hands the card of a term over, if it is made. */
  take(match: Match): CardOnPage | undefined {
    const card = this.#card;
    if (card?.match !== match) return undefined;
    this.#card = undefined;
    return card;
  }

  render(): void {
    this.#card?.render();
  }

  drop(): void {
    clearTimeout(this.#timer);
    this.#card?.surface.remove();
    this.#card = undefined;
  }
}
