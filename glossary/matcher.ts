import { FOLDED, isBlank, isDashCode, isInvisible, isWordBeyondAscii, isWordCode } from './characters';
import { hashFirstWords, MARK } from './first-words';
import { type FormTable, type TableForm, unpackForms } from './form-table';
import { pluralForm } from './forms';
import { HASH_BITS, HASH_SEED } from './hash';
import type { Tier } from './schema';

/** A concept as the matcher knows it. */
export interface ConceptEntry {
  id: string;
  tier: Tier;
}

/** One form as found on the page; `start` and `end` are UTF-16 offsets into the scanned text. */
export interface Candidate {
  start: number;
  end: number;
  /** Index into `Matcher.concepts`. */
  concept: number;
  /** Index into `Matcher.patterns`. */
  form: number;
}

export type MatcherForm = TableForm;

/**
 * Scans a text that comes in pieces, in reading order, without joining them: most pieces hold nothing, and where a
 * form may run over a seam the reader looks again at the joined text.
 */
export interface PieceScan {
  /** Candidates that lie wholly inside the piece fed last, their offsets in that piece. */
  found: Candidate[];
  /** A form may run from the pieces before into the piece fed last, if no block boundary parts them. */
  crossing: boolean;
  /**
   * Scans the next piece, or a stretch of it.
   * @param from where to begin, `until` where to stop beginning matches (UTF-16 offsets)
   * @returns where to go on: `text.length` when the piece is done
   */
  feed(text: string, from?: number, until?: number): number;
}

export interface Matcher {
  readonly concepts: readonly ConceptEntry[];
  readonly forms: readonly MatcherForm[];
  /** A form by its number: cheaper than `forms`, which puts all of them together. */
  form(number: number): MatcherForm;
  /** All forms in a text: leftmost first, the longest at each place, none overlapping. */
  scan(text: string): Candidate[];
  /** A fresh scan over pieces. */
  pieces(): PieceScan;
}

const TIER_OF: Record<string, Tier> = { c: 'core', s: 'supporting', e: 'everyday' };

const NO_MATCH = -1;
/** The text ended before the pattern did. */
const RAN_OUT = -2;

/** Where in `text` a pattern that begins at `at` ends, NO_MATCH or RAN_OUT. Invisible characters are stepped over. */
function matchAt(text: string, at: number, form: MatcherForm, pattern: string): number {
  let i = at;
  let end = at;
  const n = text.length;
  for (let p = 0; p < pattern.length; p++) {
    let c = text.charCodeAt(i);
    while (i < n && isInvisible(c)) c = text.charCodeAt(++i);
    if (i >= n) return RAN_OUT;
    const want = pattern.charCodeAt(p);
    if (want === 32) {
      if (isDashCode(c)) i++;
      else if (isBlank(c))
        while (i < n && (isBlank(text.charCodeAt(i)) || isInvisible(text.charCodeAt(i)))) i++;
      else return NO_MATCH;
    } else {
      if (c !== want && !standsFor(c, want, form.exact)) return NO_MATCH;
      i++;
    }
    end = i;
  }
  return end;
}

/** Whether a character other than the wanted one may stand in its place. */
function standsFor(c: number, want: number, exact: boolean): boolean {
  switch (want) {
    case 45:
      return isDashCode(c);
    case 39:
      return c === 0x2019 || c === 0x2bc;
    case 43:
      return c === 0xff0b || c === 0x207a;
    default:
      return !exact && c < 128 && FOLDED[c] === want;
  }
}

/** A match must end where a word ends: no letter or digit follows, invisible ones aside. */
function endsWord(text: string, end: number): boolean {
  let i = end;
  while (i < text.length && isInvisible(text.charCodeAt(i))) i++;
  return i >= text.length || !isWordCode(text.charCodeAt(i));
}

/** One way to write a form, as the scan compares it with a text. */
interface Spelling {
  pattern: string;
  form: number;
  /** The letter or digit with which its second word begins, folded; 0 where there is none right there. */
  second: number;
}

/** A regular expression would do, but engines take milliseconds to compile one that knows letters. */
function secondOf(pattern: string): number {
  let i = 0;
  while (i < pattern.length && isWordCode(pattern.charCodeAt(i))) i++;
  if (i === 0 || pattern.charCodeAt(i) !== 32) return 0;
  const c = pattern.charCodeAt(i + 1);
  return c < 128 ? FOLDED[c] : 0;
}

const spelling = (pattern: string, form: number): Spelling => ({ pattern, form, second: secondOf(pattern) });

const byLength = (a: Spelling, b: Spelling) => b.pattern.length - a.pattern.length;

/**
 * Builds the matcher from the compiled form table.
 *
 * One pass, whatever the number of forms: the text's words are hashed as they are read, and only a word that begins a
 * form is looked at again, longest form first. Forms are spelled out when their first word is met, so that a page pays
 * for those that it may hold.
 */
