import { HASH_BITS, HASH_SEED } from './hash';

/** Words directly before or after a form, by their codes (`besideCode`). */
export interface Side {
  words: Codes;
  /** Pairs of words: the farther ones by the nearer. */
  pairs: ReadonlyMap<number, Codes>;
}

export type Codes = ReadonlySet<number>;

/** Words beside a form: for its meaning, and for another one. */
export interface Beside {
  before: Side;
  after: Side;
  notBefore: Side;
  notAfter: Side;
}

/** Six bits each of a word's code, as a letter, a digit or a sign; none of them is a backslash. */
const CODE_LETTERS = 3;
const ZERO = 48;
const BACKSLASH = 92;
const letterOf = (bits: number) => String.fromCharCode(bits + ZERO + +(bits >= BACKSLASH - ZERO));

/** A word's code of 18 bits: a list has some dozen words, so that one of ten thousand others is taken for one of them. */
export function besideCode(word: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < word.length; i++) hash = (hash * 31 + word.charCodeAt(i)) & HASH_BITS;
  return (hash ^ (hash >> 18)) & 0x3ffff;
}

/**
 * A list of words directly before or after a form: their codes, one after the other, and after a blank those of the pairs,
 * the nearer word first.
 * @param words as a page's words are compared; two may be joined by a hyphen; `#` stands for a number, `%` for a percentage
 * @param isBefore the words stand before the form
 */
export function packBeside(words: readonly string[], isBefore: boolean): string {
  const pack = (word: string) => {
    const code = besideCode(word);
    return letterOf(code >> 12) + letterOf((code >> 6) & 63) + letterOf(code & 63);
  };
  const pairs = words.filter((word) => word.includes('-')).map((word) => word.split('-'));
  const singles = words.filter((word) => !word.includes('-'));
  const packed = pairs.map((pair) => (isBefore ? pair.reverse() : pair).map(pack).join(''));
  return `${singles.map(pack).join('')} ${packed.join('')}`.trimEnd();
}

function codesOf(packed: string): number[] {
  const codes: number[] = [];
  let code = 0;
  for (let i = 0; i < packed.length; ) {
    const c = packed.charCodeAt(i);
    code = (code << 6) | (c - ZERO - +(c > BACKSLASH));
    if (++i % CODE_LETTERS) continue;
    codes.push(code);
    code = 0;
  }
  return codes;
}

/** Reads one list that `packBeside` packed. */
export function sideOf(field = ''): Side {
  const [words, paired = ''] = field.split(' ');
  const pairs = new Map<number, Set<number>>();
  const codes = codesOf(paired);
  for (let i = 0; i < codes.length; i += 2) {
    const farther = pairs.get(codes[i]);
    if (farther) farther.add(codes[i + 1]);
    else pairs.set(codes[i], new Set([codes[i + 1]]));
  }
  return { words: new Set(codesOf(words)), pairs };
}
