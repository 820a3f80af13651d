import type { Cues } from './cues';
import { type Evidence, evidenceOf, gather, type PageEvidence } from './evidence';
import { type Expansion, expansionAt, nearest, saysConcept } from './expansions';
import type { Candidate, Matcher, MatcherForm } from './matcher';
import type { Reason } from './reasons';
import { type Features, type FormKind, featuresOf, scoreOf, type Weights } from './score';
import { isSettled, type Surroundings, surroundingsOf } from './surroundings';

export { explain, type Reason } from './reasons';

/** A block of running text with the candidates found in it. */
export interface TextBlock {
  text: string;
  candidates: Candidate[];
  /** Counts up at each heading: the section that the block belongs to. */
  section: number;
  /** The block is a heading. */
  heading: boolean;
}

export interface Page {
  blocks: TextBlock[];
  title: string;
  /** BCP 47 tag of the page's language, or empty. */
  lang: string;
}

export interface Decision {
  block: number;
  candidate: Candidate;
  /** The glossary's sense is meant here. */
  accepted: boolean;
  reason: Reason;
}

export interface Judgement {
  /** One a candidate, in reading order. */
  decisions: Decision[];
  /** The page is plainly about cancer. */
  cancerPage: boolean;
}

/** Distinct clear terms of cancer that make a page plainly about cancer. */
const CANCER_PAGE = 3;

/** An ambiguous candidate with all that is weighed about it. */
export interface Weighed {
  block: number;
  candidate: Candidate;
  kind: FormKind;
  /** The form needs more than a text about the right thing. */
  guarded: boolean;
  evidence: Evidence;
  around: Surroundings;
  features: Features;
  /** The page's own words for the abbreviation, if it gives them. */
  expansion: Expansion | undefined;
}

function isAcronym(pattern: string): boolean {
  return !pattern.includes(' ') && /\p{Lu}.*\p{Lu}|\p{N}|^\p{Lu}\p{Ll}?[+-]?$/u.test(pattern);
}

function kindOf({ pattern, concept }: MatcherForm, cues: Cues): FormKind {
  if (cues.sure.has(pattern)) return 'sure';
  if (pattern.includes(' ')) return 'phrase';
  if (isAcronym(pattern)) return 'acronym';
  return cues.common.has(concept) ? 'common' : 'word';
}

function expansionsOf(page: Page, matcher: Matcher): Map<number, Expansion[]> {
  const out = new Map<number, Expansion[]>();
  page.blocks.forEach((block, index) => {
    for (const c of block.candidates) {
      const { context, pattern } = matcher.forms[c.form];
      if (!context || !isAcronym(pattern)) continue;
      const long = expansionAt(block.text, c);
      if (!long) continue;
      const list = out.get(c.form) ?? [];
      list.push({ block: index, at: c.start, long, ours: saysConcept(long, c.concept, matcher) });
      out.set(c.form, list);
    }
  });
  return out;
}

/** Weighs every ambiguous candidate of a page: what `judge` decides by, and what the weights are fitted on. */
export function weigh(page: Page, matcher: Matcher, cues: Cues, whole: PageEvidence): Weighed[] {
  const expansions = expansionsOf(page, matcher);
  const foreign = page.lang !== '' && !/^en\b/i.test(page.lang);
  const all = page.blocks.flatMap((block, index) =>
    block.candidates
      .filter((c) => matcher.forms[c.form].context)
      .map((candidate): Weighed => {
        const form = matcher.forms[candidate.form];
        const kind = kindOf(form, cues);
        const evidence = evidenceOf(block, whole.cues[index], candidate, whole, matcher, cues);
        const around = surroundingsOf(
          block.text,
          candidate.start,
          candidate.end,
          cues.concepts.get(candidate.concept),
          form.pattern.includes(' '),
          cues.hyphen.has(form.pattern),
        );
        const features = featuresOf(evidence, around, kind, cues.medicine.has(candidate.concept), foreign);
        const known = expansions.get(candidate.form);
        return {
          block: index,
          candidate,
          kind,
          guarded: cues.guarded.has(form.pattern),
          evidence,
          around,
          features,
          expansion: known && nearest(known, index, candidate.start),
        };
      }),
  );
  return all.map((one) => shareSense(one, all, matcher));
}

