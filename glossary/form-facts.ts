import type { ConceptContext, Cues } from './cues';
import type { Matcher } from './matcher';
import type { Tier } from './schema';

/** What a form is by itself: its meaning is the less sure the more other words look like it. */
export type FormKind = 'sure' | 'acronym' | 'common' | 'word' | 'phrase';

/** What the context needs to know of a form, looked up once a matcher. */
export interface FormFacts {
  ambiguous: boolean;
  kind: FormKind;
  /** Letters in capitals, or with digits. */
  acronym: boolean;
  /** Made of the letters of Roman numerals. */
  roman: boolean;
  phrase: boolean;
  /** The form needs more than a text about the right thing. */
  guarded: boolean;
  /** A guarded form that talk of cancer right around it is enough for. */
  wary: boolean;
  /** The form counts only with its hyphen. */
  hyphen: boolean;
  /** The concept belongs to any medicine rather than to cancer. */
  medicine: boolean;
  /** Seldom met outside cancer. */
  telling: boolean;
  tier: Tier;
  context: ConceptContext | undefined;
}

/** Whether a pattern is one word with two capitals or a digit, or as short as `Ph`. */
export function isAcronym(pattern: string): boolean {
  let capitals = 0;
  let digits = 0;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charCodeAt(i);
    if (c === 32) return false;
    if (c >= 65 && c <= 90) capitals++;
    else if (c >= 48 && c <= 57) digits++;
  }
  return capitals > 1 || digits > 0 || (capitals === 1 && /^[A-Z][a-z]?[+-]?$/.test(pattern));
}

/** Whether a pattern is made of the letters of Roman numerals. */
function isRoman(pattern: string): boolean {
  for (let i = 0; i < pattern.length; i++) if (!'IVX'.includes(pattern[i])) return false;
  return true;
}

/** Facts by form number. */
export type Facts = (form: number) => FormFacts;

const known = new WeakMap<Matcher, { cues: Cues; facts: Facts }>();

/** Facts of the forms of a matcher, each looked up once: a page has few of them. */
export function factsOf(matcher: Matcher, cues: Cues): Facts {
  const before = known.get(matcher);
  if (before?.cues === cues) return before.facts;
  const all: FormFacts[] = [];
  const facts: Facts = (form) => {
    all[form] ??= lookUp(form, matcher, cues);
    return all[form];
  };
  known.set(matcher, { cues, facts });
  return facts;
}

function lookUp(form: number, matcher: Matcher, cues: Cues): FormFacts {
  const { pattern, concept, context: ambiguous } = matcher.form(form);
  const phrase = pattern.includes(' ');
  const acronym = ambiguous && isAcronym(pattern);
  const rest: FormKind = acronym ? 'acronym' : cues.common.has(concept) ? 'common' : 'word';
  return {
    ambiguous,
    kind: cues.sure.has(pattern) ? 'sure' : phrase ? 'phrase' : rest,
    acronym,
    roman: acronym && isRoman(pattern),
    phrase,
    guarded: cues.guarded.has(pattern) || cues.wary.has(pattern),
    wary: cues.wary.has(pattern),
    hyphen: cues.hyphen.has(pattern),
    medicine: cues.medicine.has(concept),
    telling: cues.telling.has(concept),
    tier: matcher.concepts[concept].tier,
    context: ambiguous ? cues.concept(concept) : undefined,
  };
}
