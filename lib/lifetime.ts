import { browser } from 'wxt/browser';

/** How often a page with terms looks whether the extension is still there, in milliseconds. */
const CHECK = 1000;

/**
 * Asks a script of an earlier version of the extension, in a world of its own, to look whether it has ended. The page can say
 * this, too, so it is no more than a question; and it can hear it, so it is asked only where there may be such a script.
 */
const BEGIN = 'termlight-begin';

/** Where a script leaves its end for one that is put into the same world after it. The page does not see this world. */
const LIFE = 'life';
const world = globalThis as unknown as Record<symbol, Pick<AbortController, 'abort'> | undefined>;

/**
 * What the background runs in an open page before it puts a script there anew: where there is none in this world, one of an
 * earlier version may be in another, and the script that comes ends it as it would its own predecessor.
 */
export const succeed = {
  args: [LIFE, BEGIN] as [string, string],
  // No method: its text is sent to the page, and must be an expression.
  func: (life: string, begin: string) => {
    const here = globalThis as unknown as Record<symbol, unknown>;
    here[Symbol.for(life)] ??= { abort: () => document.dispatchEvent(new Event(begin)) };
  },
};

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
  const life = Symbol.for(LIFE);
  world[life]?.abort();
  world[life] = end;
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
