import { askBackground } from '../../lib/ask-background';

/**
 * The tab's other frames, for there is one card in a tab. They are asked only where one of them may have a card that stays:
 * such a card is told of when it comes, and a frame that came later asks once.
 */
export class OtherFrames {
  #mayHaveCard = true;

  /** Another frame told of a card that stays. */
  note(): void {
    this.#mayHaveCard = true;
  }

  /** Whether a card is kept open in one of them. */
  async keepCard(): Promise<boolean> {
    return this.#mayHaveCard && !isAlone() && (await askBackground({ type: 'kept-elsewhere' })) === true;
  }

  /** Tells them of a card in this frame that stays: theirs close. */
  tell(): void {
    this.#mayHaveCard = false;
    if (!isAlone()) askBackground({ type: 'close-elsewhere' });
  }

  /** Closes what cards they have. */
  close(): void {
    if (this.#mayHaveCard) this.tell();
  }
}

const isAlone = () => window === window.top && window.length === 0;
