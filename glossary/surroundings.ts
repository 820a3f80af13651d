import { besideCode, type Codes, type Side } from './beside';
import type { FormFacts } from './form-facts';
import { unicode } from './letters';
import { isCounting, isName } from './numerals';
import {
  type Beyond,
  BLANK,
  DASH,
  DASHES,
  fold,
  isAmong,
  isAt,
  isCapitalLetter,
  isNumber,
  isOn,
  isPaired,
  isSmallLetter,
  LETTER,
  SIGNS,
  wordAfter,
  wordBefore,
} from './words-beside';

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
const CODE_SIGNS = '_=<>{}\\$#@~|';
/** After an author's initials, a list of sources goes on with the next name and its initials. */
const NEXT_AUTHOR = "^, \\p{Lu}[\\p{L}'’-]+ \\p{Lu}{1,4}\\b";

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

/** So few letters say nothing to a reader without the word beyond: "of land". */
const SHORT = 3;

/** A word beside a match as a reader is told of it. */
function told(word: string, beyond: string, isBefore: boolean): string {
  if (word.length > SHORT || beyond === '') return word;
  return isBefore ? `${beyond} ${word}` : `${word} ${beyond}`;
}

/** Beyond a text's ends there is as good as a blank. */
const BLANK_CODE = 32;

/** Whether a match is written in capitals, digits and signs, a plural s aside: no `Ph`, no `mAb`. */
function isAllCapitals(text: string, start: number, end: number): boolean {
  const plural = text.charCodeAt(end - 1) === 115;
  for (let i = start; i < (plural ? end - 1 : end); i++) if (isSmallLetter(text.charCodeAt(i))) return false;
  return end - start > 1;
}

const isCapital = (word: string) => word !== '' && word === word.toUpperCase() && word !== word.toLowerCase();

/** Whether a long word beside the match, or two short ones on each side, are in capitals. */
function isShouting(text: string, previous: Beyond, next: Beyond): boolean {
  const before = isCapital(previous.word);
  const after = isCapital(next.word);
  if ((before && previous.word.length >= SHOUTED) || (after && next.word.length >= SHOUTED)) return true;
  if (!before || !after) return false;
  const beforeThat = wordBefore(text, previous.at).word;
  const afterThat = wordAfter(text, next.at).word;
  const longest = Math.max(previous.word.length, next.word.length, beforeThat.length, afterThat.length);
  return (
    (!beforeThat || isCapital(beforeThat)) && (!afterThat || isCapital(afterThat)) && longest > SHOUTED - 2
  );
}

/** Whether a word that begins at a place stands after another one, and no sign between them. */
function isInSentence(text: string, at: number): boolean {
  const sign = text[at - 2];
  return sign !== undefined && text[at - 1].trim() === '' && sign.trim() !== '' && !'.!?:'.includes(sign);
}

/** Whether a match is joined to signs that code and addresses are written with; '' is no sign. */
function isCode(text: string, start: number, end: number, leftSign: string, rightSign: string): boolean {
  if (leftSign !== '') {
    if (CODE_SIGNS.includes(leftSign)) return true;
    if (leftSign === '.' && isAt(text, start - 2, LETTER)) return true;
  }
  if (rightSign === '') return false;
  if (CODE_SIGNS.includes(rightSign)) return true;
  if (rightSign === '(') return text[end + 1] === ')';
  if (rightSign !== '.') return false;
  const beyond = text.charCodeAt(end + 1);
  return beyond > 127 ? unicode('^\\p{Ll}').test(text.slice(end + 1, end + 2)) : isSmallLetter(beyond);
}

// What a word beside a match says: bits.
const OTHER = 1; // another meaning
const FITS = 2;
const PAIRED = 4; // with the word beyond it

/**
 * What the word beside a match says.
 * @param any codes of both lists: what is on none of them, as most words are not, is not looked for any more
 * @param other the list of words for another meaning, and `fitting` that of words for this one, where they are asked for
 * @param at where the word begins, or ends, and `beyond` gives the next one from there
 */
function standingOf(
  word: string,
  any: Codes,
  other: Side | undefined,
  fitting: Side | undefined,
  text: string,
  at: number,
  beyond: (text: string, at: number) => Beyond,
): number {
  if (word === '') return 0;
  const code = besideCode(word);
  if (!any.includes(code) && !isNumber(word)) return 0;
  let standing = other && isOn(word, code, other, text, at, beyond) ? OTHER : 0;
  if (!fitting) return standing;
  if (isPaired(word, code, fitting, text, at, beyond)) standing |= PAIRED | FITS;
  else if (isAmong(word, code, fitting.words)) standing |= FITS;
  return standing;
}

