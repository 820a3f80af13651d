import { liveRange } from '../content/hit-test';
import type { Point } from './corridor';

/** Two boxes stand on one line when this share of the lower one's height is common to both. */
const SAME_LINE = 0.5;

/** The lines on which a range stands, as boxes in CSS pixels of the viewport: one a line, whatever elements it crosses. */
export function linesOf(range: StaticRange): DOMRect[] {
  const lines: DOMRect[] = [];
  for (const box of liveRange(range).getClientRects()) {
    if (box.width === 0 || box.height === 0) continue;
    const last = lines.at(-1);
    const common = last ? Math.min(last.bottom, box.bottom) - Math.max(last.top, box.top) : 0;
    if (last && common > SAME_LINE * Math.min(last.height, box.height)) {
      const left = Math.min(last.left, box.left);
      const top = Math.min(last.top, box.top);
      const width = Math.max(last.right, box.right) - left;
      lines[lines.length - 1] = new DOMRect(left, top, width, Math.max(last.bottom, box.bottom) - top);
    } else lines.push(box);
  }
  return lines;
}

/** Index of the line at a point; the first where the point is on none. */
export function lineAt(lines: DOMRect[], point: Point | undefined): number {
  if (!point) return 0;
  const index = lines.findIndex(
    (line) =>
      point.y >= line.top && point.y <= line.bottom && point.x >= line.left - 1 && point.x <= line.right + 1,
  );
  return Math.max(0, index);
}

/** Where a card belongs that is opened at one of a term's lines. */
export interface Spot {
  /** Sideways the line at which it is opened; up and down all lines that follow on it, none of which may be covered. */
  box: DOMRect;
  /** The side on which no other line of the term lies between. */
  side: 'top' | 'bottom';
}

/** @param index the line, of at least one */
export function spotAt(lines: DOMRect[], index: number): Spot {
  const line = lines[index];
  // A term that goes on in another column is there on its own.
  const follows = (upper: DOMRect | undefined, lower: DOMRect | undefined) =>
    upper && lower && lower.top >= upper.top && lower.top - upper.bottom < upper.height;
  let first = index;
  let last = index;
  while (follows(lines[first - 1], lines[first])) first--;
  while (follows(lines[last], lines[last + 1])) last++;
  const { top } = lines[first];
  const box = new DOMRect(line.left, top, line.width, lines[last].bottom - top);
  return { box, side: index === first && first < last ? 'top' : 'bottom' };
}
