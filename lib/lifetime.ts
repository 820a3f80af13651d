import { browser } from 'wxt/browser';

/** How often a page with terms looks whether the extension is still there, in milliseconds. */
const CHECK = 1000;

/**
 * A script that begins asks one of an earlier version of the extension, in a world of its own, to look whether it has
 * ended. The page can say this, too, so it is no more than a question.
 */
const BEGIN = 'termlight-begin';

/** Where a script leaves its end for one that is put into the same world after it. The page does not see this world. */
const LIFE = Symbol.for('life');
const world = globalThis as unknown as Record<symbol, AbortController | undefined>;

/** The life of a content script: it ends when the extension is updated, disabled or removed, or with the next script. */
export interface Lifetime {
  /** Aborts at the end: what the script left in the page must go then. */
  readonly signal: AbortSignal;
  isOver(): boolean;
  /** Looks for the end by itself from now on. A page on which nothing is lit has nothing to take away. */
  watch(): void;
}

/** Ends the life of the script before, and begins a new one. Every page pays for this. */
export function beginLife(): Lifetime {
  const end = new AbortController();
  const { signal } = end;
  let timer: ReturnType<typeof setInterval> | undefined;
  const isOver = () => {
    if (!browser.runtime?.id) end.abort();
    return signal.aborted;
  };
  world[LIFE]?.abort();
  world[LIFE] = end;
  document.dispatchEvent(new Event(BEGIN));
  document.addEventListener(BEGIN, isOver, { signal });
  return {
    signal,
    isOver,
    watch() {
      timer ??= setInterval(() => {
        if (!document.hidden && isOver()) clearInterval(timer);
      }, CHECK);
    },
  };
}
