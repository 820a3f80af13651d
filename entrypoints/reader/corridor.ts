export interface Point {
  x: number;
  y: number;
}
/** Edges in CSS pixels of the viewport. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A hand that aims at the card strays by so many CSS pixels. */
const SLACK = 10;

/** Whether a point is in a box, or no farther from it than `slack`, in CSS pixels. */
export const contains = (box: Box, { x, y }: Point, slack = 0): boolean =>
  x >= box.left - slack && x <= box.right + slack && y >= box.top - slack && y <= box.bottom + slack;

const side = (p: Point, a: Point, b: Point) => (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);

function inTriangle(p: Point, a: Point, b: Point, c: Point): boolean {
  const sides = [side(p, a, b), side(p, b, c), side(p, c, a)];
  return sides.every((s) => s >= 0) || sides.every((s) => s <= 0);
}

/**
 * Whether the pointer is on its way from a term to its card: in the triangle between where it left the term and the
 * card's near edge.
 * @param from where the pointer was last seen on the term
 */
export function isOnTheWay(point: Point, from: Point, card: Box): boolean {
  const { left, right, top, bottom } = card;
  if (contains(card, point, SLACK)) return true;
  // The apex lies a little behind, so that the corridor is not a needle where it begins.
  if (from.y <= top) {
    const apex = { x: from.x, y: from.y - SLACK };
    return inTriangle(point, apex, { x: left - SLACK, y: top }, { x: right + SLACK, y: top });
  }
  if (from.y >= bottom) {
    const apex = { x: from.x, y: from.y + SLACK };
    return inTriangle(point, apex, { x: left - SLACK, y: bottom }, { x: right + SLACK, y: bottom });
  }
  const edge = from.x < left ? left : right;
  const apex = { x: from.x + (from.x < left ? -SLACK : SLACK), y: from.y };
  return inTriangle(point, apex, { x: edge, y: top - SLACK }, { x: edge, y: bottom + SLACK });
}
