import type { Page, TextBlock } from './context';
import { type Cues, Hits } from './cues';
import { type Facts, type FormFacts, factsOf } from './form-facts';
import { Headings } from './headings';
import type { Candidate, Matcher } from './matcher';

/** Weight of what stands so many characters from the match (UTF-16), nearest ring first; beyond the last ring: `FAR`. */
const NEAR = 100;
const MIDDLE = 300;
const REACH = 700;
const MIDDLE_WEIGHT = 0.6;
const REACH_WEIGHT = 0.35;
/** Weight of what stands elsewhere on the page. */
const FAR = 0.12;
/** What a term of medicine counts that is itself ambiguous. */
const UNSURE = 0.5;
/** A term so near, in characters, is the next word, or the next but an "of". */
const TOUCH = 4;

const ring = (distance: number) => (distance <= NEAR ? 1 : distance <= MIDDLE ? MIDDLE_WEIGHT : REACH_WEIGHT);

/** What speaks for or against a meaning, each a sum over what stands on the page, weighted by nearness. */
export interface Evidence {
  /** Clear terms of cancer. */
  cancerTerms: number;
  /** Words of cancer talk. */
  cancerWords: number;
  /** Clear terms and words of any medicine. */
  medicine: number;
  /** Other terms that are seldom met outside cancer: ambiguous ones, and clear ones that any medicine shares. */
  telling: number;
  /** Other ambiguous terms of cancer: induction, relapse, maintenance stand together, or transplant and donor. */
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
}

/** A candidate has one meaning. */
export const CLEAR = 0;
/** It is ambiguous and still to be weighed. */
export const OPEN = 1;
/** The words beside it or the page's own words settle that the glossary's sense is meant, or that another is. */
export const OURS = 2;
export const OTHER = 3;

/** What is known of the candidates of some blocks, one after the other: parallel lists. */
export interface Known {
  /** By block: the place of its first candidate in the lists. */
  first: Int32Array;
  forms: readonly FormFacts[];
  /** `CLEAR`, `OPEN`, `OURS` or `OTHER` each. */
  standings: Uint8Array;
}

/** A word of the page that speaks for a meaning or against it. */
export interface NearWord {
  text: string;
  /** The name of its topic; '' where it speaks for the meaning. */
  about: string;
}

/** What the page says as a whole, in distinct concepts and words. */
export interface PageEvidence {
  cancerConcepts: number;
  /** The title or the first heading names a clear term of cancer. */
  titled: boolean;
  medicineConcepts: number;
  cancerWords: number;
  medicineWords: number;
  elsewhere: number;
}

/** Gathers evidence about the candidates of one page. */
export class Witness {
  readonly page: PageEvidence;
  readonly #blocks: readonly TextBlock[];
  readonly #facts: Facts;
  readonly #known: Known;
  readonly #cues: Cues;
  /** Cue words around the open candidates, of one block after the other. */
  readonly #hits: Hits;
  /** By block: the first of its hits, and one more for the end of the last. */
  readonly #first: Int32Array;
  readonly #headings: Headings;
  // What has been counted for the candidate at hand: by word and by concept, the candidate's running number, negative where
  // only an ambiguous form of the concept has been.
  readonly #wordSeen: Int32Array;
  readonly #conceptSeen: Int32Array;
  #turn = 0;

