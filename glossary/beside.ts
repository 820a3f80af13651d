import { HASH_BITS, HASH_SEED } from './hash';

/** Words directly before or after a form, as a string of their codes (`besideCode`). */
export type Codes = string;

export interface Side {
  words: Codes;
  /** Pairs of words, the nearer one first. */
  pairs: Codes;
}

/** Words beside a form: for its meaning, and for another one. */
export interface Beside {
  before: Side;
  after: Side;
  notBefore: Side;
  notAfter: Side;
  /** All codes of both lists of a side: what is not there, as most words are not, is on none of them. */
  anyBefore: Codes;
  anyAfter: Codes;
}

/** Letters of a code: six bits each, as a letter, a digit or a sign; none of them is a backslash. */
const CODE_LETTERS = 3;
const ZERO = 48;
const BACKSLASH = 92;
const letterOf = (bits: number) => bits + ZERO + +(bits >= BACKSLASH - ZERO);

/** A word's code of 18 bits: a list has some dozen words, so that one of ten thousand others is taken for one of them. */
export function besideCode(word: string): string {
  let hash = HASH_SEED;
  for (let i = 0; i < word.length; i++) hash = (hash * 31 + word.charCodeAt(i)) & HASH_BITS;
  const code = hash ^ (hash >> 18);
  return String.fromCharCode(letterOf((code >> 12) & 63), letterOf((code >> 6) & 63), letterOf(code & 63));
}

/**
 * A list of words directly before or after a form: their codes, one after the other, and after a blank those of the pairs,
 * the nearer word first.
 * @param words as a page's words are compared; two may be joined by a hyphen; `#` stands for a number, `%` for a percentage
 * @param isBefore the words stand before the form
 */
export function packBeside(words: readonly string[], isBefore: boolean): string {
  const pairs = words.filter((word) => word.includes('-')).map((word) => word.split('-'));
  const singles = words.filter((word) => !word.includes('-'));
  const packed = pairs.map((pair) => (isBefore ? pair.reverse() : pair).map(besideCode).join(''));
  return `${singles.map(besideCode).join('')} ${packed.join('')}`.trimEnd();
}

/** Reads the lists of a concept as `packBeside` packed them, one after the other. */
export function besideOf(before?: string, after?: string, notBefore?: string, notAfter?: string): Beside {
  const all = (a: Side, b: Side) => a.words + a.pairs + b.words + b.pairs;
  const sides = {
    before: sideOf(before),
    after: sideOf(after),
    notBefore: sideOf(notBefore),
    notAfter: sideOf(notAfter),
  };
  return {
    ...sides,
    anyBefore: all(sides.before, sides.notBefore),
    anyAfter: all(sides.after, sides.notAfter),
  };
}

/** Reads one list that `packBeside` packed. It is searched as it is: to take it apart costs more than a page asks of it. */
export function sideOf(field = ''): Side {
  const [words, pairs = ''] = field.split(' ');
  return { words, pairs };
}

/** Whether a code is among some. */
export function holds(codes: Codes, code: string): boolean {
  let at = codes.indexOf(code);
  while (at % CODE_LETTERS > 0) at = codes.indexOf(code, at + 1);
  return at >= 0;
}

/** The farther words of the pairs whose nearer word has that code. */
export function fartherOf(pairs: Codes, nearer: string): Codes {
  let out = '';
  for (let at = pairs.indexOf(nearer); at >= 0; at = pairs.indexOf(nearer, at + 1))
    if (at % (2 * CODE_LETTERS) === 0) out += pairs.slice(at + CODE_LETTERS, at + 2 * CODE_LETTERS);
  return out;
}
