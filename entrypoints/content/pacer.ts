/**
 * Work stops for the page after so long, in milliseconds. What it is at then is done first, and takes an engine that is cold as
 * long again; with what the collector of garbage takes, few slices come to 8.
 */
const SLICE = 3;

/** Milliseconds since the page began. */
export const now = () => performance.now();

/** Lets the page's own tasks run. */
function yieldToPage(): Promise<void> {
  return (
    globalThis.scheduler?.yield?.() ??
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(0);
    })
  );
}

/** Cuts long work into slices that the page does not feel. */
export class Pacer {
  readonly #signal: AbortSignal;
  #begun = now();

  /** @param signal when it aborts, the next `rest` throws its reason */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Whether the slice is used up. */
  get due(): boolean {
    return now() - this.#begun >= SLICE;
  }

  /** Ends the slice; the next one begins when the page has had its turn. */
  async rest(): Promise<void> {
    await yieldToPage();
    this.#signal.throwIfAborted();
    this.#begun = now();
  }
}