  /**
   * @param known what is known of the candidates: only around the open ones are cue words looked for, and only what may
   *   mean the glossary's sense is company for others
   */
  constructor(page: Page, matcher: Matcher, cues: Cues, known: Known) {
    const facts = factsOf(matcher, cues);
    this.#blocks = page.blocks;
    this.#facts = facts;
    this.#known = known;
    this.#cues = cues;
    this.#wordSeen = new Int32Array(cues.topics.length);
    this.#conceptSeen = new Int32Array(matcher.concepts.length);
    const clear = new Uint8Array(matcher.concepts.length);
    let cancerConcepts = 0;
    let medicineConcepts = 0;
    const { blocks } = page;
    const hits = new Hits();
    this.#hits = hits;
    this.#first = new Int32Array(blocks.length + 1);
    for (let block = 0; block < blocks.length; block++) {
      const { text, candidates } = blocks[block];
      let first = -1;
      let last = 0;
      const at = known.first[block];
      for (let i = 0; i < candidates.length; i++) {
        const c = candidates[i];
        const standing = known.standings[at + i];
        if (standing === OPEN) {
          if (first < 0) first = c.start;
          last = c.end;
        } else if (standing === CLEAR && !clear[c.concept]) {
          clear[c.concept] = 1;
          if (known.forms[at + i].medicine) medicineConcepts++;
          else cancerConcepts++;
        }
      }
      if (first >= 0) cues.find(text, Math.max(0, first - REACH), Math.min(text.length, last + REACH), hits);
      this.#first[block + 1] = hits.words.length;
    }
    const count = { c: 0, m: 0, o: 0, n: 0, e: 0 };
    const seen = new Uint8Array(cues.topics.length);
    for (const word of hits.words) {
      const topic = cues.topics[word];
      if (topic < 0 || seen[word]) continue;
      seen[word] = 1;
      count[cues.kinds[topic]]++;
    }
    this.#headings = new Headings(page, matcher, cues);
    this.page = {
      cancerConcepts,
      titled: this.#headings.nameCancer,
      medicineConcepts,
      cancerWords: count.c,
      medicineWords: count.m,
      elsewhere: count.e,
    };
  }

  /**
   * What stands around a candidate of a block.
   * @param index the candidate's place among those of the block
   */
  about(block: number, index: number): Evidence {
    const { page } = this;
    const out: Evidence = {
      cancerTerms: FAR * page.cancerConcepts,
      cancerWords: FAR * page.cancerWords,
      medicine: FAR * (page.medicineConcepts + page.medicineWords),
      telling: 0,
      company: 0,
      touching: 0,
      own: 0,
      against: 0,
      otherCare: 0,
      elsewhere: FAR * page.elsewhere,
    };
    this.#turn++;
    const { candidates } = this.#blocks[block];
    for (const over of this.#headings.over(this.#blocks[block])) {
      out.cancerTerms += REACH_WEIGHT * over.cancerTerms;
      out.cancerWords += REACH_WEIGHT * over.cancerWords;
      out.medicine += REACH_WEIGHT * over.medicine;
      out.elsewhere += REACH_WEIGHT * over.elsewhere;
    }
    this.#addTerms(block, index, out);
    this.#addWords(block, candidates[index], out);
    return out;
  }

