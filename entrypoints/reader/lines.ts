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
