import type { FormTable } from './compile';
import { DASHES, pluralOf } from './forms';
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

export interface MatcherForm {
  pattern: string;
  concept: number;
  exact: boolean;
  context: boolean;
  plural: boolean;
}

export interface Matcher {
  readonly concepts: readonly ConceptEntry[];
  readonly forms: readonly MatcherForm[];
  /** All forms in a text: leftmost first, the longest at each place, none overlapping. */
  scan(text: string): Candidate[];
}

const TIER_OF: Record<string, Tier> = { c: 'core', s: 'supporting', e: 'everyday' };

// Character classes of the scan. Letters and digits carry their folded code, so that a token's hash needs no second table.
const FOLDED = new Uint8Array(128);
for (let c = 48; c <= 57; c++) FOLDED[c] = c;
for (let c = 65; c <= 90; c++) FOLDED[c] = c + 32;
for (let c = 97; c <= 122; c++) FOLDED[c] = c;
FOLDED[95] = 95; // an underscore makes a name of code, as in ALL_CAPS

/** Soft hyphen, zero-width space, joiners, word joiner, byte-order mark: seen by no reader. */
function isInvisible(c: number): boolean {
  return c === 0xad || (c >= 0x200b && c <= 0x200d) || c === 0x2060 || c === 0xfeff;
}

/** Letters and digits outside ASCII, near enough: no punctuation, symbols, spaces, nor scripts written without spaces. */
function isWordBeyondAscii(c: number): boolean {
  if (c < 0xc0) return c === 0xaa || c === 0xb5 || c === 0xba;
  if (c === 0xd7 || c === 0xf7) return false;
  if (c >= 0x2000 && c <= 0x2bff) return false;
  if (c >= 0x2e00 && c <= 0xabff) return false;
  return c < 0xac00 || (c > 0xdfff && c < 0xfe00);
}

function isWordCode(c: number): boolean {
  return c < 128 ? FOLDED[c] !== 0 : isWordBeyondAscii(c);
}

function isBlank(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13) || c === 0xa0 || c === 0x202f || (c >= 0x2002 && c <= 0x200a);
}

const isDashCode = (c: number) => c === 45 || (c > 127 && DASHES.includes(String.fromCharCode(c)));

const HASH_SEED = 7;
const hashStep = (h: number, c: number) => (Math.imul(h, 31) + c) | 0;

function hashOfFirstToken(pattern: string): number {
  let h = HASH_SEED;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charCodeAt(i);
    const folded = c < 128 ? FOLDED[c] : c;
    if (!folded) break;
    h = hashStep(h, folded);
  }
  return h;
}

/** Where in `text` a pattern that begins at `at` ends, or -1. Invisible characters are stepped over. */
function matchAt(text: string, at: number, form: MatcherForm, pattern: string): number {
  let i = at;
  let end = at;
  const n = text.length;
  for (let p = 0; p < pattern.length; p++) {
    let c = text.charCodeAt(i);
    while (i < n && isInvisible(c)) c = text.charCodeAt(++i);
    if (i >= n) return -1;
    const want = pattern.charCodeAt(p);
    if (want === 32) {
      if (isDashCode(c)) i++;
      else if (isBlank(c))
        while (i < n && (isBlank(text.charCodeAt(i)) || isInvisible(text.charCodeAt(i)))) i++;
      else return -1;
    } else {
      if (c !== want) {
        if (
          want === 45
            ? !isDashCode(c)
            : want === 39
              ? c !== 0x2019 && c !== 0x2bc
              : want === 43
                ? c !== 0xff0b && c !== 0x207a
                : form.exact || c > 127 || FOLDED[c] !== want
        )
          return -1;
      }
      i++;
    }
    end = i;
  }
  return end;
}

/** A match must end where a word ends: no letter or digit follows, invisible ones aside. */
function endsWord(text: string, end: number): boolean {
  let i = end;
  while (i < text.length && isInvisible(text.charCodeAt(i))) i++;
  return i >= text.length || !isWordCode(text.charCodeAt(i));
}

interface Spelling {
  pattern: string;
  form: number;
}

/**
 * Builds the matcher from the compiled form table.
 *
 * One pass, whatever the number of forms: the text's words are hashed as they are read, and only a word that begins a
 * form is looked at again, longest form first.
 */
export function createMatcher(table: FormTable): Matcher {
  const concepts: ConceptEntry[] = [];
  const forms: MatcherForm[] = [];
  const spellings: Spelling[] = [];
  for (const line of table.split('\n')) {
    if (!line) continue;
    const [id, tier, ...written] = line.split('\t');
    const concept = concepts.push({ id, tier: TIER_OF[tier] }) - 1;
    for (const text of written) {
      let at = 0;
      const exact = text[at] === '=';
      if (exact) at++;
      const context = text[at] === '*';
      if (context) at++;
      const plural = text[at] === '+';
      if (plural) at++;
      const pattern = text.slice(at);
      const form = forms.push({ pattern, concept, exact, context, plural }) - 1;
      spellings.push({ pattern, form });
      if (plural) {
        const { cut, ending } = pluralOf(pattern);
        spellings.push({ pattern: pattern.slice(0, pattern.length - cut) + ending, form });
      }
    }
  }
  spellings.sort((a, b) => b.pattern.length - a.pattern.length);

  let size = 1024;
  while (size < spellings.length * 2) size *= 2;
  const mask = size - 1;
  // heads[slot] is 1 + the index of the slot's longest spelling; next chains the rest in order of length.
  const heads = new Int32Array(size);
  const next = new Int32Array(spellings.length);
  const hashes = new Int32Array(spellings.length);
  for (let s = spellings.length - 1; s >= 0; s--) {
    const h = hashOfFirstToken(spellings[s].pattern);
    hashes[s] = h;
    const slot = (h ^ (h >>> 15)) & mask;
    next[s] = heads[slot];
    heads[slot] = s + 1;
  }

  function longestAt(text: string, start: number, hash: number): Candidate | undefined {
    for (let s = heads[(hash ^ (hash >>> 15)) & mask]; s !== 0; s = next[s - 1]) {
      if (hashes[s - 1] !== hash) continue;
      const { pattern, form } = spellings[s - 1];
      const end = matchAt(text, start, forms[form], pattern);
      if (end >= 0 && endsWord(text, end)) return { start, end, concept: forms[form].concept, form };
    }
    return undefined;
  }

  function scan(text: string): Candidate[] {
    const out: Candidate[] = [];
    const n = text.length;
    let i = 0;
    while (i < n) {
      let c = text.charCodeAt(i);
      if (!isWordCode(c)) {
        i++;
        continue;
      }
      const start = i;
      let hash = HASH_SEED;
      while (i < n) {
        c = text.charCodeAt(i);
        const folded = c < 128 ? FOLDED[c] : isWordBeyondAscii(c) ? c : 0;
        if (folded) hash = hashStep(hash, folded);
        else if (!isInvisible(c)) break;
        i++;
      }
      if (heads[(hash ^ (hash >>> 15)) & mask] === 0) continue;
      const found = longestAt(text, start, hash);
      if (found) {
        out.push(found);
        if (found.end > i) i = found.end;
      }
    }
    return out;
  }

  return { concepts, forms, scan };
}
