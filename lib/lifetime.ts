import { browser } from 'wxt/browser';

/** How often a page with terms looks whether the extension is still there, in milliseconds. */
const CHECK = 1000;

/** A script that begins tells one of an earlier version of the extension, which knows no better, that it has ended. */
const BEGIN = 'termlight-begin';

/** The life of a content script: it ends when the extension is updated, disabled or removed. */
export class Lifetime {
  #end = new AbortController();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    document.dispatchEvent(new Event(BEGIN));
    document.addEventListener(BEGIN, () => this.#end.abort(), { signal: this.signal });
  }

  /** Aborts at the end: what the script left in the page must go then. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  get isOver(): boolean {
    if (!browser.runtime?.id) this.#end.abort();
    return this.signal.aborted;
  }

  /** Looks for the end by itself from now on. A page on which nothing is lit has nothing to take away. */
  watch(): void {
    this.#timer ??= setInterval(() => {
      if (!document.hidden && this.isOver) clearInterval(this.#timer);
    }, CHECK);
  }
}
