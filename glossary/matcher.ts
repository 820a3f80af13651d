import { hashFirstWords } from './first-words';
import { type FormTable, type TableForm, unpackForms } from './form-table';
import { type Candidate, createPieceScan, type PieceScan } from './piece-scan';
import type { Tier } from './schema';
import { createSpellings } from './spellings';

export { type Candidate, isInWord, LONGEST_FORM, type PieceScan } from './piece-scan';

/** A concept as the matcher knows it. */
export interface ConceptEntry {
  id: string;
  tier: Tier;
}

export type MatcherForm = TableForm;

export interface Matcher {
  readonly concepts: readonly ConceptEntry[];
  readonly forms: readonly MatcherForm[];
  /** A form by its number: cheaper than `forms`, which puts all of them together. */
  form(number: number): MatcherForm;
  /** All forms in a text: leftmost first, the longest at each place, none overlapping. */
  scan(text: string): Candidate[];
  /** A fresh scan over pieces. */
  pieces(): PieceScan;
  /** Whether a form runs over from one text into the one that follows. */
  runsOver(before: string, after: string): boolean;
}

const TIER_OF: Record<string, Tier> = { c: 'core', s: 'supporting', e: 'everyday' };

/**
 * Builds the matcher from the compiled form table.
 *
 * One pass, whatever the number of forms: the text's words are hashed as they are read, and only a word that begins a
 * form is looked at again, longest form first. Forms are spelled out when their first word is met, so that a page pays
 * for those that it may hold.
 */
export function createMatcher(table: FormTable): Matcher {
  const unpacked = unpackForms(table);

  const words = hashFirstWords(unpacked);
  const spellings = createSpellings(unpacked, words);
  const pieces = () => createPieceScan(words, spellings, runsOver);

  let whole: PieceScan | undefined;
  const end = new Int32Array(1);
  function scan(text: string): Candidate[] {
    whole ??= pieces();
    end[0] = text.length;
    whole.feed(text, end, 1);
    whole.run();
    return whole.finds[0]?.candidates ?? [];
  }

  const runsOver = (before: string, after: string) =>
    scan(before + after).some(({ start, end }) => start < before.length && end > before.length);

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
    runsOver,
  };
}
