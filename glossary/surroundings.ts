import { besideCode, type Codes, type Side } from './beside';
import type { FormFacts } from './form-facts';

/** What stands directly around a match, told by the words and signs beside it. */
export interface Surroundings {
  /** The words before or after fit the meaning. */
  before: boolean;
  after: boolean;
  /** Two words before or after fit it: treatment for ALL. */
  paired: boolean;
  /** A word before or after that gives the form another meaning. */
  notBefore: string | undefined;
  notAfter: string | undefined;
  /** Part of a longer name joined by a hyphen (G-CSF, CAR-191). */
  joined: boolean;
  /** A word beside it is in capitals too. */
  shouting: boolean;
  /** Written without the hyphen that the form needs. */
  unjoined: boolean;
  /** A doctor's degree. */
  degree: boolean;
  /** Joined to signs that code and addresses are written with. */
  code: boolean;
  /** An author's initials in a list of sources. */
  citation: boolean;
  /** A Roman numeral that counts: beside another numeral, or heading an item of a list. */
  numeral: boolean;
  /** After a name, as a king's or a ship's number. */
  name: boolean;
}

/** Characters read on either side of a match. */
const REACH = 60;
/** Characters read on either side for the other numerals of a list. */
const LIST_REACH = 1500;

const NUMBER = /^(?:\d.*|[ivx]{1,4}[abc]?(?:[/-][ivx]{1,4}[abc]?)?)$/;
const DASHES = '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212';
/** May stand between a word and the match, beside blanks. */
const OPENING = '"“\'(/[,';
const CLOSING = '"”\')]/';
const COMPARING = '<>=≤≥~≈';
const CODE_SIGNS = '_=<>{}\\$#@~|';

/** So many letters in capitals are no abbreviation. */
const SHOUTED = 5;

const words = (text: string) => new Set(text.split(' '));
/** First parts of a hyphenated word that leave an abbreviation's meaning as it is. */
const PREFIXES = words(
  'anti non pre post peri allo auto ph co early late adult childhood pediatric related high low re multi end b t haplo ' +
    'haploidentical induction consolidation car cd19 relapsed primary first second to',
);
/** Second parts that do so. */
const SUFFIXES = words(
  'positive negative directed based related cell cells t free associated targeted guided driven like induced ineligible ' +
    'eligible specific ve refractory relapsed modified transduced engineered treated adapted mediated type b all nk ' +
    'penetrating expressing resistant naive and',
);

const isBlank = (c: number) => c === 32 || c === 10 || c === 9 || c === 13 || c === 0xa0;
const isLetterOrDigit = (c: number) =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || (c >= 0xc0 && c < 0x2000);
const isDigit = (c: number) => c >= 48 && c <= 57;
/** Signs that stand inside a word: 5'6, 4.1, mg/kg, and/or, 7+3, 12%. */
const isInner = (c: number) => c === 39 || c === 0x2019 || c === 46 || c === 47 || c === 43 || c === 37;
const isDash = (c: number) => c === 45 || (c > 0x200f && DASHES.includes(String.fromCharCode(c)));

const isCapitalLetter = (c: number) => c >= 65 && c <= 90;
const isSmallLetter = (c: number) => c >= 97 && c <= 122;

/** Whether a match is written in capitals, digits and signs, a plural s aside: no `Ph`, no `mAb`. */
function isAllCapitals(text: string, start: number, end: number): boolean {
  const plural = text.charCodeAt(end - 1) === 115;
  for (let i = start; i < (plural ? end - 1 : end); i++) if (isSmallLetter(text.charCodeAt(i))) return false;
  return end - start > 1;
}

const SMALL_S = 115;
/** Letters before a last s that is no plural: ss, us, is. */
const NO_PLURAL = 'sui';

/** Small letters, no plural s: as the lists of words are written. */
function fold(word: string): string {
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
    return c > 127 && /\p{L}{4,}\.$/u.test(word);
  }
  return true;
}

/** The word that ends before `at`, over blanks, a dash or an opening sign; a sentence's end is not stepped over. */
function wordBefore(text: string, at: number): { word: string; start: number } {
  let i = at;
  while (i > 0 && isBlank(text.charCodeAt(i - 1))) i--;
  const sign = text.charCodeAt(i - 1);
  if (i > 0 && (isDash(sign) || OPENING.includes(text[i - 1]))) {
    i--;
    while (i > 0 && isBlank(text.charCodeAt(i - 1))) i--;
  }
  const end = i;
  while (i > 0) {
    const c = text.charCodeAt(i - 1);
    if (!isLetterOrDigit(c) && !isInner(c)) break;
    i--;
  }
  while (i < end && !isLetterOrDigit(text.charCodeAt(i))) i++;
  const word = text.slice(i, end);
  const ends = end > i && text.charCodeAt(end - 1) === 46 && endsSentence(word);
  return { word: ends ? '' : word, start: i };
}

