import type { Page, TextBlock } from './context';
import type { ConceptContext, Cue, Cues } from './cues';
import type { Candidate, Matcher } from './matcher';

/** Weight of what stands so many characters from the match (UTF-16), nearest ring first; beyond the last ring: `FAR`. */
const RINGS: readonly (readonly [reach: number, weight: number])[] = [
  [100, 1],
  [300, 0.6],
  [700, 0.35],
];
/** What a term of medicine counts that is itself ambiguous. */
const UNSURE = 0.5;
/** A term so near, in characters, is the next word. */
const TOUCH = 2;
/** Weight of what stands elsewhere on the page. */
const FAR = 0.12;
const REACH = RINGS[RINGS.length - 1][0];

function ring(distance: number): number {
  for (const [reach, weight] of RINGS) if (distance <= reach) return weight;
  return 0;
}

/** What speaks for or against a meaning, each a sum over what stands on the page, weighted by nearness. */
export interface Evidence {
  /** Clear terms of cancer. */
  cancerTerms: number;
  /** Words of cancer talk. */
  cancerWords: number;
  /** Clear terms and words of any medicine. */
  medicine: number;
  /** Other ambiguous terms that belong to cancer: induction, consolidation, maintenance stand together. */
  company: number;
  /** 1 where a clear term stands right beside. */
  touching: number;
  /** The concept's own cue words. */
  own: number;
  /** Words of the other meanings that the concept's file names. */
  against: number;
  /** Words of other fields of medicine. */
  otherCare: number;
  /** Words that have nothing to do with medicine. */
  elsewhere: number;
  /** The words that say most, for the reason. */
  forWords: string[];
  againstWords: string[];
}

/** What one page says as a whole. */
export interface PageEvidence {
  cues: Cue[][];
  /** Distinct clear concepts of cancer. */
  cancerConcepts: Set<number>;
  medicineConcepts: Set<number>;
  cancerWords: number;
  otherCare: number;
  elsewhere: number;
  words: number;
}

function cuesOf(block: TextBlock, matcher: Matcher, cues: Cues): Cue[] {
  let first = -1;
  let last = 0;
  for (const c of block.candidates) {
    if (!matcher.forms[c.form].context) continue;
    if (first < 0) first = c.start;
    last = c.end;
  }
  if (first < 0) return [];
  return cues.find(block.text, Math.max(0, first - REACH), Math.min(block.text.length, last + REACH));
}

/** Gathers what the whole page says. */
export function gather(page: Page, matcher: Matcher, cues: Cues): PageEvidence {
  const cancerConcepts = new Set<number>();
  const medicineConcepts = new Set<number>();
  const distinct = {
    c: new Set<string>(),
    m: new Set<string>(),
    o: new Set<string>(),
    n: new Set<string>(),
    e: new Set<string>(),
  };
  const all = page.blocks.map((block) => {
    for (const c of block.candidates) {
      if (matcher.forms[c.form].context) continue;
      (cues.medicine.has(c.concept) ? medicineConcepts : cancerConcepts).add(c.concept);
    }
    const found = cuesOf(block, matcher, cues);
    for (const { start, end, topic } of found)
      distinct[cues.kinds[topic]].add(block.text.slice(start, end).toLowerCase());
    return found;
  });
  return {
    cues: all,
    cancerConcepts,
    medicineConcepts,
    cancerWords: distinct.c.size,
    otherCare: distinct.o.size,
    elsewhere: distinct.e.size,
    words: distinct.m.size,
  };
}

/** What stands around one ambiguous candidate. */
export function evidenceOf(
  block: TextBlock,
  blockCues: readonly Cue[],
  candidate: Candidate,
  whole: PageEvidence,
  matcher: Matcher,
  cues: Cues,
): Evidence {
  const { start, end } = candidate;
  const distance = (s: number, e: number) => (e <= start ? start - e : s >= end ? s - end : 0);
  const context: ConceptContext | undefined = cues.concepts.get(candidate.concept);
  const out: Evidence = {
    cancerTerms: FAR * whole.cancerConcepts.size,
    cancerWords: FAR * whole.cancerWords,
    medicine: FAR * (whole.medicineConcepts.size + whole.words),
    company: 0,
    touching: 0,
    own: 0,
    against: 0,
    otherCare: 0,
    elsewhere: FAR * whole.elsewhere,
    forWords: [],
    againstWords: [],
  };
  const seen = new Set<number>();
  for (const c of block.candidates) {
    if (c === candidate || c.concept === candidate.concept) continue;
    const weight = ring(distance(c.start, c.end));
    if (!weight) continue;
    const form = matcher.forms[c.form];
    const clear = !form.context || cues.sure.has(form.pattern);
    const medicine = cues.medicine.has(c.concept);
    if (clear && distance(c.start, c.end) <= TOUCH) out.touching = 1;
    if (clear && seen.has(c.concept)) continue;
    if (clear && medicine) out.medicine += weight;
    else if (clear) {
      out.cancerTerms += weight;
      if (weight >= RINGS[1][1]) out.forWords.push(block.text.slice(c.start, c.end));
    } else if (!seen.has(c.concept)) {
      const { tier } = matcher.concepts[c.concept];
      if (medicine) out.medicine += tier === 'everyday' ? 0 : UNSURE * weight;
      else if (tier === 'core') out.company += weight;
    }
    seen.add(c.concept);
  }
  const words = new Set<string>();
  for (const cue of blockCues) {
    const d = distance(cue.start, cue.end);
    const weight = d === 0 ? 0 : ring(d);
    if (!weight) continue;
    const word = block.text.slice(cue.start, cue.end).toLowerCase();
    if (words.has(word)) continue;
    words.add(word);
    const kind = cues.kinds[cue.topic];
    if (kind === 'c') {
      out.cancerWords += weight;
      if (weight >= RINGS[1][1]) out.forWords.push(word);
    } else if (kind === 'm') out.medicine += weight;
    else if (context && (context.against >> cue.topic) & 1) {
      out.against += weight;
      out.againstWords.push(word);
    } else if (kind === 'n') continue;
    else if (kind === 'o') {
      out.otherCare += weight;
      out.againstWords.push(word);
    } else {
      out.elsewhere += weight;
      out.againstWords.push(word);
    }
  }
  if (context?.cues.size) {
    const from = Math.max(0, start - RINGS[1][0]);
    for (const found of block.text.slice(from, end + RINGS[1][0]).matchAll(/[A-Za-z][\w-]+/g)) {
      const at = from + found.index;
      const d = distance(at, at + found[0].length);
      if (d === 0) continue;
      const word = found[0].toLowerCase();
      if (words.has(`=${word}`)) continue;
      if (context.cues.has(word) || (word.endsWith('s') && context.cues.has(word.slice(0, -1)))) {
        words.add(`=${word}`);
        out.own += ring(d);
        out.forWords.push(word);
      }
    }
  }
  return out;
}
