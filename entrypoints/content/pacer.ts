/**
 * Work stops for the page after so long, in milliseconds. What it is at then is done first, and takes an engine that is cold as
 * long again; with what the collector of garbage takes, few slices come to 8.
 */
const SLICE = 3;

/** Lets the page's own tasks run. */
function yieldToPage(): Promise<void> {
  if (typeof scheduler !== 'undefined' && scheduler.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}

/** Cuts long work into slices that the page does not feel. */
export class Pacer {
  #begun = performance.now();

  /** @param signal when it aborts, the next `rest` throws its reason */
  constructor(readonly signal: AbortSignal) {}

  /** Whether the slice is used up. */
  get due(): boolean {
    return performance.now() - this.#begun >= SLICE;
  }

  /** Ends the slice; the next one begins when the page has had its turn. */
  async rest(): Promise<void> {
    await yieldToPage();
    this.signal.throwIfAborted();
    this.#begun = performance.now();
  }
}
