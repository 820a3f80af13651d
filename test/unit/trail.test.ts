import { expect, test } from 'vitest';
import { Trail } from '../../entrypoints/reader/trail';

test('goes back and forward, and forgets what lay ahead when another way is taken', () => {
  const trail = new Trail('a');
  expect([trail.id, trail.atStart, trail.can]).toEqual(['a', true, { back: false, forward: false }]);
  trail.go('b');
  trail.go('c');
  expect([trail.id, trail.atStart, trail.can]).toEqual(['c', false, { back: true, forward: false }]);
  trail.back();
  expect([trail.id, trail.can]).toEqual(['b', { back: true, forward: true }]);
  trail.back();
  trail.back();
  expect([trail.id, trail.atStart]).toEqual(['a', true]);
  trail.forward();
  expect(trail.id).toBe('b');
  trail.go('d');
  expect([trail.id, trail.can]).toEqual(['d', { back: true, forward: false }]);
  trail.forward();
  expect(trail.id).toBe('d');
});

test('stays where it is when asked for the concept that it shows', () => {
  const trail = new Trail('a');
  trail.go('a');
  expect(trail.can).toEqual({ back: false, forward: false });
});
