import { FOLDED } from './characters';
import type { UnpackedForms } from './form-table';
import { pluralForm } from './forms';
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

/** What an s at the end makes of a hash. */
const withS = (hash: number) => (hash * 31 + 115) & HASH_BITS;

/** The hash of a word; of a word with signs, of what comes before the first one. */
function hashOf(word: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < word.length; i++) {
    const c = word.charCodeAt(i);
    const folded = c < 128 ? FOLDED[c] : c;
    if (folded === 0) break;
    hash = (hash * 31 + folded) & HASH_BITS;
  }
  return hash;
}

/** Whether the hash of a word's plural follows from its own. */
export const takesS = (word: string): boolean => hashOf(pluralForm(word)) === withS(hashOf(word));

/** Six bits of a hash, as a character that says them in its own last six and needs no escaping, but for the backslash. */
const sixBits = (bits: number) => String.fromCharCode(bits === 32 || bits === 63 ? bits : bits + 64);

const written = (hash: number) => [18, 12, 6, 0].map((shift) => sixBits((hash >> shift) & 63)).join('');

/**
 * Writes the hashes of words that begin a form: four characters each, one word after the other.
 * @param irregulars of so many words, the first ones, the hash of the plural does not follow from the word's, and stands after it
 */
export function packHashes(words: readonly string[], irregulars: number): string {
  return words
    .map((word, i) => {
      const own = written(hashOf(word));
      return i < irregulars ? own + written(hashOf(pluralForm(word))) : own;
    })
    .join('');
}

/** Puts the words of a table that begin a form in a table by their hashes. */
export function hashFirstWords({ hashes, irregulars, plurals, firsts }: UnpackedForms): FirstWords {
  let size = 1024;
  while (size < firsts * 4) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size);
  const last = new Int32Array(size);
  const before = new Int32Array(firsts * 2 + 2);
  // It runs before a page's first text is read, in an engine that is cold: one loop, without calls, over ready-made hashes.
  let at = 0;
  let hash = 0;
  for (let entry = 1; entry <= 2 * firsts; entry += entry > 2 * plurals ? 2 : 1) {
    if (entry % 2 === 0 && entry > 2 * irregulars) hash = withS(hash);
    else
      hash =
        ((hashes.charCodeAt(at++) & 63) << 18) |
        ((hashes.charCodeAt(at++) & 63) << 12) |
        ((hashes.charCodeAt(at++) & 63) << 6) |
        (hashes.charCodeAt(at++) & 63);
    const marked = hash | MARK;
    let slot = (hash ^ (hash >> 11)) & mask;
    while (slots[slot] !== 0 && slots[slot] !== marked) slot = (slot + 1) & mask;
    slots[slot] = marked;
    before[entry] = last[slot];
    last[slot] = entry;
  }
  return { mask, slots, last, before };
}
