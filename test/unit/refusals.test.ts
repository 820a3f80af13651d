import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Refusals } from '../../entrypoints/context/refusals';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const TEXT = 'Induction begins with vincristine.';

/** Has the page take marks away so often, each time so long after the last, in milliseconds. */
function refuse(refusals: Refusals, times: number, every: number, text = TEXT): void {
  for (let i = 0; i < times; i++) {
    vi.advanceTimersByTime(every);
    refusals.note(new Set([text]));
  }
}

test('marks that are taken away at once, over and over, are not put there again for a while', () => {
  const refusals = new Refusals();
  refuse(refusals, 4, 100);
  expect(refusals.restOf(TEXT)).toBe(0);
  refuse(refusals, 1, 100);
  expect(refusals.restOf(TEXT)).toBe(2000);
  expect(refusals.restOf('Another text')).toBe(0);
  vi.advanceTimersByTime(2000);
  expect(refusals.restOf(TEXT)).toBe(0);
});

test('each time they are refused again, the wait is twice as long, up to five minutes', () => {
  const refusals = new Refusals();
  refuse(refusals, 5, 100);
  const rests: number[] = [];
  for (let i = 0; i < 9; i++) {
    rests.push(refusals.restOf(TEXT));
    refuse(refusals, 1, refusals.restOf(TEXT) + 100);
  }
  expect(rests).toEqual([2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000]);
});

test('what is written anew now and then keeps its marks', () => {
  const refusals = new Refusals();
  refuse(refusals, 20, 1500);
  expect(refusals.restOf(TEXT)).toBe(0);
});

test('a text that grows is another one each time', () => {
  const refusals = new Refusals();
  for (let i = 0; i < 2000; i++) refuse(refusals, 1, 50, 'x'.repeat(i));
  expect(refusals.restOf('x'.repeat(1999))).toBe(0);
});
