import { expect, test } from 'vitest';
import { isOnTheWay } from '../../entrypoints/reader/corridor';

const CARD = { left: 100, top: 200, right: 500, bottom: 600 };

test.each<[name: string, point: [number, number], from: [number, number], on: boolean]>([
  ['straight down to a card below', [300, 190], [300, 150], true],
  ['aslant to its far corner', [460, 190], [120, 150], true],
  ['away upwards', [300, 120], [300, 150], false],
  ['sideways along the line', [420, 152], [300, 150], false],
  ['straight up to a card above', [300, 610], [300, 660], true],
  ['down from a term below the card', [300, 700], [300, 660], false],
  ['on the card', [300, 300], [300, 150], true],
  ['just beside the card', [505, 300], [300, 150], true],
  ['well beside the card', [540, 300], [300, 150], false],
  ['to a card on the right', [80, 400], [40, 400], true],
  ['to a card on the left', [520, 420], [600, 400], true],
  ['away from a card on the left', [640, 400], [600, 400], false],
  ['a step back at the start is no leaving', [300, 145], [300, 150], true],
])('%s', (_name, [x, y], [fromX, fromY], on) => {
  expect(isOnTheWay({ x, y }, { x: fromX, y: fromY }, CARD)).toBe(on);
});
