import { asSeen } from './as-seen';
import type { Cues } from './cues';
import { OPEN, OTHER, OURS, UNHEARD } from './evidence';
import { type Expansion, expansionAt, nearest, saysConcept } from './expansions';
import { type Facts, type FormFacts, factsOf } from './form-facts';
import type { Candidate, Matcher } from './matcher';
import { type Reason, reasonOf } from './reasons';
import { FITTED, scoreOf } from './score';
import { isSettled, type Surroundings, surroundingsOf } from './surroundings';
import { shareSenses, Weighed } from './weighed';
import { Witness } from './witness';

export type { Reason } from './reasons';

/** A block of running text with the candidates found in it. */
export interface TextBlock {
  text: string;
  /**
   * Where it begins in the page's text, UTF-16, any number for the first: blocks without candidates may be left out. Without it, the
   * block follows the one before.
   */
  at?: number | undefined;
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

/** Distinct clear terms of cancer that make a page plainly about cancer. */
const CANCER_PAGE = 3;
/** So many of its terms do where the title or the first heading names one. */
const TITLED_CANCER_PAGE = 2;
/**
 * Log odds that a score must clear: a little less than even. Text that nobody has seen says less in the words of the lists than
 * the text they were written beside, so a wider margin costs there what it spares here.
 */
const MARGIN = -0.1;
/** The same for forms whose other meanings are rare. */
const SURE_MARGIN = -0.3;
/** The same for forms that are everyday words. */
const COMMON_MARGIN = 0.3;
/** Added among words in capitals, where no letter tells an abbreviation from a word. */
const SHOUTING_MARGIN = 0.5;
/** Less than this speaks for no meaning at all: a word of the right field somewhere on the page. */
const LEAST = 0.3;
/**
 * Plain is a text with less than this of other illnesses and other meanings, and with less of another world than this or than
 * the share below of what it says of medicine: that may be said of ours.
 */
const PLAIN = 0.3;
const PLAIN_SHARE = 0.25;
/** A text with less than this has no word of medicine. */
const FIELD = 0.1;
/** Clear or telling terms of cancer that make the talk around a wary form talk of cancer: one within some hundred characters. */
const TALK = 0.6;
/** So many ambiguous terms near speak for each other's meaning, though each alone says nothing. */
const SEVERAL = 1.6;

/** What a page says that its abbreviations stand for, by the form's number, in reading order. */
export type Expansions = ReadonlyMap<number, readonly Expansion[]>;

/** A part of a page that is judged by itself: how many blocks stand before it, and what the whole page's abbreviations stand for. */
export interface Stretch {
  from: number;
  expansions: Expansions;
}

/**
 * What the abbreviations of a page stand for, by its own words.
 * @param from where to begin, and `to` where to end: block numbers
 * @param out what was found in other blocks; the call adds to it
 */
export function expansionsOf(
  blocks: readonly TextBlock[],
  matcher: Matcher,
  cues: Cues,
  from = 0,
  to = blocks.length,
  out = new Map<number, Expansion[]>(),
): Map<number, Expansion[]> {
  const facts = factsOf(matcher, cues);
  for (let block = from; block < to; block++) {
    const { text, candidates } = asSeen(blocks[block]);
    for (let i = 0; i < candidates.length; i++) {
      const c = candidates[i];
      const long = facts(c.form).acronym ? expansionAt(text, c) : undefined;
      if (!long) continue;
      const found = { block, at: c.start, long, ours: saysConcept(long, c.concept, matcher, candidates) };
      const list = out.get(c.form);
      if (list) list.push(found);
      else out.set(c.form, [found]);
    }
  }
  return out;
}

/**
 * Weighs every ambiguous candidate of a page, in reading order: what `judge` decides by, and what the weights are fitted on.
 * @param stretch where the page is a part of another
 * @param isSparing leaves out what is not in question, and what stands around it: the weights are fitted without
 * @returns with the witness, which gives the reasons their words
 */
export function weigh(
  page: Page,
  matcher: Matcher,
  cues: Cues,
  stretch?: Stretch,
  isSparing = true,
): { weighed: Weighed[]; witness: Witness } {
  const { lang } = page;
  const blocks = page.blocks.map(asSeen);
  const witness = new Witness({ ...page, blocks }, matcher, cues);
  const { from, expansions } = stretch ?? { from: 0, expansions: expansionsOf(blocks, matcher, cues) };
  const foreign = lang !== '' && !/^en\b/i.test(lang);
  const weighed: Weighed[] = [];
  for (let block = 0, at = 0; block < blocks.length; block++) {
    const { text, candidates } = blocks[block];
    for (let index = 0; index < candidates.length; index++, at++) {
      const form = witness.forms[at];
      if (!form.ambiguous) continue;
      const candidate = candidates[index];
      const around = surroundingsOf(text, candidate.start, candidate.end, form);
      const known = around.joined ? undefined : expansions.get(candidate.form);
      const expansion = known && nearest(known, from + block, candidate.start);
      witness.standings[at] = standingOf(form, around, expansion, isSparing);
      weighed.push(new Weighed(block, index, candidate, form, around, expansion, foreign, witness));
    }
  }
  witness.read();
  shareSenses(weighed, isHeard);
  return { weighed, witness };
}

/** How a candidate stands by what is right beside it and by the page's own words. */
function standingOf(
  form: FormFacts,
  around: Surroundings,
  expansion: Expansion | undefined,
  isSparing: boolean,
): number {
  if (isSettled(around)) return OTHER;
  if (expansion) return expansion.ours ? OURS : OTHER;
  const isFitting = around.before || around.after;
  return isSparing && form.guarded && !form.wary && !form.acronym && !isFitting ? UNHEARD : OPEN;
}

/** Whether a weighed candidate is meant in the glossary's sense. */
export function decide(one: Weighed, weights = FITTED): boolean {
  const { around, form, heard } = one;
  if (one.standing !== OPEN) return one.standing === OURS;
  if (!heard) return false;
  const score = scoreOf(one.features, form.medicine, weights);
  if (form.kind === 'sure') return score > SURE_MARGIN;
  const margin = form.kind === 'common' ? COMMON_MARGIN : MARGIN;
  return score > margin + (around.shouting ? SHOUTING_MARGIN : 0);
}

/** Whether anything speaks for the meaning at all, so that the score is worth asking for. */
function isHeard({ form, around, evidence }: Weighed): boolean {
  if (!evidence) return false;
  const {
    cancerTerms,
    cancerWords,
    medicine,
    telling,
    company,
    own,
    touching,
    otherCare,
    against,
    elsewhere,
  } = evidence;
  const fitting = around.before || around.after;
  const isTalkOfCancer = form.wary && cancerTerms + telling >= TALK;
  if (form.guarded && !fitting && !own && !touching && !isTalkOfCancer) return false;
  const field = cancerTerms + cancerWords + own;
  // Letters with no word of medicine around them are the name of an airport, a firm, a road.
  if (form.kind === 'sure') return !form.acronym || field + medicine + telling + company + otherCare >= FIELD;
  if (around.paired || (around.before && around.after)) return true;
  // Terms of ours that stand together in a text of another world, with no word of medicine, are a game's or a report's.
  if (elsewhere > 0 && field + medicine < FIELD) return false;
  const cancer = field + telling + (company < SEVERAL ? 0 : company);
  if (form.medicine) return cancer + medicine + (form.phrase ? 0 : otherCare) >= LEAST;
  // In a text that speaks of no other illness, medicine is enough for a form that little else is said with.
  const isPlain = otherCare + against < PLAIN && elsewhere < Math.max(PLAIN, PLAIN_SHARE * medicine);
  return (
    cancer +
      (isPlain && ((form.telling && !form.phrase) || (fitting && form.kind !== 'common')) ? medicine : 0) >=
    LEAST
  );
}

/**
 * Decides for each candidate of a page whether the glossary's sense is meant. Whether it is then lit is another question:
 * see choose.ts.
 * @param stretch where the page is a part of another
 * @returns the decisions in reading order, one a candidate
 */
export function judge(page: Page, matcher: Matcher, cues: Cues, stretch?: Stretch): Judgement {
  const { weighed, witness } = weigh(page, matcher, cues, stretch);
  const decisions: Decision[] = [];
  let next = 0;
  for (let block = 0; block < page.blocks.length; block++) {
    const { candidates } = page.blocks[block];
    for (let i = 0; i < candidates.length; i++) {
      const candidate = candidates[i];
      const { block: at, index } = weighed[next] ?? {};
      const one = at === block && index === i ? weighed[next++] : undefined;
      const accepted = !one || decide(one);
      decisions.push({ block, candidate, accepted, reason: reasonOf(one, accepted, witness) });
    }
  }
  return { decisions, cancerPage: isCancerPage(decisions, witness, factsOf(matcher, cues)) };
}

/** Whether a page is plainly about cancer: by its clear terms, or by its title and one more term that is meant so. */
function isCancerPage(decisions: readonly Decision[], witness: Witness, facts: Facts): boolean {
  if (witness.page.cancerConcepts >= CANCER_PAGE) return true;
  if (!witness.page.titled) return false;
  const concepts = new Set<number>();
  for (const { candidate, accepted } of decisions) {
    const { medicine, tier } = facts(candidate.form);
    if (accepted && !medicine && tier !== 'everyday') concepts.add(candidate.concept);
  }
  return concepts.size >= TITLED_CANCER_PAGE;
}