  #addTerms(block: number, index: number, out: Evidence): void {
    const { candidates } = this.#blocks[block];
    const { start, end, concept } = candidates[index];
    const at = this.#known.first[block];
    for (let i = index - 1; i >= 0 && candidates[i].end > start - REACH; i--)
      this.#addTerm(candidates[i], at + i, start - candidates[i].end, concept, out);
    for (let i = index + 1; i < candidates.length && candidates[i].start < end + REACH; i++)
      this.#addTerm(candidates[i], at + i, candidates[i].start - end, concept, out);
  }

  /** @param at the term's place in the lists of what is known */
  #addTerm(term: Candidate, at: number, distance: number, concept: number, out: Evidence): void {
    const form = this.#known.forms[at];
    const standing = this.#known.standings[at];
    // Its own name in full speaks for a form; the same ambiguous form once more does not.
    if (standing === OTHER || (term.concept === concept && standing !== CLEAR)) return;
    const isClear = standing !== OPEN || form.kind === 'sure';
    if (isClear && distance <= TOUCH) out.touching = 1;
    // A clear name of a concept counts after an ambiguous one, too: "after a stem cell transplant ... until the graft works".
    const seen = this.#conceptSeen[term.concept];
    if (seen === this.#turn || (!isClear && seen === -this.#turn)) return;
    this.#conceptSeen[term.concept] = isClear ? this.#turn : -this.#turn;
    const weight = ring(distance);
    if (isClear && form.telling) out.telling += weight;
    if (isClear && form.medicine) out.medicine += weight;
    else if (isClear) out.cancerTerms += weight;
    else if (form.telling) out.telling += weight;
    else if (form.medicine) out.medicine += form.tier === 'everyday' || form.guarded ? 0 : UNSURE * weight;
    else if (form.kind !== 'common' && !form.guarded) out.company += weight;
  }

  #addWords(block: number, { start, end, concept }: Candidate, out: Evidence): void {
    const { starts, ends, words } = this.#hits;
    const { topics, kinds } = this.#cues;
    const context = this.#cues.concept(concept);
    const own = context?.own;
    const against = context?.against ?? 0;
    // A word of another world (a child on dex is "a monster") says the less the more terms stand together.
    const crowd = 1 + out.telling + out.company + out.cancerTerms;
    // So does a word of another field of medicine (steroids may bring on diabetes): next to terms that are telling.
    const tellers = 1 + out.telling;
    const until = this.#first[block + 1];
    for (let i = firstFrom(starts, this.#first[block], until, start - REACH); i < until; i++) {
      const from = starts[i];
      const to = ends[i];
      if (from >= end + REACH) break;
      // The candidate's own words say nothing about it.
      if (from < end && to > start) continue;
      const number = words[i];
      if (this.#wordSeen[number] === this.#turn) continue;
      this.#wordSeen[number] = this.#turn;
      const topic = topics[number];
      const weight = ring(to <= start ? start - to : from - end);
      if (own?.has(number)) out.own += weight;
      if (topic < 0) continue;
      const kind = kinds[topic];
      if (kind === 'c') out.cancerWords += weight;
      else if (kind === 'm') out.medicine += weight;
      else if ((against >> topic) & 1) out.against += weight / (kind === 'e' ? crowd : tellers);
      else if (kind === 'o') out.otherCare += weight / tellers;
      else if (kind === 'e') out.elsewhere += weight / crowd;
    }
  }

  /**
   * The words and terms within some hundred characters that speak for the meaning, or against it, nearest first.
   * @returns at most `most` of them, as the page writes them, with the topic of the nearest
   */
  wordsNear(block: number, candidate: Candidate, speaksFor: boolean, most: number): NearWord[] {
    const { text, candidates } = this.#blocks[block];
    const { start, end, concept } = candidate;
    const found: (NearWord & { distance: number })[] = [];
    const add = (from: number, to: number, about: string) => {
      const distance = to <= start ? start - to : from - end;
      if (distance < 0 || distance > MIDDLE) return;
      const part = text.slice(from, to);
      // A word inside a term that is named already says nothing more.
      if (
        !found.some((f) => f.distance - distance < f.text.length && f.text.includes(part) && f.text !== part)
      )
        found.push({ text: part, about, distance });
    };
    if (speaksFor)
      for (const c of candidates) {
        const form = this.#facts(c.form);
        const isClear = !form.ambiguous || form.kind === 'sure';
        const isOwnName = c.concept === concept && !form.ambiguous;
        if (isOwnName || (c.concept !== concept && !form.medicine && isClear)) add(c.start, c.end, '');
      }
    const { starts, ends, words } = this.#hits;
    const { topics, kinds, abouts } = this.#cues;
    const context = this.#cues.concept(concept);
    for (let i = this.#first[block]; i < this.#first[block + 1]; i++) {
      const topic = topics[words[i]];
      const kind = kinds[topic];
      const isFor = context?.own.has(words[i]) || kind === 'c';
      const isAgainst =
        topic >= 0 && (((context?.against ?? 0) >> topic) & 1 || kind === 'o' || kind === 'e');
      if (speaksFor ? isFor : isAgainst) add(starts[i], ends[i], abouts[topic] ?? '');
    }
    found.sort((a, b) => a.distance - b.distance);
    const distinct = new Map<string, NearWord>();
    for (const word of found) {
      const key = word.text.toLowerCase();
      if (!distinct.has(key)) distinct.set(key, word);
    }
    return [...distinct.values()].slice(0, most);
  }
}

/** Index of the first value from `low` on that is at least `least`, or `high`; the values rise. */
function firstFrom(values: readonly number[], low: number, high: number, least: number): number {
  let from = low;
  let until = high;
  while (from < until) {
    const middle = (from + until) >> 1;
    if (values[middle] < least) from = middle + 1;
    else until = middle;
  }
  return from;
}
