import type { LivePage } from './live-page';
import { type Match, segmentsOf } from './match';

/** An offset in a node, as far as the page has left so much of it. */
const within = (node: Node, offset: number): number =>
  Math.min(offset, node instanceof Text ? node.length : node.childNodes.length);

/** A live range over a static one, for its boxes. */
export function liveRange({ startContainer, startOffset, endContainer, endOffset }: StaticRange): Range {
  const live = document.createRange();
  live.setStart(startContainer, within(startContainer, startOffset));
  live.setEnd(endContainer, within(endContainer, endOffset));
  return live;
}

/** The lit matches that have text in a text node, or in an inline mark around it. */
export function litIn(page: LivePage, node: Node): Match[] {
  const text = page.painter?.originOf?.(node) ?? node;
  const block = page.blockOf(text);
  const isIn = (match: Match) => match.shown && segmentsOf(match).some((segment) => segment.node === text);
  return block ? page.matchesIn(block).filter(isIn) : [];
}

const holds = (box: DOMRect, x: number, y: number) =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

/**
 * The lit match under a point of the viewport (CSS pixels). The highlights are not asked one by one: the caret position
 * gives the text node, the page knows its matches, and the match's own boxes settle it, since the caret snaps to the
 * nearest text.
 */
export function matchAt(page: LivePage, x: number, y: number): Match | undefined {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots: [...page.shadowRoots] });
  if (!caret) return undefined;
  return litIn(page, caret.offsetNode).find((match) =>
    [...liveRange(match.range).getClientRects()].some((box) => holds(box, x, y)),
  );
}