/**
 * Looks at the words and signs around a match.
 * @param text the block's text
 * @param start where the match begins, `end` where it ends (UTF-16 offsets)
 * @param form what is known of the matched form
 */
export function surroundingsOf(text: string, start: number, end: number, form: FormFacts): Surroundings {
  const { acronym, context } = form;
  const left = start > 0 ? text.charCodeAt(start - 1) : BLANK_CODE;
  const right = end < text.length ? text.charCodeAt(end) : BLANK_CODE;
  const leftSign = (SIGNS[left] & (BLANK | LETTER)) === 0 ? text[start - 1] : '';
  const rightSign = (SIGNS[right] & (BLANK | LETTER)) === 0 ? text[end] : '';
  const out: Surroundings = {
    before: false,
    after: false,
    paired: false,
    notBefore: undefined,
    notAfter: undefined,
    joined: false,
    shouting: false,
    unjoined: form.hyphen && ![...text.slice(start, end)].some((c) => DASHES.includes(c)),
    degree: false,
    code: (leftSign !== '' || rightSign !== '') && isCode(text, start, end, leftSign, rightSign),
    citation: false,
    numeral: false,
    name: false,
  };
  const beside = context?.beside;
  if (!acronym && !beside) return out;
  const previous = wordBefore(text, start);
  const next = wordAfter(text, end);
  const before = fold(previous.word);
  const after = fold(next.word);
  if (acronym && isAllCapitals(text, start, end)) {
    out.shouting = isShouting(text, previous, next);
    const joinedLeft = (SIGNS[left] & DASH) !== 0 && isAt(text, start - 2, LETTER) && !PREFIXES.has(before);
    const joinedRight = (SIGNS[right] & DASH) !== 0 && isAt(text, end + 1, LETTER) && !SUFFIXES.has(after);
    out.joined = joinedLeft || joinedRight;
    const named =
      start > 0 &&
      left === 32 &&
      isCapitalLetter(previous.word.charCodeAt(0)) &&
      !isCapitalLetter(previous.word.charCodeAt(1));
    out.citation =
      named &&
      (text.startsWith(' et al', end) ||
        text.startsWith(', et al', end) ||
        (right === 44 &&
          !isSmallLetter(text.charCodeAt(end + 2)) &&
          unicode(NEXT_AUTHOR).test(text.slice(end, end + REACH))));
    if (form.roman) {
      out.numeral = joinedLeft || isCounting(text, start, end);
      out.name = start > 0 && left === 32 && isName(previous.word) && isInSentence(text, previous.at);
    }
  } else if (acronym)
    out.degree = text.slice(start, end) === 'Ph' && /^\.?\s?D\b/.test(text.slice(end, end + 4));
  if (!beside) return out;
  const { anyBefore, anyAfter, notBefore, notAfter } = beside;
  const leftWord = standingOf(
    before,
    anyBefore,
    form.phrase ? undefined : notBefore,
    out.shouting ? undefined : beside.before,
    text,
    previous.at,
    wordBefore,
  );
  const rightWord = standingOf(
    after,
    anyAfter,
    form.phrase ? undefined : notAfter,
    out.shouting ? undefined : beside.after,
    text,
    next.at,
    wordAfter,
  );
  if (leftWord & OTHER) out.notBefore = told(previous.word, wordBefore(text, previous.at).word, true);
  if (rightWord & OTHER) out.notAfter = told(next.word, wordAfter(text, next.at).word, false);
  out.before = (leftWord & FITS) !== 0;
  out.after = (rightWord & FITS) !== 0;
  out.paired = ((leftWord | rightWord) & PAIRED) !== 0;
  return out;
}

/** The word beside a match that settles that something else is meant: one beside a fitting word does not. */
export const settling = ({ notBefore, notAfter, before, after }: Surroundings): string | undefined =>
  (before ? undefined : notBefore) ?? (after ? undefined : notAfter);

/** Whether what stands right beside settles that something else is meant, whatever the page is about. */
export function isSettled(around: Surroundings): boolean {
  const { numeral, degree, citation, unjoined } = around;
  return numeral || degree || citation || unjoined || settling(around) !== undefined;
}
