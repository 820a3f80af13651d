/** A text is left alone when so often the page took its marks away so soon after they were put there, in milliseconds. */
const PATIENCE = 5;
const SOON = 1000;
/** What was refused no longer ago than that, its wait aside, is refused again. */
const RECENT = 10_000;
/** So long at first, in milliseconds; each time it is refused again, for twice as long. */
const FIRST_REST = 2000;
const LONGEST_REST = 300_000;
/** No more texts are remembered. */
const MOST = 500;

interface Refusal {
  count: number;
  /** When it was refused last, and until when it gets no marks. */
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
   * @param marked the texts of the blocks in which they stood, each with the time at which they were put there
   */
  note(marked: ReadonlyMap<string, number>): void {
    const now = performance.now();
    for (const [text, since] of marked) {
      const before = this.#known.get(text);
      // Marks that stand elsewhere in an equal text, from before its wait.
      if (before && now < before.until) continue;
      if (now - since >= SOON) {
        this.#known.delete(text);
        continue;
      }
      const isAgain = before && now - Math.max(before.last, before.until) < RECENT;
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
