import type { Match } from '../match';

/** How lit terms look. The fields are those of the settings. */
export interface PaintStyle {
  style: 'underline' | 'tint' | 'both';
  print: boolean;
}

/** Puts matches on the page and takes them off again; keeps its own list, and undoes exactly what it did. */
export interface Painter {
  /** Whether it puts elements into the page. */
  readonly inPage: boolean;
  /** Takes some matches off and puts others on. */
  update(added: readonly Match[], removed: readonly Match[]): void;
  /** Marks the match whose card is open, or none. */
  setActive(match: Match | undefined): void;
  setStyle(style: PaintStyle): void;
  /**
   * For painters that put elements into the page: makes way where the page itself changed something, so that the page
   * finds its nodes as it left them.
   * @returns the page's text nodes that are no longer painted
   */
  makeWay?(records: readonly MutationRecord[]): Text[];
  /** The page's text node that a node of the painter's was made from. */
  originOf?(node: Node): Text | undefined;
  /** Takes everything off: the page is as if it had never been painted. */
  clear(): void;
}
