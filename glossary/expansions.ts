import { isCapital, isLetterOrDigit, unicode } from './letters';
import type { Candidate, Matcher } from './matcher';

/** A place where the page says what an abbreviation stands for. */
export interface Expansion {
  block: number;
  /** Where the abbreviation stands, UTF-16 offset into the block's text. */
  at: number;
  /** What it stands for, as the page writes it. */
  long: string;
  /** Whether that is the glossary's meaning. */
  ours: boolean;
}

/**
 * The words before an abbreviation in brackets that it stands for, or undefined.
 * Schwartz & Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (PSB 2003): the
 * abbreviation's letters are looked for from right to left, and its first letter must begin a word.
 * @param short the abbreviation
 * @param text what stands before it, or the text in brackets after it
 */
export function longForm(short: string, text: string): string | undefined {
  const words = text.trim().split(/\s+/);
  const most = Math.min(short.length + 5, short.length * 2);
  const long = words.slice(-most).join(' ');
  let l = long.length - 1;
  for (let s = short.length - 1; s >= 0; s--) {
    const letter = short[s].toLowerCase();
    if (!isLetterOrDigit(letter)) continue;
    while (l >= 0 && (long[l].toLowerCase() !== letter || (s === 0 && l > 0 && isLetterOrDigit(long[l - 1]))))
      l--;
    if (l < 0) return undefined;
    l--;
  }
  const found = long.slice(long.lastIndexOf(' ', l + 1) + 1);
  return found.length > short.length && !found.split(/[\s-]+/).includes(short) ? found : undefined;
}

/** Characters looked at on either side of an abbreviation. */
const REACH = 160;

/** Characters between an opening bracket and an abbreviation: `(known as CRS`. */
const HEAD = 12;

/** What a clause does not run over. */
const CLAUSE_ENDS = '()[].;!?';

const hasBracket = (text: string) => text.includes('(') || text.includes('[');

/** Whether a bracket, a comma, ` stands`, ` short`, ` is` or ` means` may follow: told by the signs and the first letter. */
function mayBeTold(text: string, end: number): boolean {
  const c = text.charCodeAt(end);
  const next = text.charCodeAt(end + 1);
  if (c === 32 && (next === 115 || next === 105 || next === 109)) return true;
  const tail = text.slice(end, end + 3);
  return hasBracket(tail) || tail.includes(',');
}

/** What the text around an abbreviation says it stands for, in either order: `long (SHORT)` or `SHORT (long)`. */
export function expansionAt(text: string, { start, end }: Candidate): string | undefined {
  // Nearly all abbreviations stand without brackets, so look for a sign of one before any pattern is tried.
  const before = text.slice(Math.max(0, start - HEAD), start);
  const isBracketed = hasBracket(before);
  if (!isBracketed && !mayBeTold(text, end)) return undefined;
  const head = isBracketed ? before : '';
  const opening = /[([]\s*(?:known as |called |or |the )?["“']?$/u.exec(head);
  const tail = text.slice(end, end + 14);
  const isOpen = /^["”']?\s*(?:[([]|,?\s*(?:stands for|is short for|short for|means)\s)/u.test(tail);
  if (!opening && !isOpen) return undefined;
  const isPlural = text[end - 1] === 's' && end - start > 1 && isCapital(text[end - 2]);
  const short = text.slice(start, isPlural ? end - 1 : end);
  if (opening && /^["”']?\s*[)\],;:]/u.test(tail)) {
    const bracket = start - head.length + opening.index;
    let clause = bracket;
    while (clause > 0 && clause > bracket - REACH && !CLAUSE_ENDS.includes(text[clause - 1])) clause--;
    const long = longForm(short, text.slice(clause, bracket));
    if (long) return long;
  }
  if (!isOpen) return undefined;
  const after = text.slice(end, end + REACH);
  const inside =
    /^["”']?\s*(?:[([]\s*|,?\s*(?:stands for|is short for|short for|means)\s+)([^()[\]]{3,100}?)\s*[)\].,;]/u.exec(
      after,
    );
  if (!inside) return undefined;
  const long = longForm(short, inside[1]);
  return long && inside[1].trim().length - long.length < 25 ? long : undefined;
}

/** Letters of the shortest word that is looked at in a long form. */
const CONTENT = 4;

/** The longer words of a text in small letters, without a plural's s. */
function contentWords(text: string): string[] {
  const small = text.toLowerCase();
  const words: string[] = [];
  let from = 0;
  for (let i = 0; i <= small.length; i++) {
    const c = i < small.length ? small.charCodeAt(i) : 0;
    if (c > 127) return small.split(unicode('[^\\p{L}]+')).filter(isContent).map(withoutS);
    if (c >= 97 && c <= 122) continue;
    if (i - from >= CONTENT) words.push(withoutS(small.slice(from, i)));
    from = i + 1;
  }
  return words;
}

const isContent = (word: string) => word.length >= CONTENT;
const withoutS = (word: string) => (word.endsWith('s') ? word.slice(0, -1) : word);

/**
 * Whether a long form says the concept's meaning: more than half of its words stand in one of the concept's forms, or two
 * of them and as many others: "minimum residual disease test".
 * @param near candidates that stand around it: its own words may be among them, which spares asking for all forms
 */
export function saysConcept(
  long: string,
  concept: number,
  matcher: Matcher,
  near: readonly Candidate[] = [],
): boolean {
  const words = contentWords(long);
  const says = (pattern: string) => {
    const known = contentWords(pattern);
    let same = 0;
    for (const word of words) if (known.includes(word)) same++;
    return same * 2 > words.length || (same > 1 && same * 2 === words.length);
  };
  for (const c of near) if (c.concept === concept && says(matcher.form(c.form).pattern)) return true;
  return matcher.forms.some((form) => form.concept === concept && says(form.pattern));
}

/** Of several expansions of one abbreviation the nearest: other blocks count by their distance in the page. */
export function nearest(expansions: readonly Expansion[], block: number, at: number): Expansion | undefined {
  const BLOCK = 10_000;
  let best: Expansion | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const e of expansions) {
    const distance = Math.abs(e.block - block) * BLOCK + Math.abs(e.at - at);
    if (distance < least) {
      least = distance;
      best = e;
    }
  }
  return best;
}
