import { FOLDED } from './characters';
import type { UnpackedForms } from './form-table';
import { pluralOf } from './forms';
import { HASH_BITS, HASH_SEED } from './hash';

/** Set in a hash that is kept, so that it is never 0: above the hash's bits. */
export const MARK = 0x1000000;

/** The words that begin a form, by their hashes: a table with open addressing. */
export interface FirstWords {
  /** Number of slots less one; the number is a power of 2. */
  mask: number;
  /** By slot: the hash, marked, of all words that begin a form and have it, in the singular or in the plural; or 0. */
  slots: Int32Array;
  /** By slot: its last entry, 2 * word + 1, and one more for the plural. */
  last: Int32Array;
  /** By entry: the one before it in its slot, or 0. */
  before: Int32Array;
}

/** Hashes the words of a table that begin a form: of a word with signs, what comes before the first one. */
export function hashFirstWords({ words, firsts, plurals }: UnpackedForms): FirstWords {
  let size = 1024;
  while (size < firsts * 4) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size);
  const last = new Int32Array(size);
  const before = new Int32Array(firsts * 2 + 2);
  const add = (hash: number, entry: number) => {
    const marked = hash | MARK;
    let slot = (hash ^ (hash >> 11)) & mask;
    while (slots[slot] !== 0 && slots[slot] !== marked) slot = (slot + 1) & mask;
    slots[slot] = marked;
    before[entry] = last[slot];
    last[slot] = entry;
  };

  // One loop over the characters of all words: it runs before a page's first text is read, in an engine that is cold.
  let hash = HASH_SEED;
  /** The hash without the last character. */
  let previous = HASH_SEED;
  let begun = 0;
  let open = true;
  for (let i = 0, word = 0; word < firsts; i++) {
    const c = i < words.length ? words.charCodeAt(i) : 32;
    const folded = c < 128 ? FOLDED[c] : c;
    if (c !== 32) {
      if (folded === 0) open = false;
      if (open) {
        previous = hash;
        hash = (hash * 31 + folded) & HASH_BITS;
      }
      continue;
    }
    add(hash, 2 * word + 1);
    if (word < plurals) {
      const { cut, ending } = pluralOf(words.slice(begun, i));
      let plural = cut === 0 ? hash : previous;
      for (let e = 0; e < ending.length; e++) plural = (plural * 31 + ending.charCodeAt(e)) & HASH_BITS;
      add(plural, 2 * word + 2);
    }
    word++;
    hash = HASH_SEED;
    begun = i + 1;
    open = true;
  }
  return { mask, slots, last, before };
}
