// What a character is to the scan, by its UTF-16 code.

import { DASHES } from './forms';

/** By ASCII code: of letters and digits the code of the small letter, so that a hash needs no second table; else 0. */
export const FOLDED = new Uint8Array(128);
for (let c = 48; c <= 57; c++) FOLDED[c] = c;
for (let c = 97; c <= 122; c++) {
  FOLDED[c] = c;
  FOLDED[c - 32] = c;
}
FOLDED[95] = 95; // an underscore makes a name of code, as in ALL_CAPS

/** Soft hyphen, zero-width space, joiners, word joiner, byte-order mark: seen by no reader. */
export function isInvisible(c: number): boolean {
  return c === 0xad || (c >= 0x200b && c <= 0x200d) || c === 0x2060 || c === 0xfeff;
}

/** A text without the characters that nobody sees. */
export const withoutInvisible = (text: string): string =>
  text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]+/g, '');

/** Letters and digits outside ASCII, near enough: no punctuation, symbols, spaces, nor scripts written without spaces. */
export function isWordBeyondAscii(c: number): boolean {
  if (c < 0xc0) return c === 0xaa || c === 0xb5 || c === 0xba;
  if (c === 0xd7 || c === 0xf7) return false;
  if (c >= 0x2000 && c <= 0x2bff) return false;
  if (c >= 0x2e00 && c <= 0xabff) return false;
  return c < 0xac00 || (c > 0xdfff && c < 0xfe00);
}

/** Part of a word, inside ASCII or out of it. */
export function isWordCode(c: number): boolean {
  return c < 128 ? FOLDED[c] !== 0 : isWordBeyondAscii(c);
}

/** A blank, a tab or a line break, the ones that do not break included. */
export function isBlank(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13) || c === 0xa0 || c === 0x202f || (c >= 0x2002 && c <= 0x200a);
}

/** A dash that stands for a hyphen. */
export const isDashCode = (c: number) => c === 45 || (c > 127 && DASHES.includes(String.fromCharCode(c)));
