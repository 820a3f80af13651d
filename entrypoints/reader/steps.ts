import type { Match } from '../content/match';
import { linesOf } from './lines';

const topOf = (match: Match): number => linesOf(match.range)[0]?.top ?? Number.NEGATIVE_INFINITY;

const isInView = (match: Match): boolean => {
  const top = topOf(match);
  return top >= 0 && top < innerHeight;
};

/**
 * The lit term to go to: the one after (1) or before (-1) where the keyboard was last, if that is still in view; else
 * the first in or below the view, or the last above it. Round about at both ends.
 */
export function nextTerm(lit: readonly Match[], cursor: Match | undefined, by: 1 | -1): Match | undefined {
  const at = cursor && isInView(cursor) ? lit.indexOf(cursor) : -1;
  if (at >= 0) return lit[(at + by + lit.length) % lit.length];
  if (by === 1) return lit.find((match) => topOf(match) >= 0) ?? lit[0];
  return lit.findLast((match) => topOf(match) < 0) ?? lit.at(-1);
}