/** The word that begins after `at`, over blanks, a dash or a closing sign, and a number over `<`, `=` and the like. */
function wordAfter(text: string, at: number): { word: string; end: number } {
  let i = at;
  const n = text.length;
  if (i < n && (isDash(text.charCodeAt(i)) || CLOSING.includes(text[i]))) i++;
  while (i < n && isBlank(text.charCodeAt(i))) i++;
  if (i < n && COMPARING.includes(text[i])) {
    i++;
    while (i < n && (isBlank(text.charCodeAt(i)) || COMPARING.includes(text[i]))) i++;
    if (!isDigit(text.charCodeAt(i))) return { word: '', end: i };
  }
  const start = i;
  while (i < n) {
    const c = text.charCodeAt(i);
    if (!isLetterOrDigit(c) && !(i > start && isInner(c))) break;
    i++;
  }
  let end = i;
  while (end > start && !isLetterOrDigit(text.charCodeAt(end - 1)) && text[end - 1] !== '%') end--;
  return { word: text.slice(start, end), end: i };
}

function isNumber(word: string): boolean {
  const c = word.charCodeAt(0);
  return isDigit(c) || ((c === 105 || c === 118 || c === 120) && NUMBER.test(word));
}

/** How a list says any number, and any percentage. */
const ANY_NUMBER = besideCode('#');
const ANY_PERCENTAGE = besideCode('%');

/** Whether a word is on a list. */
function isAmong(word: string, list: Codes): boolean {
  if (!list.size || word === '') return false;
  return (
    list.has(besideCode(word)) ||
    (list.has(ANY_NUMBER) && isNumber(word)) ||
    (list.has(ANY_PERCENTAGE) && /^\d.*%$/.test(word))
  );
}

/** Whether a word beside the match and the one beyond it are a pair of a list. */
function isPaired(nearer: string, farther: () => string, { pairs }: Side): boolean {
  if (!pairs.size || nearer === '') return false;
  const fitting = pairs.get(besideCode(nearer)) ?? (isNumber(nearer) ? pairs.get(ANY_NUMBER) : undefined);
  return !!fitting && isAmong(fold(farther()), fitting);
}

/** Whether the word beside the match is on a list, alone or with the one beyond it. */
const isOn = (nearer: string, farther: () => string, side: Side) =>
  isAmong(nearer, side.words) || isPaired(nearer, farther, side);

const isCapital = (word: string) => word !== '' && word === word.toUpperCase() && word !== word.toLowerCase();

/** Whether a long word beside the match, or two short ones on each side, are in capitals. */
function isShouting(
  text: string,
  previous: { word: string; start: number },
  next: { word: string; end: number },
): boolean {
  const before = isCapital(previous.word);
  const after = isCapital(next.word);
  if ((before && previous.word.length >= SHOUTED) || (after && next.word.length >= SHOUTED)) return true;
  if (!before || !after) return false;
  const beforeThat = wordBefore(text, previous.start).word;
  const afterThat = wordAfter(text, next.end).word;
  const longest = Math.max(previous.word.length, next.word.length, beforeThat.length, afterThat.length);
  return (
    (!beforeThat || isCapital(beforeThat)) && (!afterThat || isCapital(afterThat)) && longest > SHOUTED - 2
  );
}

/** Whether a Roman numeral stands beside another one, or heads an item of a list whose other numerals stand near. */
function isCounting(text: string, start: number, end: number): boolean {
  const left = text.slice(Math.max(0, start - REACH), start);
  const right = text.slice(end, end + REACH);
  if (/\b[IVX]{1,4}[abc]?\s*(?:[-\u2013/,&]|or|and|to)\s*$/u.test(left)) return true;
  if (/^\s*(?:[-\u2013/,&]|or|and|to)\s*[IVX]{1,4}[abc]?\b/u.test(right)) return true;
  if (/(?:^|[.:;)\n]\s*)$/.test(left) && /^[.):]\s/.test(right)) return true;
  if (!/^\.\s+\p{Lu}/u.test(right)) return false;
  const around = `${text.slice(Math.max(0, start - LIST_REACH), start)} ${text.slice(end, end + LIST_REACH)}`;
  return /(?:^|\s)(?:I{1,3}|V)\.\s+\p{Lu}/u.test(around);
}

