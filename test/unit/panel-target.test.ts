import { expect, it } from 'vitest';
import { panelHash, readTarget } from '../../lib/panel-target';

it.each([
  [{ concept: 'fever', at: 1 }, 7, { concept: 'fever' }],
  [{ query: 'chemo', windowId: 7, at: 1 }, 7, { query: 'chemo' }],
  [{ query: 'chemo', windowId: 8 }, 7, undefined],
  [{ query: 'chemo', windowId: 8 }, undefined, { query: 'chemo' }],
  [{ windowId: 7 }, 7, {}],
  [{ concept: 12 }, 7, undefined],
  [undefined, 7, undefined],
])('%j in window %j: %j', (stored, windowId, target) => {
  expect(readTarget(stored, windowId)).toMatchObject(target ?? {});
  expect(readTarget(stored, windowId) === undefined).toBe(target === undefined);
});

it.each([
  [{ concept: 'fever', query: 'heat' }, '#fever'],
  [{ query: '50 % & more' }, '#/find/50%20%25%20%26%20more'],
  [{}, ''],
])('%j stands in the address as %j', (target, hash) => expect(panelHash(target)).toBe(hash));
