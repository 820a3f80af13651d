import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Refusals } from '../../entrypoints/context/refusals';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const TEXT = 'Induction begins with vincristine.';

function begin() {
  const onRested = vi.fn();
  const end = new AbortController();
  return { refusals: new Refusals(onRested, end.signal), onRested, end };
}

/** Has the page take marks away so often, each time so long after they were put there, in milliseconds. */
function refuse(refusals: Refusals, times: number, after: number, text = TEXT): void {
  for (let i = 0; i < times; i++) {
    const since = performance.now();
    vi.advanceTimersByTime(after);
    refusals.note(new Map([[text, since]]));
  }
}

test('marks that are taken away at once, over and over, are not put there again for a while', () => {
  const { refusals, onRested } = begin();
  refuse(refusals, 4, 100);
  expect(refusals.refuses(TEXT)).toBe(false);
  refuse(refusals, 1, 100);
  expect(refusals.refuses(TEXT)).toBe(true);
  expect(refusals.refuses('Another text')).toBe(false);
  vi.advanceTimersByTime(1999);
  expect(onRested).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onRested).toHaveBeenCalledOnce();
  expect(refusals.refuses(TEXT)).toBe(false);
});

test('each time they are refused again, the wait is twice as long, up to five minutes', () => {
  const { refusals, onRested } = begin();
  refuse(refusals, 4, 100);
  const waits: number[] = [];
  for (let i = 1; i < 10; i++) {
    refuse(refusals, 1, 100);
    const from = performance.now();
    refusals.refuses(TEXT);
    while (onRested.mock.calls.length < i) vi.advanceTimersByTime(1000);
    waits.push(performance.now() - from);
  }
  expect(waits).toEqual([2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000]);
});

test('of several texts, the one whose wait is over first is told first', () => {
  const { refusals, onRested } = begin();
  refuse(refusals, 5, 100);
  refuse(refusals, 5, 100, 'Another text');
  refusals.refuses('Another text');
  refusals.refuses(TEXT);
  vi.advanceTimersByTime(1500);
  expect(onRested).toHaveBeenCalledOnce();
  expect(refusals.refuses(TEXT)).toBe(false);
  expect(refusals.refuses('Another text')).toBe(true);
  vi.advanceTimersByTime(500);
  expect(onRested).toHaveBeenCalledTimes(2);
});

test('what is written anew now and then keeps its marks', () => {
  const { refusals } = begin();
  refuse(refusals, 20, 1500);
  expect(refusals.refuses(TEXT)).toBe(false);
});

test('a text that grows is another one each time', () => {
  const { refusals } = begin();
  for (let i = 0; i < 2000; i++) refuse(refusals, 1, 50, 'x'.repeat(i));
  expect(refusals.refuses('x'.repeat(1999))).toBe(false);
});

test('marks that went with something else while their text is left alone do not count', () => {
  const { refusals } = begin();
  refuse(refusals, 5, 100);
  refuse(refusals, 10, 100);
  expect(refusals.refuses(TEXT)).toBe(true);
  vi.advanceTimersByTime(1000);
  expect(refusals.refuses(TEXT)).toBe(false);
});

test('a page that is slow to answer, or slowly read, is left alone, too', () => {
  const { refusals } = begin();
  for (let i = 0; i < 5; i++) {
    vi.advanceTimersByTime(4000);
    refuse(refusals, 1, 10);
  }
  expect(refusals.refuses(TEXT)).toBe(true);
});

test('nothing is told after the end', () => {
  const { refusals, onRested, end } = begin();
  refuse(refusals, 5, 100);
  refusals.refuses(TEXT);
  end.abort();
  vi.advanceTimersByTime(5000);
  expect(onRested).not.toHaveBeenCalled();
});