/**
 * Looks at the words and signs around a match.
 * @param text the block's text
 * @param start where the match begins, `end` where it ends (UTF-16 offsets)
 * @param form what is known of the matched form
 */
export function surroundingsOf(text: string, start: number, end: number, form: FormFacts): Surroundings {
  const { phrase, acronym, roman, context } = form;
  const previous = wordBefore(text, start);
  const next = wordAfter(text, end);
  const before = fold(previous.word);
  const after = fold(next.word);
  const beside = context?.beside;
  const beforeThat = () => wordBefore(text, previous.start).word;
  const afterThat = () => wordAfter(text, next.end).word;
  const out: Surroundings = {
    before: false,
    after: false,
    paired: false,
    notBefore: !phrase && beside && isOn(before, beforeThat, beside.notBefore) ? previous.word : undefined,
    notAfter: !phrase && beside && isOn(after, afterThat, beside.notAfter) ? next.word : undefined,
    joined: false,
    shouting: false,
    unjoined: false,
    degree: false,
    code: false,
    citation: false,
    numeral: false,
    name: false,
  };
  const left = text.charCodeAt(start - 1);
  const right = text.charCodeAt(end);
  const leftSign = start > 0 && !isBlank(left) && !isLetterOrDigit(left) ? text[start - 1] : '';
  const rightSign = end < text.length && !isBlank(right) && !isLetterOrDigit(right) ? text[end] : '';
  if (leftSign)
    out.code =
      CODE_SIGNS.includes(leftSign) || (leftSign === '.' && isLetterOrDigit(text.charCodeAt(start - 2)));
  if (rightSign && !out.code) {
    const beyond = text.charCodeAt(end + 1);
    out.code =
      CODE_SIGNS.includes(rightSign) ||
      (rightSign === '(' && text[end + 1] === ')') ||
      (rightSign === '.' &&
        (beyond > 127 ? /^\p{Ll}/u.test(text.slice(end + 1, end + 2)) : isSmallLetter(beyond)));
  }
  if (form.hyphen) out.unjoined = ![...text.slice(start, end)].some((c) => DASHES.includes(c));
  if (acronym && isAllCapitals(text, start, end)) {
    out.shouting = isShouting(text, previous, next);
    const joinedLeft =
      leftSign !== '' && isDash(left) && isLetterOrDigit(text.charCodeAt(start - 2)) && !PREFIXES.has(before);
    const joinedRight =
      rightSign !== '' && isDash(right) && isLetterOrDigit(text.charCodeAt(end + 1)) && !SUFFIXES.has(after);
    out.joined = joinedLeft || joinedRight;
    const named =
      left === 32 &&
      isCapitalLetter(previous.word.charCodeAt(0)) &&
      !isCapitalLetter(previous.word.charCodeAt(1));
    out.citation =
      named &&
      (text.startsWith(' et al', end) ||
        text.startsWith(', et al', end) ||
        (right === 44 &&
          !isSmallLetter(text.charCodeAt(end + 2)) &&
          /^, \p{Lu}[\p{L}'’-]+ \p{Lu}{1,4}\b/u.test(text.slice(end, end + REACH))));
    if (roman) {
      out.numeral = joinedLeft || isCounting(text, start, end);
      const head = text.slice(Math.max(0, previous.start - 3), previous.start);
      out.name = left === 32 && /^\p{Lu}\p{L}+$/u.test(previous.word) && /[^.!?:\s]\s$/u.test(head);
    }
  } else if (acronym)
    out.degree = text.slice(start, end) === 'Ph' && /^\.?\s?D\b/.test(text.slice(end, end + 4));
  if (!out.shouting && beside) {
    const pairBefore = isPaired(before, beforeThat, beside.before);
    const pairAfter = isPaired(after, afterThat, beside.after);
    out.paired = pairBefore || pairAfter;
    out.before = pairBefore || isAmong(before, beside.before.words);
    out.after = pairAfter || isAmong(after, beside.after.words);
  }
  return out;
}

/** Whether what stands right beside settles that something else is meant, whatever the page is about. */
export function isSettled(around: Surroundings): boolean {
  const { numeral, degree, citation, unjoined, notBefore, notAfter, before, after } = around;
  const isOther = (notBefore !== undefined && !before) || (notAfter !== undefined && !after);
  return numeral || degree || citation || unjoined || isOther;
}
