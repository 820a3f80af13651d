import type { LivePage } from './live-page';
import type { Match } from './match';

/** Ids of the other accepted concepts around a match, each in the nearest ring where it stands. */
export interface Neighbours {
  block: string[];
  section: string[];
  page: string[];
}

/** What stands around an item of a list, the nearest first. */
function* outwards<T>(list: readonly T[], at: number): Generator<T> {
  for (let far = 1; far < list.length; far++) {
    if (at - far >= 0) yield list[at - far];
    if (at + far < list.length) yield list[at + far];
  }
}

/** What stands around a match, the nearest first. */
export function neighboursOf(page: LivePage, match: Match): Neighbours {
  const rings: Neighbours = { block: [], section: [], page: [] };
  const seen = new Set([match.concept]);
  const at = page.all.indexOf(match);
  const near: [keyof Neighbours, (other: Match) => boolean][] = [
    ['block', (other) => other.block === match.block],
    ['section', (other) => other.block.heading === match.block.heading],
    ['page', () => true],
  ];
  for (const [ring, holds] of near) {
    for (const other of outwards(page.all, at)) {
      if (!other.accepted || seen.has(other.concept) || !holds(other)) continue;
      seen.add(other.concept);
      rings[ring].push(other.concept);
    }
  }
  return rings;
}
