import { expect, it, vi } from 'vitest';
import { lineAt, spotAt } from '../../entrypoints/reader/lines';

class Rect {
  constructor(
    readonly left: number,
    readonly top: number,
    readonly width: number,
    readonly height: number,
  ) {}
  get right() {
    return this.left + this.width;
  }
  get bottom() {
    return this.top + this.height;
  }
}
vi.stubGlobal('DOMRect', Rect);

/** A term on three lines of 20 pixels, 5 apart, and on a fourth in the next column. */
const LINES = [
  [300, 100, 80, 20],
  [10, 125, 400, 20],
  [10, 150, 60, 20],
  [500, 0, 50, 20],
].map(([left, top, width, height]) => new Rect(left, top, width, height) as unknown as DOMRect);

it.each([
  [{ x: 320, y: 110 }, 0],
  [{ x: 299.5, y: 100 }, 0],
  [{ x: 20, y: 145 }, 1],
  [{ x: 20, y: 170 }, 2],
  [{ x: 510, y: 10 }, 3],
  [{ x: 200, y: 110 }, 0],
  [undefined, 0],
])('at %j is line %i', (point, index) => expect(lineAt(LINES, point)).toBe(index));

it.each([
  // The first line is opened upwards, the others downwards: no other line of the term lies between.
  [0, { left: 300, width: 80, top: 100, bottom: 170 }, 'top'],
  [1, { left: 10, width: 400, top: 100, bottom: 170 }, 'bottom'],
  [2, { left: 10, width: 60, top: 100, bottom: 170 }, 'bottom'],
  [3, { left: 500, width: 50, top: 0, bottom: 20 }, 'bottom'],
] as const)('a card at line %i stands beside all lines that hang together', (index, box, side) => {
  const spot = spotAt(LINES, index);
  const { left, width, top, bottom } = spot.box;
  expect({ left, width, top, bottom }).toEqual(box);
  expect(spot.side).toBe(side);
});

it('a card at the only line stands below it', () => {
  expect(spotAt(LINES.slice(3), 0).side).toBe('bottom');
});
