import { browser } from 'wxt/browser';
import type { BackgroundMessage, Part } from './messages';

/**
 * The scripts of one frame share one isolated world: a part that loads late leaves its exports here, and the content
 * script picks them up. A page cannot see this world; what it names after an element would show in it, under a string.
 */
const REGISTRY = Symbol.for('parts');
type Registry = Partial<Record<Part, unknown>>;
const registry = (): Registry => {
  const world = globalThis as unknown as Record<symbol, Registry>;
  world[REGISTRY] ??= {};
  return world[REGISTRY];
};

/** Called by a part's script when it has loaded. */
export function offerPart(part: Part, exports: unknown): void {
  registry()[part] = exports;
}

/**
 * What the script of a part that was loaded before offered.
 * @throws Error when it has not been loaded into this frame
 */
export function offered<T>(part: Part): T {
  const exports = registry()[part];
  if (exports === undefined) throw new Error(`The part "${part}" has not been loaded`);
  return exports as T;
}

const loading = new Map<Part, Promise<unknown>>();

/**
 * Loads a part into this frame, once.
 * @returns what the part's script offered
 * @throws Error when the extension was updated or disabled meanwhile
 */
export async function loadPart<T>(part: Part): Promise<T> {
  const there = registry()[part];
  if (there) return there as T;
  let promise = loading.get(part);
  if (!promise) {
    promise = browser.runtime
      .sendMessage({ type: 'load-part', part } satisfies BackgroundMessage)
      .then(() => registry()[part] ?? Promise.reject(new Error(`The part "${part}" did not load`)));
    loading.set(part, promise);
    promise.catch(() => loading.delete(part));
  }
  return promise as Promise<T>;
}
