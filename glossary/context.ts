import type { Cues } from './cues';
import { type Evidence, Witness } from './evidence';
import { type Expansion, expansionAt, nearest, saysConcept } from './expansions';
import { type Facts, type FormFacts, factsOf } from './form-facts';
import type { Candidate, Matcher } from './matcher';
import { type Reason, reasonOf } from './reasons';
import { type Features, FITTED, featuresOf, scoreOf, type WeightTable } from './score';
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
  /** Why; its words are looked for when they are asked for. */
  reason: Reason;
}

export interface Judgement {
  /** One a candidate, in reading order. */
  decisions: Decision[];
  /** The page is plainly about cancer. */
  cancerPage: boolean;
}

/** An ambiguous candidate with all that is weighed about it. */
export interface Weighed {
  block: number;
  /** Its place among the candidates of the block. */
  index: number;
  candidate: Candidate;
  form: FormFacts;
  around: Surroundings;
  /** The page's own words for the abbreviation, if it gives them. */
  expansion: Expansion | undefined;
  /** Undefined where the words beside it or the page's own words decide alone. */
  evidence: Evidence | undefined;
  features: Features;
}

/** Distinct clear terms of cancer that make a page plainly about cancer. */
const CANCER_PAGE = 3;
/** How much the other places of an abbreviation on the page count beside its own. */
const SHARED = 0.5;
/**
 * A wrong light harms more than a dark term, so even odds are not enough; where other meanings are rare, it is the other
 * way round. Log odds.
 */
const MARGIN = 0.5;
/** Less than this speaks for no meaning at all: a word of the right field somewhere on the page. */
const LEAST = 0.3;

function expansionsOf(page: Page, matcher: Matcher, facts: Facts): Map<number, Expansion[]> {
  const out = new Map<number, Expansion[]>();
  page.blocks.forEach(({ text, candidates }, block) => {
    for (const c of candidates) {
      const long = facts(c.form).acronym ? expansionAt(text, c) : undefined;
      if (!long) continue;
      const found = { block, at: c.start, long, ours: saysConcept(long, c.concept, matcher) };
      const list = out.get(c.form);
      if (list) list.push(found);
      else out.set(c.form, [found]);
    }
  });
  return out;
}

/**
 * Weighs every ambiguous candidate of a page, in reading order: what `judge` decides by, and what the weights are fitted on.
 * @param witness filled by the call: gives the reasons their words
 */
export function weigh(page: Page, matcher: Matcher, cues: Cues): { weighed: Weighed[]; witness: Witness } {
  const facts = factsOf(matcher, cues);
  const expansions = expansionsOf(page, matcher, facts);
  const foreign = page.lang !== '' && !/^en\b/i.test(page.lang);
  const weighed: Weighed[] = [];
  const open = new Set<Candidate>();
  page.blocks.forEach(({ text, candidates }, block) => {
    candidates.forEach((candidate, index) => {
      const form = facts(candidate.form);
      if (!form.ambiguous) return;
      const around = surroundingsOf(text, candidate.start, candidate.end, form);
      const known = around.joined ? undefined : expansions.get(candidate.form);
      const expansion = known && nearest(known, block, candidate.start);
      if (!expansion && !isSettled(around)) open.add(candidate);
      weighed.push({ block, index, candidate, form, around, expansion, evidence: undefined, features: [] });
    });
  });
  const witness = new Witness(page, matcher, cues, (candidate) => open.has(candidate));
  for (const one of weighed) {
    if (!open.has(one.candidate)) continue;
    one.evidence = witness.about(one.block, one.index);
    one.features = featuresOf(one.evidence, one.around, one.form, foreign);
  }
  shareSenses(weighed);
  return { weighed, witness };
}

/**
 * One page mostly means one thing by an abbreviation (Gale, Church & Yarowsky, "One sense per discourse", 1992): the
 * features of each of its places are drawn halfway to their mean.
 */
function shareSenses(weighed: readonly Weighed[]): void {
  const places = new Map<number, Weighed[]>();
  for (const one of weighed) {
    if (!one.form.acronym || !one.evidence) continue;
    const list = places.get(one.candidate.form);
    if (list) list.push(one);
    else places.set(one.candidate.form, [one]);
  }
  for (const list of places.values()) {
    if (list.length < 2) continue;
    for (let i = 0; i < list[0].features.length; i++) {
      let sum = 0;
      for (const { features } of list) sum += features[i];
      const mean = sum / list.length;
      for (const { features } of list) features[i] += SHARED * (mean - features[i]);
    }
  }
}

/** Whether a weighed candidate is meant in the glossary's sense. */
export function decide({ expansion, features, around, evidence, form }: Weighed, weights = FITTED): boolean {
  if (isSettled(around)) return false;
  if (expansion) return expansion.ours;
  if (!evidence) return false;
  const { cancerTerms, cancerWords, medicine, telling, own, touching } = evidence;
  if (form.guarded && !around.before && !around.after && !own && !touching) return false;
  const cancer = cancerTerms + cancerWords + telling + own;
  if (form.kind !== 'sure' && cancer + (form.medicine ? medicine : 0) < LEAST) return false;
  return scoreOf(features, form.medicine, weights) > (form.kind === 'sure' ? -MARGIN : MARGIN);
}

/**
 * Decides for each candidate of a page whether the glossary's sense is meant. Whether it is then lit is another question:
 * see choose.ts.
 * @returns the decisions in reading order, one a candidate
 */
export function judge(page: Page, matcher: Matcher, cues: Cues, weights?: WeightTable): Judgement {
  const { weighed, witness } = weigh(page, matcher, cues);
  const decisions: Decision[] = [];
  let next = 0;
  page.blocks.forEach(({ candidates }, block) => {
    for (const candidate of candidates) {
      const one = weighed[next]?.candidate === candidate ? weighed[next++] : undefined;
      const accepted = !one || decide(one, weights);
      decisions.push({ block, candidate, accepted, reason: reasonOf(one, accepted, witness) });
    }
  });
  return { decisions, cancerPage: witness.page.cancerConcepts >= CANCER_PAGE };
}
