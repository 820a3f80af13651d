import type { ConceptContext } from './cues';

/** What stands directly around a match, told by its characters alone. */
export interface Surroundings {
  /** The word before speaks for the meaning, or for another one. */
  before: boolean;
  after: boolean;
  notBefore: string | undefined;
  notAfter: string | undefined;
  /** Part of a longer name joined by a hyphen (G-CSF, CAR-191). */
  joined: boolean;
  /** A doctor's degree. */
  degree: boolean;
  /** The words on both sides are in capitals too. */
  shouting: boolean;
  /** Joined to signs that code and addresses are written with. */
  code: boolean;
  /** An author's initials or a volume in a list of sources. */
  citation: boolean;
  /** A Roman numeral that counts: beside another numeral, or heading an item of a list. */
  numeral: boolean;
  /** After a name, as a king's or a ship's number. */
  name: boolean;
}

const REACH = 60;
const ROMAN = /^[ivx]{1,4}[abc]?(?:[/-][ivx]{1,4}[abc]?)?$/;
const DASH = /[-\u2010-\u2015\u2212]/;
/** First parts of a hyphenated word that leave an abbreviation's meaning as it is. */
const PREFIXES = new Set(
  'anti non pre post peri allo auto ph co early late adult childhood pediatric related high low re multi end b t haplo haploidentical induction consolidation car cd19 relapsed primary first second to'.split(
    ' ',
  ),
);
const SUFFIXES = new Set(
  'positive negative directed based related cell cells t free associated targeted guided driven like induced ineligible eligible specific ve refractory relapsed modified transduced engineered treated adapted mediated b all nk penetrating expressing resistant naive and'.split(
    ' ',
  ),
);

/** Small letters, no plural s: as the lists of words are written. */
function fold(word: string): string {
  const small = word.toLowerCase();
  return small.length > 3 && small.endsWith('s') && !/(ss|us|is)$/.test(small) ? small.slice(0, -1) : small;
}

const isNumber = (word: string) => /^\d/.test(word) || ROMAN.test(word);

function among(word: string, list: ReadonlySet<string>): boolean {
  return list.has(word) || (list.has('#') && isNumber(word));
}

/**
 * Looks at the words and signs around a match.
 * @param text the block's text
 * @param start where the match begins, `end` where it ends (UTF-16 offsets)
 */
export function surroundingsOf(
  text: string,
  start: number,
  end: number,
  context: ConceptContext | undefined,
): Surroundings {
  const left = text.slice(Math.max(0, start - REACH), start);
  const right = text.slice(end, end + REACH);
  const matched = text.slice(start, end);
  const acronym = /^[\p{Lu}\p{N}.]{2,}s?[+-]?$/u.test(matched);
  const previous = /([\p{L}\p{N}%][\p{L}\p{N}'’./+%]*)(\s+|[-\u2010-\u2015]|\s?["“'(/[]|,\s)$/u.exec(left);
  const next = /^(\s+|[-\u2010-\u2015]|["”')\]/]\s?)([\p{L}\p{N}][\p{L}\p{N}'’./+]*)/u.exec(right);
  const previousWord = previous ? fold(previous[1]) : '';
  const nextWord = next ? fold(next[2].replace(/[./]+$/, '')) : '';
  const beside = context?.beside;
  const joinedLeft =
    DASH.test(left.slice(-1)) && /[\p{L}\p{N}]/u.test(left.slice(-2, -1)) && !PREFIXES.has(previousWord);
  const joinedRight =
    DASH.test(right[0] ?? '') && /[\p{L}\p{N}]/u.test(right[1] ?? '') && !SUFFIXES.has(nextWord);
  const before = left.trimEnd().split(/\s+/).slice(-2).join(' ');
  const after = right.trimStart().split(/\s+/).slice(0, 2).join(' ');
  const capitals = (words: string) => /\p{Lu}{2}/u.test(words) && !/\p{Ll}/u.test(words);
  const word = (text: string, side: 'first' | 'last') => {
    const words = text.split(' ');
    return words[side === 'first' ? 0 : words.length - 1];
  };
  const shouted = (text: string) => /^["'“(]?\p{Lu}{5,}[)"'”.,:;!?]*$/u.test(text);
  const shouting =
    acronym &&
    (shouted(word(before, 'last')) ||
      shouted(word(after, 'first')) ||
      (capitals(before) && capitals(after) && /\p{Lu}{4}/u.test(before + after)));
  const roman = /^[IVX]+$/.test(matched);
  return {
    before: !!beside && !shouting && among(previousWord, beside.before),
    after: !!beside && !shouting && among(nextWord, beside.after),
    notBefore: beside && among(previousWord, beside.notBefore) ? previous?.[1] : undefined,
    notAfter: beside && among(nextWord, beside.notAfter) ? next?.[2] : undefined,
    joined: acronym && (joinedLeft || joinedRight),
    shouting,
    degree: matched === 'Ph' && /^\.?\s?D\b/.test(right),
    code: /(?:[_=<>{}\\$#@~|]|[\p{L}\p{N})]\.)$/u.test(left) || /^(?:[_=<>{}\\|]|\(\)|\.\p{Ll})/u.test(right),
    citation:
      acronym &&
      /(?:^|[\s,;.])\p{Lu}[\p{L}'’-]+ $/u.test(left) &&
      /^(?:, \p{Lu}[\p{L}'’-]+ \p{Lu}{1,4}\b|,? et al)/u.test(right),
    numeral:
      roman &&
      (/\b[IVX]{1,4}[abc]?\s*(?:[-\u2013/,&]|or|and|to)\s*$/u.test(left) ||
        /^\s*(?:[-\u2013/,&]|or|and|to)\s*[IVX]{1,4}[abc]?\b/u.test(right) ||
        (/(?:^|[.:;)\n]\s*)$/.test(left) && /^[.):]\s/.test(right))),
    name: roman && /(?<![.!?:]\s+)(?<=\s)\p{Lu}\p{L}+\s+$/u.test(left) && !/^\s+\p{Ll}/u.test(right),
  };
}
