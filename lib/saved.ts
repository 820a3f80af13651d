import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { idSchema } from './settings-schema';
import { withLock } from './settings-store';

/** The key in `browser.storage.local`. */
export const SAVED_KEY = 'saved';
export const MAX_NOTE = 5000;
const MAX_SAVED = 2000;

/** A starred term. */
export interface SavedTerm {
  concept: string;
  /** The reader's own words. */
  note: string;
}

/** In the reader's own order. What else another version wrote with a term is kept. */
export const savedListSchema = v.pipe(
  v.array(
    v.looseObject({
      concept: idSchema,
      note: v.pipe(v.string(), v.maxLength(MAX_NOTE, `must be at most ${MAX_NOTE} characters long`)),
    }),
  ),
  v.maxLength(MAX_SAVED, `may hold at most ${MAX_SAVED} terms`),
);

/** Takes whatever can be shown, a note that is too long as well: what is not read is not written again. */
const storedTermSchema = v.looseObject({ concept: idSchema, note: v.optional(v.string(), '') });

/** What stands in the storage, each term once, without the items that cannot be read. */
function asSaved(stored: unknown): SavedTerm[] {
  if (!Array.isArray(stored)) return [];
  const readable = stored.flatMap((item) => {
    const parsed = v.safeParse(storedTermSchema, item);
    return parsed.success ? [parsed.output] : [];
  });
  return merged([], readable);
}

/** The saved terms in the reader's order. */
export async function readSaved(): Promise<SavedTerm[]> {
  return asSaved((await browser.storage.local.get(SAVED_KEY))[SAVED_KEY]);
}

/**
 * Changes the saved terms; two changes made at once both count.
 * @returns the list as written
 * @throws v.ValiError when the change is not allowed; nothing is written then
 */
export function updateSaved(change: (saved: SavedTerm[]) => SavedTerm[]): Promise<SavedTerm[]> {
  return withLock(SAVED_KEY, async () => {
    const next = v.parse(savedListSchema, change(await readSaved()));
    await browser.storage.local.set({ [SAVED_KEY]: next });
    return next;
  });
}

/**
 * Puts another list in the place of the saved terms.
 * @returns the way back: the former list, with what was starred or written since the replacement added to it
 */
export async function replaceSaved(next: SavedTerm[]): Promise<() => Promise<SavedTerm[]>> {
  let before: SavedTerm[] = [];
  await updateSaved((saved) => {
    before = saved;
    return next;
  });
  const isNew = (item: SavedTerm) =>
    !next.some(({ concept, note }) => concept === item.concept && note === item.note);
  return () => updateSaved((now) => merged(before, now.filter(isNew)));
}

/** Calls back with the saved terms after each change; returns the undo. */
export function watchSaved(onChange: (saved: SavedTerm[]) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[SAVED_KEY]) onChange(asSaved(changes[SAVED_KEY].newValue));
  };
  // Kept, since an extension that has ended finds no `browser.storage` any more.
  const { onChanged } = browser.storage;
  onChanged.addListener(listener);
  return () => onChanged.removeListener(listener);
}

/** The list with a term starred or not; a star given again leaves note and place as they are. */
export function withStar(saved: SavedTerm[], concept: string, on: boolean): SavedTerm[] {
  if (!on) return saved.filter((item) => item.concept !== concept);
  return saved.some((item) => item.concept === concept) ? saved : [...saved, { concept, note: '' }];
}

/** The list with an item that was taken out put back at its place, unless the term was starred again since. */
export function putBack(saved: SavedTerm[], item: SavedTerm, at: number): SavedTerm[] {
  return saved.some(({ concept }) => concept === item.concept) ? saved : saved.toSpliced(at, 0, item);
}

/**
 * The list with further items: a term that is there keeps its place and gets the new note below its own, unless it
 * holds that text already.
 */
export function merged(saved: SavedTerm[], more: SavedTerm[]): SavedTerm[] {
  const out = saved.map((item) => ({ ...item }));
  for (const item of more) {
    const { concept, note } = item;
    const there = out.find((other) => other.concept === concept);
    if (!there) out.push({ ...item });
    else if (note && !there.note.includes(note)) there.note = there.note ? `${there.note}\n${note}` : note;
  }
  return out;
}
