import { unicode } from './letters';
import { isCapitalLetter, isSmallLetter } from './words-beside';

/** Characters read on either side of a numeral. */
const REACH = 60;
/** Characters read on either side for the other numerals of a list. */
const LIST_REACH = 1500;
/** Last and first signs of what joins a numeral to another one, and what follows a numeral that heads an item of a list. */
const COUNTED_BEFORE = '-\u2013/,&rdo';
const COUNTED_AFTER = '-\u2013/,&oat';
const HEADING = '.):';

/** Whether a Roman numeral stands beside another one, or heads an item of a list whose other numerals stand near. */
export function isCounting(text: string, start: number, end: number): boolean {
  const left = text.slice(Math.max(0, start - REACH), start);
  const right = text.slice(end, end + REACH);
  // One sign tells most of these patterns to be of no use, and they are not made ready.
  const last = left.trimEnd().slice(-1);
  if (COUNTED_BEFORE.includes(last) && /\b[IVX]{1,4}[abc]?\s*(?:[-\u2013/,&]|or|and|to)\s*$/.test(left))
    return true;
  const next = right.trimStart()[0] ?? '';
  if (COUNTED_AFTER.includes(next) && /^\s*(?:[-\u2013/,&]|or|and|to)\s*[IVX]{1,4}[abc]?\b/.test(right))
    return true;
  const sign = right[0] ?? '';
  if (!HEADING.includes(sign)) return false;
  if (/^.\s/.test(right) && /(?:^|[.:;)\n]\s*)$/.test(left)) return true;
  if (sign !== '.' || !unicode('^\\.\\s+\\p{Lu}').test(right)) return false;
  const around = `${text.slice(Math.max(0, start - LIST_REACH), start)} ${text.slice(end, end + LIST_REACH)}`;
  return unicode('(?:^|\\s)(?:I{1,3}|V)\\.\\s+\\p{Lu}').test(around);
}

const NAME = '^\\p{Lu}\\p{L}+$';

/** Whether a word is a capital letter and other letters. */
export function isName(word: string): boolean {
  const first = word.charCodeAt(0);
  if (!isCapitalLetter(first) && !(first > 127)) return false;
  for (let i = 1; i < word.length; i++) {
    const c = word.charCodeAt(i);
    if (!isCapitalLetter(c) && !isSmallLetter(c)) return c > 127 && unicode(NAME).test(word);
  }
  return first < 128 ? word.length > 1 : unicode(NAME).test(word);
}
