import type { DomBlock } from './blocks';
import type { Match } from './match';
import type { Painter } from './painters/painter';

/** The page's matches as the card and the panel see them: always the present state, and a call when it changes. */
export interface LivePage {
  /** What is lit, in reading order. A new array after each change. */
  readonly lit: readonly Match[];
  /** Every occurrence of a form, accepted or not, in reading order. */
  readonly all: readonly Match[];
  /** The open shadow roots that are read, too. */
  readonly shadowRoots: readonly ShadowRoot[];
  /** What paints the lit matches. */
  readonly painter: Painter | undefined;
  /** The block of one of the page's own text nodes, if it holds an occurrence. */
  blockOf(node: Node): DomBlock | undefined;
  /** The occurrences in a block, in reading order. */
  matchesIn(block: DomBlock): readonly Match[];
  /**
   * @param listener called after `lit` or `all` changed; a match that is gone is in neither
   * @returns the undo
   */
  subscribe(listener: () => void): () => void;
  /**
   * @param listener called when a card is asked for from elsewhere, such as the panel; the match is in view then
   * @returns the undo
   */
  onOpenRequest(listener: (match: Match) => void): () => void;
  /** Marks the match whose card is open, or none. */
  setActive(match: Match | undefined): void;
}
