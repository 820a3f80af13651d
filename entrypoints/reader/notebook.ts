import { browser } from 'wxt/browser';
import type { CardVerdict } from '../../components/CardActions';
import { askBackground } from '../../lib/ask-background';
import { type Settings, siteKey, watchSettings } from '../../lib/settings';

/** The key in `browser.storage.local` under which lib/saved.ts, which brings its validator along, keeps the list. */
const SAVED_KEY = 'saved';
const MESSAGE = { saved: 'save', known: 'known', wrong: 'wrong' } as const;

const idsOf = (stored: unknown): string[] =>
  Array.isArray(stored) ? stored.map((item) => String((item as { concept?: unknown })?.concept)) : [];

/** What the reader said about terms, as far as this page must know: everything saved, and what was put away here. */
export class Notebook {
  #holds: Record<CardVerdict, Set<string>> = { saved: new Set(), known: new Set(), wrong: new Set() };

  /** @param onChange called when another page of the extension changed what holds */
  constructor(onChange: () => void, signal: AbortSignal) {
    const take = (stored: unknown) => {
      this.#holds.saved = new Set(idsOf(stored));
      onChange();
    };
    const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      if (area === 'local' && changes[SAVED_KEY]) take(changes[SAVED_KEY].newValue);
    };
    // Kept, since an extension that has ended finds no `browser.storage` any more.
    const { onChanged } = browser.storage;
    onChanged.addListener(listener);
    signal.addEventListener('abort', () => onChanged.removeListener(listener));
    const unwatch = watchSettings((settings) => {
      this.#forget(settings);
      onChange();
    });
    signal.addEventListener('abort', unwatch);
    browser.storage.local.get(SAVED_KEY).then((all) => take(all[SAVED_KEY]));
  }

  verdicts(concept: string): Record<CardVerdict, boolean> {
    const { saved, known, wrong } = this.#holds;
    return { saved: saved.has(concept), known: known.has(concept), wrong: wrong.has(concept) };
  }

  /**
   * Holds at once; taken back if it cannot be written.
   * @returns whether it was written
   */
  async set(verdict: CardVerdict, concept: string, on: boolean): Promise<boolean> {
    this.#put(verdict, concept, on);
    const done = (await askBackground({ type: MESSAGE[verdict], concept, on })) === true;
    this.#put(verdict, concept, done === on);
    return done;
  }

  /** Another page of the extension may have taken back what was put away here. */
  #forget({ known, sites }: Settings): void {
    const wrong = sites[siteKey(location.href)]?.wrong ?? [];
    for (const id of this.#holds.known) if (!known.includes(id)) this.#holds.known.delete(id);
    for (const id of this.#holds.wrong) if (!wrong.includes(id)) this.#holds.wrong.delete(id);
  }

  #put(verdict: CardVerdict, concept: string, on: boolean): void {
    if (on) this.#holds[verdict].add(concept);
    else this.#holds[verdict].delete(concept);
  }
}
