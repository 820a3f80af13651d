import { ownOf } from '../content/elements';
import type { Match } from '../content/match';
import { scrollersAround } from '../content/reveal';
import { linesOf } from './lines';
import { elementAt, shownParentOf } from './shown-tree';
import { isInTopLayer } from './top-layer';

/** What clips its text to less than this (CSS pixels, across or down) shows nothing of it. */
const NOTHING = 4;

/**
 * Whether the keyboard may go to a term: one that can be used, and be seen, if only after scrolling.
 * @param modal the element outside of which everything is inert
 */
export function isReachable({ range }: Match, modal: Element | undefined): boolean {
  const element = elementAt(range);
  if (isInert(element, modal)) return false;
  const lines = linesOf(range);
  return lines.length > 0 && !isFadedOrClipped(element, lines) && !isOffPage(range, lines);
}

/** A modal dialog is not inert for what is around it, only by itself. */
function isInert(element: Element, modal: Element | undefined): boolean {
  for (let at: Element | null = element; at; at = shownParentOf(at)) {
    if (ownOf(at, 'hasAttribute').call(at, 'inert')) return true;
    if (at === modal) return false;
  }
  return modal !== undefined;
}

function isFadedOrClipped(element: Element, lines: readonly DOMRect[]): boolean {
  // Many pages fade in what is scrolled to: only what is in view and still not seen stays so.
  const inView = lines.some(
    ({ left, right, top, bottom }) => right > 0 && left < innerWidth && bottom > 0 && top < innerHeight,
  );
  /** How an element on the way was taken out of the flow: what is not its containing block does not clip it. */
  let placed: 'absolute' | 'fixed' | undefined;
  for (let at: Element | null = element; at && !isPage(at); at = shownParentOf(at)) {
    const { display, opacity, position, transform, overflowX, overflowY } = getComputedStyle(at);
    if (display === 'contents') continue;
    if (inView && opacity === '0') return true;
    const holds = !placed || transform !== 'none' || (placed === 'absolute' && position !== 'static');
    if (holds) {
      const { width, height } = at.getBoundingClientRect();
      if (display !== 'inline' && overflowX !== 'visible' && width < NOTHING) return true;
      if (display !== 'inline' && overflowY !== 'visible' && height < NOTHING) return true;
      placed = position === 'absolute' || position === 'fixed' ? position : undefined;
    }
    // Nothing around it clips it there.
    if (isInTopLayer(at)) return false;
  }
  return false;
}

/** What the window shows, whatever its own box. */
const isPage = (element: Element) => element === document.documentElement || element === document.body;

/** Left of where the page begins, or above it: no scrolling leads there. */
function isOffPage({ startContainer }: StaticRange, lines: readonly DOMRect[]): boolean {
  const right = Math.max(...lines.map((line) => line.right));
  const bottom = Math.max(...lines.map((line) => line.bottom));
  if (right > 0 && bottom > 0) return false;
  const scrollers = scrollersAround(startContainer);
  if (document.scrollingElement) scrollers.push(document.scrollingElement);
  const sum = (way: (scroller: Element) => number) => scrollers.reduce((all, each) => all + way(each), 0);
  return right + sum(wayLeft) <= 0 || bottom + sum(({ scrollTop }) => scrollTop) <= 0;
}

/** How far a scroller can go on to the left, in CSS pixels. */
function wayLeft(scroller: Element): number {
  // The window goes by the body's direction.
  const { direction } = getComputedStyle(isPage(scroller) ? document.body : scroller);
  const { scrollLeft, scrollWidth, clientWidth } = scroller;
  return direction === 'rtl' ? scrollLeft + scrollWidth - clientWidth : scrollLeft;
}
