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

/** How far to scroll so that a stretch comes to the middle of what is seen. */
const toMiddle = (start: number, end: number, from: number, to: number): number =>
  (start + end) / 2 - (from + to) / 2;

/** The same; 0 where it is well in what is seen. */
const way = (start: number, end: number, from: number, to: number): number =>
  start >= from + EDGE && end <= to - EDGE ? 0 : toMiddle(start, end, from, to);

/** Whether a bar or the like that the page keeps in its place on the window stands over the middle of a term. */
function isCovered(node: Node, term: DOMRect): boolean {
  const own = parentOf(node);
  const hit = document.elementFromPoint((term.left + term.right) / 2, (term.top + term.bottom) / 2);
  for (let at = hit; at && own; at = parentOf(at)) {
    if (at === own || isAround(at, own)) return false;
    // The card goes with its term.
    if (/fixed|sticky/.test(getComputedStyle(at).position)) return at.localName !== 'termlight-card';
  }
  return false;
}

function isAround(outer: Element, inner: Element): boolean {
  for (let at: Element | null | undefined = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
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
  const hidden = isCovered(range.startContainer, live.getClientRects()[0] ?? term);
  scrollBy({
    left: way(term.left, term.right, -EDGE, innerWidth + EDGE),
    top: hidden
      ? toMiddle(term.top, term.bottom, 0, innerHeight)
      : way(term.top, term.bottom, 0, innerHeight),
    behavior: 'instant',
  });
}
