import { FOLDED, isBlank, isDashCode, isInvisible, isWordCode } from './characters';
import type { FirstWords } from './first-words';
import type { TableForm, UnpackedForms } from './form-table';
import { pluralForm } from './forms';
import type { Candidate } from './piece-scan';

const NO_MATCH = -1;

const isGap = (c: number) => isBlank(c) || isInvisible(c);

/** Where in `text` a pattern that begins at `at` ends, or NO_MATCH. Invisible characters are stepped over. */
function matchAt(text: string, at: number, form: TableForm, pattern: string): number {
  let i = at;
  let end = at;
  const n = text.length;
  for (let p = 0; p < pattern.length; p++) {
    // No character beyond the end is asked for here, nor below: machine code that was made without one is thrown away.
    while (i < n && isInvisible(text.charCodeAt(i))) i++;
    if (i >= n) return NO_MATCH;
    const c = text.charCodeAt(i);
    const want = pattern.charCodeAt(p);
    if (want === 32) {
      if (isBlank(c)) while (i + 1 < n && isGap(text.charCodeAt(i + 1))) i++;
      else if (!isDashCode(c)) return NO_MATCH;
    } else if (c !== want && !standsFor(c, want, form.exact)) return NO_MATCH;
    end = ++i;
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

/** A match must end where a word ends: no letter or digit follows before the limit, invisible ones aside. */
function endsWord(text: string, end: number, limit: number): boolean {
  let i = end;
  while (i < limit && isInvisible(text.charCodeAt(i))) i++;
  return i >= limit || !isWordCode(text.charCodeAt(i));
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
  if (i === 0 || i + 1 >= pattern.length || pattern.charCodeAt(i) !== 32) return 0;
  const c = pattern.charCodeAt(i + 1);
  return c < 128 ? FOLDED[c] : 0;
}

const byLength = (a: Spelling, b: Spelling) => b.pattern.length - a.pattern.length;

/** Bits that no letter or digit has in a slot's hint: a form needs no second word; the first word was met. */
export const ALONE = 1 << 27;
export const MET = 1 << 28;
/** The first small letter. What is no letter of ASCII counts as small above it. */
export const SMALL = 97;

/** The forms that begin with a word, each spelled out when its first word is met: a page pays for those that it may hold. */
export interface Spellings {
  /**
   * By slot of a first word, 0 until it is met: the letters with which second words of its forms begin, a bit each (that of
   * their last five bits), `ALONE` and `MET`. All slots for a word that begins with a capital or a digit, and then all once
   * more for one that does not.
   */
  readonly hints: Int32Array;
  /**
   * The longest form at a place that ends before a limit.
   * @param start where its first word begins, `wordEnd` where that ends, UTF-16 offsets
   * @param slot that of its first word
   * @param crossed where forms end that run over the limit; the call adds to it
   */
  longestAt(
    text: string,
    start: number,
    wordEnd: number,
    slot: number,
    limit: number,
    crossed: number[],
  ): Candidate | undefined;
}

/** The spellings of a table's forms. */
export function createSpellings(forms: UnpackedForms, { mask, last, before }: FirstWords): Spellings {
  const small = mask + 1;
  const hints = new Int32Array(2 * small);
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
    const add = (pattern: string, form: number) => {
      const second = secondOf(pattern);
      const hint = second === 0 ? ALONE : 1 << (second & 31);
      out.push({ pattern, form, second });
      hints[slot] |= hint;
      if (!forms.form(form).exact || pattern.charCodeAt(0) >= SMALL) hints[slot + small] |= hint;
    };
    hints[slot] = hints[slot + small] = MET;
    for (let i = own.length; i-- > 0; ) {
      for (const form of forms.formsOf(own[i])) {
        const { pattern, plural } = forms.form(form);
        add(pattern, form);
        if (plural) add(pluralForm(pattern), form);
      }
    }
    spelled[slot] = out.sort(byLength);
    return out;
  }

  return {
    hints,
    longestAt(text, start, wordEnd, slot, limit, crossed) {
      const list = spelled[slot] ?? spell(slot);
      // What stands after the word and one blank or hyphen, where that can be told at a glance.
      const after = wordEnd + 1 < text.length ? text.charCodeAt(wordEnd + 1) : 0;
      const glance = after < 128 ? FOLDED[after] : 0;
      for (let i = 0; i < list.length; i++) {
        const { pattern, form, second } = list[i];
        if (glance !== 0 && second !== 0 && second !== glance) continue;
        const own = forms.form(form);
        const end = matchAt(text, start, own, pattern);
        // Where a piece ends may be the end of a word.
        if (end > limit) crossed.push(end);
        else if (end >= 0 && endsWord(text, end, limit)) return { start, end, concept: own.concept, form };
      }
      return undefined;
    },
  };
}