export function createMatcher(table: FormTable): Matcher {
  const unpacked = unpackForms(table);

  const { mask, slots, last, before } = hashFirstWords(unpacked);

  /** By slot. */
  const spelled: (Spelling[] | undefined)[] = [];

  function spell(slot: number): Spelling[] {
    const own: number[] = [];
    // A word stands in a slot once for its singular and once for its plural, one after the other if for both.
    for (let entry = last[slot]; entry !== 0; entry = before[entry]) {
      const word = (entry - 1) >> 1;
      if (own[own.length - 1] !== word) own.push(word);
    }
    const out: Spelling[] = [];
    for (let i = own.length; i-- > 0; ) {
      for (const form of unpacked.formsOf(own[i])) {
        const { pattern, plural } = unpacked.form(form);
        out.push(spelling(pattern, form));
        if (plural) out.push(spelling(pluralForm(pattern), form));
      }
    }
    if (out.length > 1) out.sort(byLength);
    spelled[slot] = out;
    return out;
  }

  /** Where the first word of the last run began whose form ran out of text, or -1. */
  let ranOut = -1;

  function longestAt(text: string, start: number, wordEnd: number, slot: number): Candidate | undefined {
    const list = spelled[slot] ?? spell(slot);
    // What stands after the word and one blank or hyphen, where that can be told at a glance.
    const after = text.charCodeAt(wordEnd + 1);
    const glance = wordEnd + 1 < text.length && after < 128 ? FOLDED[after] : 0;
    for (const { pattern, form, second } of list) {
      if (glance !== 0 && second !== 0 && second !== glance) continue;
      const own = unpacked.form(form);
      const end = matchAt(text, start, own, pattern);
      if (end === RAN_OUT && ranOut < 0) ranOut = start;
      if (end >= 0 && endsWord(text, end)) return { start, end, concept: own.concept, form };
    }
    return undefined;
  }

  /** Adds the matches that begin in [from, until) to `out`; returns where to go on, never inside a word or a match. */
  function run(text: string, from: number, until: number, out: Candidate[]): number {
    const n = text.length;
    ranOut = -1;
    let i = from;
    while (i < until) {
      let c = text.charCodeAt(i);
      let folded = c < 128 ? FOLDED[c] : isWordBeyondAscii(c) ? c : 0;
      if (folded === 0) {
        i++;
        continue;
      }
      const start = i;
      let hash = HASH_SEED;
      for (;;) {
        if (folded !== 0) hash = (hash * 31 + folded) & HASH_BITS;
        else if (!isInvisible(c)) break;
        if (++i >= n) break;
        c = text.charCodeAt(i);
        folded = c < 128 ? FOLDED[c] : isWordBeyondAscii(c) ? c : 0;
      }
      let slot = (hash ^ (hash >> 11)) & mask;
      let held = slots[slot];
      if (held === 0) continue;
      const marked = hash | MARK;
      while (held !== 0 && held !== marked) {
        slot = (slot + 1) & mask;
        held = slots[slot];
      }
      if (held === 0) continue;
      const found = longestAt(text, start, i, slot);
      if (found) {
        out.push(found);
        if (found.end > i) i = found.end;
      }
    }
    return i;
  }

  function scan(text: string): Candidate[] {
    const out: Candidate[] = [];
    run(text, 0, text.length, out);
    return out;
  }

  function pieces(): PieceScan {
    /** The end of what was fed, from where a form may run on; '' when nothing can. */
    let carry = '';
    /** The text whose last word is open, when that is all that could run on. */
    let open = '';

    function probe(text: string): string {
      const joined = carry + text.slice(0, LONGEST_FORM);
      const across: Candidate[] = [];
      run(joined, 0, carry.length, across);
      scanner.crossing = across.some((c) => c.end > carry.length);
      return ranOut >= 0 && text.length < LONGEST_FORM ? joined.slice(ranOut) : '';
    }

    const scanner: PieceScan = {
      found: [],
      crossing: false,
      feed(text, from = 0, until = text.length) {
        if (from === 0) {
          if (scanner.found.length) scanner.found = [];
          scanner.crossing = false;
          if (text === '') return 0;
        }
        let onward = '';
        let joined = '';
        if (from === 0) {
          if (open !== '' && continuesWord(text.charCodeAt(0))) {
            carry = open.slice(lastWord(open));
            joined = carry + text;
          }
          if (carry !== '') onward = probe(text);
        }
        const end = run(text, from, Math.min(until, text.length), scanner.found);
        if (end < text.length) {
          carry = open = '';
          return end;
        }
        carry = onward || (ranOut >= 0 ? text.slice(ranOut) : '');
        if (carry.length > LONGEST_FORM) carry = '';
        open = carry === '' && continuesWord(text.charCodeAt(text.length - 1)) ? text : '';
        // A piece that is nothing but the middle of a word leaves all of the word so far open.
        if (open !== '' && joined !== '' && lastWord(text) === 0) open = joined;
        return end;
      },
    };
    return scanner;
  }

  let concepts: ConceptEntry[] | undefined;
  return {
    get concepts() {
      concepts ??= unpacked.concepts.map(({ id, tier }) => ({ id, tier: TIER_OF[tier] }));
      return concepts;
    },
    get forms() {
      return unpacked.forms;
    },
    form: (number) => unpacked.form(number),
    scan,
    pieces,
  };
}

/** No form is longer, in UTF-16 units; a seam is looked at no farther. */
const LONGEST_FORM = 128;

const continuesWord = (c: number) => isWordCode(c) || isInvisible(c);

/** Where the last word of a text that ends in one begins. */
function lastWord(text: string): number {
  let i = text.length;
  while (i > 0 && text.length - i < LONGEST_FORM && continuesWord(text.charCodeAt(i - 1))) i--;
  return i;
}
