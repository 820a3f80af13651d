/** One match as the painters and the reader part know it. */
export interface Match {
  concept: string;
  range: StaticRange;
}

/** Puts matches on the page and takes them off again. */
export interface Painter {
  paint(matches: Match[]): void;
  setActive(match: Match | undefined): void;
  clear(): void;
}
