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
 * @param canGo whether a term may be gone to; others are passed over
 */
export function nextTerm(
  lit: readonly Match[],
  cursor: Match | undefined,
  by: 1 | -1,
  canGo: (match: Match) => boolean,
): Match | undefined {
  const order = by === 1 ? lit : lit.toReversed();
  const at = cursor && isInView(cursor) ? order.indexOf(cursor) : -1;
  const isAhead = (match: Match) => topOf(match) >= 0 === (by === 1);
  const first = at >= 0 ? at + 1 : Math.max(0, order.findIndex(isAhead));
  return [...order.slice(first), ...order.slice(0, first)].find(canGo);
}
