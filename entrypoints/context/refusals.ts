/** A text is left alone when the page took its marks away so often, each time so soon (milliseconds) after they were put there. */
const PATIENCE = 5;
const SOON = 1000;
/** So long at first, in milliseconds; each time it is refused again, for twice as long. */
const FIRST_REST = 2000;
const LONGEST_REST = 300_000;
/** No more texts are remembered. */
const MOST = 500;

interface Refusal {
  count: number;
  /** When its marks were taken away last, and until when it gets none. */
  last: number;
  until: number;
}

/**
 * Texts of which the page takes the marks away as soon as they are put there. Some pages never let them stay: to go on would
 * be a fight without end. Others write their text anew until all of it is there, and are marked then.
 */
export class Refusals {
  #known = new Map<string, Refusal>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wakesAt = Number.POSITIVE_INFINITY;

  /** @param onRested called when a text that was asked about need not be left alone any longer; not after `signal` */
  constructor(
    readonly onRested: () => void,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /**
   * The page took marks away.
   * @param texts of the blocks in which they stood
   */
  note(texts: ReadonlySet<string>): void {
    const now = performance.now();
    for (const text of texts) {
      const before = this.#known.get(text);
      const isAgain = before && now - Math.max(before.last, before.until) < SOON;
      const count = isAgain ? before.count + 1 : 1;
      const rest = count < PATIENCE ? 0 : Math.min(LONGEST_REST, FIRST_REST * 2 ** (count - PATIENCE));
      if (!before && this.#known.size >= MOST) this.#known.clear();
      this.#known.set(text, { count, last: now, until: now + rest });
    }
  }

  /** Whether a text is to be left alone for now. */
  refuses(text: string): boolean {
    const until = this.#known.get(text)?.until ?? 0;
    const rest = until - performance.now();
    if (rest <= 0) return false;
    if (until < this.#wakesAt) {
      clearTimeout(this.#timer);
      this.#wakesAt = until;
      this.#timer = setTimeout(() => {
        this.#wakesAt = Number.POSITIVE_INFINITY;
        this.onRested();
      }, rest);
    }
    return true;
  }
}
