import type { Form } from './schema';
import { british } from './spelling';

/** Dashes that stand for a hyphen or a minus. The em dash parts clauses and is none of them. */
export const DASHES = '-\u2010\u2011\u2012\u2013\u2212\uFE63\uFF0D';
const isDash = (c: string) => DASHES.includes(c);
const isWord = (c: string | undefined) => c !== undefined && /[\p{L}\p{N}]/u.test(c);

/**
 * A form made ready for the matcher.
 *
 * `pattern` is the form with every space or inner hyphen as one blank (a text may have either there), dashes that
 * are signs as `-`, curly apostrophes as `'`. In a pattern that is not `exact`, a capital stands for itself only and
 * a small letter for both cases.
 */
export interface Pattern {
  pattern: string;
  exact: boolean;
  plural: boolean;
  context: boolean;
}

function isAcronym(token: string): boolean {
  return (
    /^[\p{Lu}\p{N}]*\p{Lu}[\p{Lu}\p{N}]*$/u.test(token) &&
    token.length > 1 &&
    /\p{Lu}.*\p{Lu}|\p{N}/u.test(token)
  );
}

function isMixedCase(token: string): boolean {
  return /\p{Ll}\p{Lu}|\p{Lu}\p{Lu}\p{Ll}/u.test(token);
}

function blanks(text: string): string {
  const chars = [
    ...text
      .normalize('NFC')
      .replace(/[\u2018\u2019]/g, "'")
      .replace(/[\s\u00A0\u202F]+/g, ' '),
  ];
  return chars
    .map((c, i) => {
      if (!isDash(c)) return c;
      return isWord(chars[i - 1]) && isWord(chars[i + 1]) ? ' ' : '-';
    })
    .join('');
}

function patternOf(text: string, form: Form): Pattern {
  const plain = blanks(text);
  const tokens = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const exact = form.case === 'exact' || (form.case === 'acronyms' && tokens.some(isMixedCase));
  const pattern = exact
    ? plain
    : plain.replace(/[\p{L}\p{N}]+/gu, (token) =>
        form.case === 'acronyms' && isAcronym(token) ? token : token.toLowerCase(),
      );
  return { pattern, exact, plural: form.plural === true, context: form.context };
}

/**
 * Every pattern that a form stands for: itself, its British spelling, its irregular plural.
 * The regular plural is not spelled out: it is a flag that the matcher reads.
 */
export function patternsOf(form: Form): Pattern[] {
  const texts = [form.text];
  if (typeof form.plural === 'string') texts.push(form.plural);
  const all = texts.flatMap((text) => {
    const other = british(text);
    return other ? [text, other] : [text];
  });
  return all.map((text) => patternOf(text, form));
}

/**
 * The regular plural's ending of a pattern's last word, and how many characters of the singular it replaces.
 * `antibody` → `antibodies`; `biopsy` → `biopsies`; `dose` → `doses`; `rash` → `rashes`.
 */
export function pluralOf(pattern: string): { cut: number; ending: string } {
  // No regular expressions: this runs for hundreds of words before a page's first text is read.
  const n = pattern.length;
  const last = pattern[n - 1];
  const before = pattern[n - 2];
  if (last === 'y' && before && !'aeiou'.includes(before)) return { cut: 1, ending: 'ies' };
  const hisses = 'sxz'.includes(last) || (last === 'h' && (before === 'c' || before === 's'));
  return { cut: 0, ending: hisses ? 'es' : 's' };
}

/** A pattern in the regular plural. */
export function pluralForm(pattern: string): string {
  const { cut, ending } = pluralOf(pattern);
  return pattern.slice(0, pattern.length - cut) + ending;
}
