import type { ConceptContext } from './cues';

/** What stands directly around a match, told by the words and signs beside it. */
export interface Surroundings {
  /** The words before or after fit the meaning. */
  before: boolean;
  after: boolean;
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
const DASH = '[-\\u2010-\\u2015\\u2212]';
const PREVIOUS = new RegExp(`([\\p{L}\\p{N}%][\\p{L}\\p{N}'’./+%]*)(?:\\s+|${DASH}|\\s?["“'(/[]|,\\s)$`, 'u');
const NEXT = new RegExp(
  `^(?:\\s+|${DASH}|["”')\\]/]\\s?)([\\p{L}\\p{N}][\\p{L}\\p{N}'’./+]*)(?:[\\s-]+([\\p{L}\\p{N}]+))?`,
  'u',
);
/** A longer word and a full stop: what stands before it belongs to another sentence. */
const SENTENCE_END = /\p{L}{4,}[.!?]\s+$/u;
const HYPHEN = new RegExp(DASH);
const JOINED_LEFT = new RegExp(`[\\p{L}\\p{N}]${DASH}$`, 'u');
const JOINED_RIGHT = new RegExp(`^${DASH}[\\p{L}\\p{N}]`, 'u');
const CODE_LEFT = /(?:[_=<>{}\\$#@~|]|[\p{L}\p{N})]\.)$/u;
const CODE_RIGHT = /^(?:[_=<>{}\\|]|\(\)|\.\p{Ll})/u;

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

/** Small letters, no plural s: as the lists of words are written. */
function fold(word: string): string {
  const small = word.toLowerCase().replace(/[./]+$/, '');
  return small.length > 3 && small.endsWith('s') && !/(ss|us|is)$/.test(small) ? small.slice(0, -1) : small;
}

/** Whether a word is on a list; `#` on the list stands for any number. */
function isAmong(word: string, list: ReadonlySet<string> | undefined): boolean {
  return !!list && word !== '' && (list.has(word) || (list.has('#') && NUMBER.test(word)));
}

const isShouted = (word: string | undefined) => !!word && /^["'“(]?\p{Lu}{5,}[)"'”.,:;!?]*$/u.test(word);
const isCapital = (text: string) => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);

/** Whether the words on either side are in capitals, so that those of the match mean nothing. */
function isShouting(left: string, right: string): boolean {
  const before = left.trimEnd().split(/\s+/).slice(-2);
  const after = right.trimStart().split(/\s+/).slice(0, 2);
  if (isShouted(before.at(-1)) || isShouted(after[0])) return true;
  return (
    isCapital(before.join('')) && isCapital(after.join('')) && /\p{Lu}{4}/u.test(before.join() + after.join())
  );
}

/** Whether a Roman numeral stands beside another one, or heads an item of a list whose other numerals stand near. */
function isCounting(text: string, start: number, end: number, left: string, right: string): boolean {
  if (/\b[IVX]{1,4}[abc]?\s*(?:[-\u2013/,&]|or|and|to)\s*$/u.test(left)) return true;
  if (/^\s*(?:[-\u2013/,&]|or|and|to)\s*[IVX]{1,4}[abc]?\b/u.test(right)) return true;
  if (/(?:^|[.:;)\n]\s*)$/.test(left) && /^[.):]\s/.test(right)) return true;
  const around = `${text.slice(Math.max(0, start - LIST_REACH), start)} ${text.slice(end, end + LIST_REACH)}`;
  return /^\.\s+\p{Lu}/u.test(right) && /(?:^|\s)(?:I{1,3}|V)\.\s+\p{Lu}/u.test(around);
}

/**
 * Looks at the words and signs around a match.
 * @param text the block's text
 * @param start where the match begins, `end` where it ends (UTF-16 offsets)
 * @param context the concept's words beside it
 * @param phrase the form has several words, so the words beside it say less than its own
 * @param hyphen the form counts only with its hyphen
 */
export function surroundingsOf(
  text: string,
  start: number,
  end: number,
  context: ConceptContext | undefined,
  phrase: boolean,
  hyphen: boolean,
): Surroundings {
  const left = text.slice(Math.max(0, start - REACH), start);
  const right = text.slice(end, end + REACH);
  const matched = text.slice(start, end);
  const acronym = /^[\p{Lu}\p{N}.]{2,}s?[+-]?$/u.test(matched);
  const roman = /^[IVX]+$/.test(matched);
  const previous = SENTENCE_END.test(left) ? null : PREVIOUS.exec(left);
  const next = NEXT.exec(right);
  const before = fold(previous?.[1] ?? '');
  const beforeThat = previous
    ? fold(/([\p{L}\p{N}]+)[\s-]+$/u.exec(left.slice(0, previous.index))?.[1] ?? '')
    : '';
  const after = fold(next?.[1] ?? '');
  const afterThat = fold(next?.[2] ?? '');
  const beside = context?.beside;
  const shouting = acronym && isShouting(left, right);
  const joinedLeft = JOINED_LEFT.test(left) && !PREFIXES.has(before);
  const joinedRight = JOINED_RIGHT.test(right) && !SUFFIXES.has(after);
  return {
    before:
      !shouting && (isAmong(before, beside?.before) || isAmong(`${beforeThat}-${before}`, beside?.before)),
    after: !shouting && (isAmong(after, beside?.after) || isAmong(`${after}-${afterThat}`, beside?.after)),
    notBefore: !phrase && isAmong(before, beside?.notBefore) ? previous?.[1] : undefined,
    notAfter: !phrase && isAmong(after, beside?.notAfter) ? next?.[1] : undefined,
    joined: acronym && (joinedLeft || joinedRight),
    shouting,
    unjoined: hyphen && !HYPHEN.test(matched),
    degree: matched === 'Ph' && /^\.?\s?D\b/.test(right),
    code: CODE_LEFT.test(left) || CODE_RIGHT.test(right),
    citation:
      acronym &&
      /(?:^|[\s,;.])\p{Lu}[\p{L}'’-]+ $/u.test(left) &&
      /^(?:, \p{Lu}[\p{L}'’-]+ \p{Lu}{1,4}\b|,? et al)/u.test(right),
    numeral: roman && (joinedLeft || isCounting(text, start, end, left, right)),
    name: roman && /(?<![.!?:]\s+)(?<=\s)\p{Lu}\p{L}+\s+$/u.test(left),
  };
}

/** Whether what stands right beside settles that something else is meant, whatever the page is about. */
export function isSettled(around: Surroundings): boolean {
  const { numeral, degree, citation, unjoined, notBefore, notAfter, before, after } = around;
  return (
    numeral ||
    degree ||
    citation ||
    unjoined ||
    ((notBefore !== undefined || notAfter !== undefined) && !before && !after)
  );
}