/** How much the other places of an abbreviation on the page count beside its own. */
const SHARED = 0.5;

/**
 * One page mostly means one thing by an abbreviation (Gale, Church & Yarowsky, "One sense per discourse", 1992): its
 * features are drawn halfway to the mean of all its places.
 */
function shareSense(one: Weighed, all: readonly Weighed[], matcher: Matcher): Weighed {
  const { form } = one.candidate;
  if (!isAcronym(matcher.forms[form].pattern)) return one;
  const peers = all.filter((w) => w.candidate.form === form);
  if (peers.length < 2) return one;
  const features: Features = {};
  for (const name in one.features) {
    const mean = peers.reduce((sum, w) => sum + w.features[name], 0) / peers.length;
    features[name] = (1 - SHARED) * one.features[name] + SHARED * mean;
  }
  return { ...one, features };
}

/** A wrong light harms more than a dark term, so even odds are not enough. */
const MARGIN = 0.5;

/** Less than this speaks for no meaning at all: a word of medicine somewhere on the page. */
const LEAST = 0.3;

/** Whether a weighed candidate is meant in the glossary's sense. */
export function decide(
  { expansion, features, around, evidence, kind, guarded }: Weighed,
  weights?: Weights,
): boolean {
  if (isSettled(around)) return false;
  if (expansion && !around.joined) return expansion.ours;
  const { cancerTerms, cancerWords, medicine, company, own, touching } = evidence;
  if (guarded && !around.before && !around.after && !own && !touching) return false;
  if (kind !== 'sure' && cancerTerms + cancerWords + medicine + company + own < LEAST) return false;
  return scoreOf(features, weights) > MARGIN;
}

function reasonOf(weighed: Weighed, accepted: boolean): Reason {
  const { expansion, evidence, around } = weighed;
  if (around.degree || (around.joined && !accepted)) return { code: 'longer-name' };
  if (expansion && !around.joined)
    return { code: expansion.ours ? 'page-says' : 'page-says-other', words: [expansion.long] };
  const words = (list: string[]) => [...new Set(list)].slice(0, 3);
  if (accepted) {
    const near = words(evidence.forWords);
    return near.length ? { code: 'near', words: near } : { code: 'medical-text' };
  }
  if (around.shouting) return { code: 'capitals' };
  const beside = around.notBefore ?? around.notAfter;
  if (beside) return { code: 'beside-other', words: [beside] };
  if (around.code) return { code: 'code' };
  if (around.numeral) return { code: 'numeral' };
  if (around.citation) return { code: 'citation' };
  const against = words(evidence.againstWords);
  return against.length ? { code: 'near-other', words: against } : { code: 'nothing-near' };
}

/**
 * Decides for each candidate of a page whether the glossary's sense is meant. Whether it is then lit is another question:
 * see choose.ts.
 * @returns the decisions in reading order, one a candidate
 */
export function judge(page: Page, matcher: Matcher, cues: Cues): Judgement {
  const whole = gather(page, matcher, cues);
  const weighed = weigh(page, matcher, cues, whole);
  let next = 0;
  const decisions = page.blocks.flatMap((block, index) =>
    block.candidates.map((candidate): Decision => {
      if (!matcher.forms[candidate.form].context)
        return { block: index, candidate, accepted: true, reason: { code: 'unambiguous' } };
      const one = weighed[next++];
      const accepted = decide(one);
      return { block: index, candidate, accepted, reason: reasonOf(one, accepted) };
    }),
  );
  return { decisions, cancerPage: whole.cancerConcepts.size >= CANCER_PAGE };
}
