import { besideCode, type Codes, fartherOf, holds, type Side } from './beside';
import { unicode } from './letters';

export const DASHES = '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212';
/** May stand between a word and the match, beside blanks: the word before may be in quotes itself. */
const OPENING = '"“”\'(/[,';
const CLOSING = '"”\')]/';
const COMPARING = '<>=≤≥~≈';
// What a character is to a word beside a match: bits of `SIGNS`, by UTF-16 code.
export const LETTER = 1; // or a digit
const INNER = 2;
export const BLANK = 4;
export const DASH = 8;
const OPENS = 16;
const CLOSES = 32;
const COMPARES = 64;
export const SIGNS = new Uint8Array(0x10000);
SIGNS.fill(LETTER, 48, 58).fill(LETTER, 65, 91).fill(LETTER, 97, 123).fill(LETTER, 0xc0, 0x2000);
const mark = (signs: string, bit: number) => {
  for (let i = 0; i < signs.length; i++) SIGNS[signs.charCodeAt(i)] |= bit;
};
// Signs that stand inside a word: 5'6, 4.1, mg/kg, and/or, 7+3, 12%.
mark("'\u2019./+%", INNER);
mark(' \n\t\r\u00a0', BLANK);
mark(DASHES, DASH);
mark(OPENING, OPENS);
mark(CLOSING, CLOSES);
mark(COMPARING, COMPARES);

/** Whether the character at a place of a text is one of some kinds; beyond its ends there is none. */
export const isAt = (text: string, at: number, kinds: number) =>
  at >= 0 && at < text.length && (SIGNS[text.charCodeAt(at)] & kinds) !== 0;
const isDigit = (c: number) => c >= 48 && c <= 57;

export const isCapitalLetter = (c: number) => c >= 65 && c <= 90;
export const isSmallLetter = (c: number) => c >= 97 && c <= 122;

const NUMERAL = /^[ivx]{1,4}[abc]?(?:[/-][ivx]{1,4}[abc]?)?$/;
const NUMERAL_ENDS = 'ivxabc';

const SMALL_S = 115;
const STOP = 46;
/** Letters before a last s that is no plural: ss, us, is. */
const NO_PLURAL = 'sui';

/** Small letters, no plural s: as the lists of words are written. */
export function fold(word: string): string {
  const small = word.toLowerCase();
  const last = small.length - 1;
  if (last < 3 || small.charCodeAt(last) !== SMALL_S || NO_PLURAL.includes(small[last - 1])) return small;
  return small.slice(0, last);
}

/** Whether what stands after a word with a full stop belongs to another sentence: after a longer word, or a number. */
function endsSentence(word: string): boolean {
  const last = word.length - 2;
  if (isDigit(word.charCodeAt(last))) return true;
  for (let i = last; i > last - 4; i--) {
    const c = word.charCodeAt(i);
    if (isCapitalLetter(c) || isSmallLetter(c)) continue;
    // Only where there are other letters than those of ASCII is the pattern worth making ready.
    return c > 127 && unicode('\\p{L}{4,}\\.$').test(word);
  }
  return true;
}

/** A word beside a match, and where it begins, or ends if it stands after the match: '' where there is none. */
export interface Beyond {
  word: string;
  at: number;
}

/** The word that ends before `at`, over blanks, a dash, a quote or an opening sign; a sentence's end is not stepped over. */
export function wordBefore(text: string, at: number): Beyond {
  const signs = SIGNS;
  let i = at;
  while (i > 0 && (signs[text.charCodeAt(i - 1)] & BLANK) !== 0) i--;
  if (i > 0 && (signs[text.charCodeAt(i - 1)] & (DASH | OPENS)) !== 0) {
    i--;
    while (i > 0 && (signs[text.charCodeAt(i - 1)] & BLANK) !== 0) i--;
  }
  const end = i;
  while (i > 0 && (signs[text.charCodeAt(i - 1)] & (LETTER | INNER)) !== 0) i--;
  while (i < end && (signs[text.charCodeAt(i)] & LETTER) === 0) i++;
  const word = text.slice(i, end);
  const ends = end > i && text.charCodeAt(end - 1) === STOP && endsSentence(word);
  return { word: ends ? '' : word, at: i };
}

/** The word that begins after `at`, over blanks, a dash or a closing sign, and a number over `<`, `=` and the like. */
export function wordAfter(text: string, at: number): Beyond {
  const signs = SIGNS;
  const n = text.length;
  let i = at;
  if (i < n && (signs[text.charCodeAt(i)] & (DASH | CLOSES)) !== 0) i++;
  while (i < n && (signs[text.charCodeAt(i)] & BLANK) !== 0) i++;
  if (i < n && (signs[text.charCodeAt(i)] & COMPARES) !== 0) {
    i++;
    while (i < n && (signs[text.charCodeAt(i)] & (BLANK | COMPARES)) !== 0) i++;
    if (!isDigit(text.charCodeAt(i))) return { word: '', at: i };
  }
  const start = i;
  if (i < n && (signs[text.charCodeAt(i)] & LETTER) !== 0) {
    i++;
    while (i < n && (signs[text.charCodeAt(i)] & (LETTER | INNER)) !== 0) i++;
  }
  let end = i;
  while (end > start && (signs[text.charCodeAt(end - 1)] & LETTER) === 0 && text[end - 1] !== '%') end--;
  return { word: text.slice(start, end), at: i };
}

/** Whether a word is a number or a Roman numeral. */
export function isNumber(word: string): boolean {
  const c = word.charCodeAt(0);
  if (isDigit(c)) return true;
  // Most words that begin like a numeral are told apart by their last letter.
  return (
    (c === 105 || c === 118 || c === 120) &&
    NUMERAL_ENDS.includes(word[word.length - 1]) &&
    NUMERAL.test(word)
  );
}

const PERCENT = 37;
const isPercentage = (word: string) =>
  isDigit(word.charCodeAt(0)) && word.charCodeAt(word.length - 1) === PERCENT;

/** How a list says any number, and any percentage. */
const ANY_NUMBER = besideCode('#');
const ANY_PERCENTAGE = besideCode('%');

/** Whether a word is on a list. */
export const isAmong = (word: string, code: string, list: Codes) =>
  list !== '' &&
  (holds(list, code) ||
    (isNumber(word) && (holds(list, ANY_NUMBER) || (isPercentage(word) && holds(list, ANY_PERCENTAGE)))));

/**
 * Whether a word beside the match and the one beyond it are a pair of a list.
 * @param at where the word begins, or ends, and `beyond` gives the next one from there
 */
export function isPaired(
  word: string,
  code: string,
  { pairs }: Side,
  text: string,
  at: number,
  beyond: (text: string, at: number) => Beyond,
): boolean {
  if (pairs === '') return false;
  const own = fartherOf(pairs, code);
  const fitting = own === '' && isNumber(word) ? fartherOf(pairs, ANY_NUMBER) : own;
  if (fitting === '') return false;
  const farther = fold(beyond(text, at).word);
  return farther !== '' && isAmong(farther, besideCode(farther), fitting);
}

/** Whether the word beside the match is on a list, alone or with the one beyond it. */
export const isOn = (
  word: string,
  code: string,
  side: Side,
  text: string,
  at: number,
  beyond: (text: string, at: number) => Beyond,
) => isAmong(word, code, side.words) || isPaired(word, code, side, text, at, beyond);
