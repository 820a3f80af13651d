import { parentOf } from './elements';
import { liveRange } from './hit-test';

/** A range this near to the edge of what is seen (CSS pixels) counts as out of it: its line would be cut, or its card. */
const EDGE = 40;

const SCROLLS = /auto|scroll|hidden|overlay/;

/** The elements around a node that may scroll, the page itself left out. */
export function scrollersAround(node: Node): Element[] {
  const out: Element[] = [];
  for (let at = parentOf(node); at; at = parentOf(at)) {
    if (at === document.documentElement || at === document.body) break;
    const { overflowX, overflowY } = getComputedStyle(at);
    if (SCROLLS.test(overflowX + overflowY)) out.push(at);
  }
  return out;
}

/** How far to scroll so that a stretch comes to the middle of what is seen; 0 where it is well in it. */
function way(start: number, end: number, from: number, to: number): number {
  if (start >= from + EDGE && end <= to - EDGE) return 0;
  return (start + end) / 2 - (from + to) / 2;
}

/**
 * Brings a range into the middle of the view, in every scroller around it, at once: a card cannot be placed at a term that
 * is on its way. What is in view already stays where it is. An element's own scrollIntoView won't do: a paragraph may be
 * higher than the window.
 */
export function reveal(range: StaticRange): void {
  const live = liveRange(range);
  for (const scroller of scrollersAround(range.startContainer)) {
    const term = live.getBoundingClientRect();
    const seen = scroller.getBoundingClientRect();
    scroller.scrollBy({
      left: way(term.left, term.right, seen.left - EDGE, seen.right + EDGE),
      top: way(term.top, term.bottom, seen.top, seen.bottom),
      behavior: 'instant',
    });
  }
  const term = live.getBoundingClientRect();
  scrollBy({
    left: way(term.left, term.right, -EDGE, innerWidth + EDGE),
    top: way(term.top, term.bottom, 0, innerHeight),
    behavior: 'instant',
  });
}
