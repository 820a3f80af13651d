import { now } from './pacer';

/** Changes are gathered so long before they are looked at, in milliseconds; a chat answer grows some words in that time. */
const GATHER = 100;
/** After a look that took long, the next one waits this many times as long: at most a fifth of the page's time is used. */
const REST_FACTOR = 4;
const LONGEST_REST = 4000;
/** With more changes than that at once, reading the page anew is cheaper than following each. */
const MAX_RECORDS = 5000;

/** What makes an editor of an element, or an element of an editor. */
const EDITABLE = 'contenteditable';

export interface Changes {
  records: MutationRecord[];
  /** Too much changed to be told in records. */
  everything: boolean;
  /** Something may have been shown or hidden. */
  visibility: boolean;
}

const nothing = (): Changes => ({ records: [], everything: false, visibility: false });

/**
 * Gathers what the page changes in its document and in its open shadow roots, and hands it over in bounded portions:
 * never two at a time, never while the tab is hidden.
 */
export class Watcher {
  readonly #onRecords: (records: MutationRecord[]) => void;
  readonly #onChanges: (changes: Changes) => Promise<void>;
  readonly #signal: AbortSignal;
  #observer: MutationObserver;
  #roots: Node[] = [];
  #attributes = false;
  #changes = nothing();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #rest = GATHER;

  /**
   * @param onRecords called at once with each batch, before the page is painted
   * @param onChanges called with what was gathered
   * @param signal ends the watch
   */
  constructor(
    onRecords: (records: MutationRecord[]) => void,
    onChanges: (changes: Changes) => Promise<void>,
    signal: AbortSignal,
  ) {
    this.#onRecords = onRecords;
    this.#onChanges = onChanges;
    this.#signal = signal;
    this.#observer = new MutationObserver((records) => this.#gather(records));
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      clearTimeout(this.#timer);
    });
    document.addEventListener('visibilitychange', () => this.#schedule(), { signal });
  }

  observe(root: Node): void {
    // A page may take away as many roots as it brings.
    this.#roots = this.#roots.filter(({ isConnected }) => isConnected);
    if (!this.#roots.includes(root)) this.#roots.push(root);
    this.#observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: this.#attributes,
    });
  }

  /** From now on watches for attributes, too, since any may show or hide something: only pages with terms need it. */
  watchVisibility(): void {
    if (this.#attributes) return;
    this.#attributes = true;
    for (const root of this.#roots) this.observe(root);
  }

  /** Changes the page without taking notice of it. */
  unnoticed(change: () => void): void {
    this.#gather(this.#observer.takeRecords());
    change();
    this.#observer.takeRecords();
  }

  /** Asks for a look although nothing was seen to change. */
  request(what: Partial<Pick<Changes, 'everything' | 'visibility'>>): void {
    Object.assign(this.#changes, what);
    this.#schedule();
  }

  #gather(records: MutationRecord[]): void {
    if (!records.length) return;
    const content: MutationRecord[] = [];
    for (const record of records) {
      if (record.type !== 'attributes') content.push(record);
      else if (record.attributeName === EDITABLE) this.#changes.everything = true;
      else this.#changes.visibility = true;
    }
    if (content.length) this.#onRecords(content);
    const { records: gathered } = this.#changes;
    if (gathered.length + content.length > MAX_RECORDS) {
      this.#changes.everything = true;
      gathered.length = 0;
    }
    if (!this.#changes.everything) gathered.push(...content);
    this.#schedule();
  }

  #schedule(): void {
    const { records, everything, visibility } = this.#changes;
    if (this.#busy || this.#timer !== undefined || document.hidden) return;
    if (records.length || everything || visibility)
      this.#timer = setTimeout(() => void this.#handOver(), this.#rest);
  }

  async #handOver(): Promise<void> {
    this.#timer = undefined;
    if (document.hidden) return;
    const changes = this.#changes;
    this.#changes = nothing();
    this.#busy = true;
    const from = now();
    try {
      await this.#onChanges(changes);
    } catch (error) {
      if (!this.#signal.aborted) throw error;
    } finally {
      this.#busy = false;
      this.#rest = Math.min(LONGEST_REST, Math.max(GATHER, REST_FACTOR * (now() - from)));
      if (!this.#signal.aborted) this.#schedule();
    }
  }
}
