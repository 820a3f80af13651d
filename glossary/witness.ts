import type { Page, TextBlock } from './context';
import { type Cues, Hits } from './cues';
import { CLEAR, type Evidence, OPEN, OTHER, OURS, type PageEvidence, UNHEARD } from './evidence';
import { type Facts, type FormFacts, factsOf } from './form-facts';
import { Headings } from './headings';
import type { Candidate, Matcher } from './matcher';
import { type NearWord, wordsNear } from './near-words';
import { Nearest } from './nearest';

/** Weight of what stands so many characters from the match (UTF-16), nearest ring first; beyond the last ring: `FAR`. */
const NEAR = 100;
const MIDDLE = 300;
/** What stands farther off says nothing by its place. */
export const REACH = 700;
const MIDDLE_WEIGHT = 0.6;
const REACH_WEIGHT = 0.35;
/** Weight of what stands elsewhere on the page. */
const FAR = 0.12;
/** The same of another illness: a page that is about one is so to its end. */
const ILLNESS = 0.25;
/** What a term of medicine counts that is itself ambiguous. */
const UNSURE = 0.5;
/** A term so near, in characters, is the next word, or the next but an "of". */
const TOUCH = 4;

/** Blocks are as good as so much farther apart than the text between them is long, in characters. */
const BETWEEN = 100;
/** A word of another world that stands alone, "only donor on Earth", says so much less. */
const ALONE = 0.5;

const ring = (distance: number) => (distance <= NEAR ? 1 : distance <= MIDDLE ? MIDDLE_WEIGHT : REACH_WEIGHT);

/** Gathers evidence about the candidates of one page. */
export class Witness {
  page: PageEvidence = {
    cancerConcepts: 0,
    titled: false,
    medicineConcepts: 0,
    cancerWords: 0,
    medicineWords: 0,
    elsewhere: 0,
    illnesses: new Uint16Array(),
  };
  /** By block: the place of its first candidate in the lists of all candidates. */
  readonly first: Int32Array;
  /** Of all candidates, one after the other: what is known of their forms; and how each stands, which others find out. */
  readonly forms: FormFacts[] = [];
  readonly standings: Uint8Array;
  /** By block: where it begins in the page's text, as far as that is known. */
  readonly #starts: Float64Array;
  readonly #blocks: readonly TextBlock[];
  readonly #cues: Cues;
  readonly #facts: Facts;
  readonly #headings: Headings;
  /** Cue words around the open candidates, of one block after the other. */
  readonly #hits = new Hits();
  /** By block: the first of its hits, and one more for the end of the last. */
  readonly #firstHit: Int32Array;
  // What has been counted for the candidate at hand: words, and concepts by a clear form or by an ambiguous one.
  readonly #words: Nearest;
  readonly #clear: Nearest;
  readonly #ambiguous: Nearest;

  constructor(page: Page, matcher: Matcher, cues: Cues) {
    const { blocks } = page;
    const facts = factsOf(matcher, cues);
    this.#facts = facts;
    this.#blocks = blocks;
    this.#cues = cues;
    this.#headings = new Headings(page, matcher, cues);
    this.first = new Int32Array(blocks.length);
    this.#firstHit = new Int32Array(blocks.length + 1);
    this.#starts = new Float64Array(blocks.length);
    let end = 0;
    for (let block = 0; block < blocks.length; block++) {
      this.first[block] = this.forms.length;
      const { text, candidates, at = end } = blocks[block];
      this.#starts[block] = at;
      end = at + text.length;
      for (let i = 0; i < candidates.length; i++) this.forms.push(facts(candidates[i].form));
    }
    this.standings = new Uint8Array(this.forms.length);
    this.#words = new Nearest(cues.topics.length);
    this.#clear = new Nearest(matcher.concepts.length);
    this.#ambiguous = new Nearest(matcher.concepts.length);
  }

  /** Reads what stands around the candidates in question, and what the page says as a whole: when all standings are known. */
  read(): void {
    const { standings, forms } = this;
    const { topics, kinds } = this.#cues;
    const blocks = this.#blocks;
    const hits = this.#hits;
    const clear = new Set<number>();
    let cancerConcepts = 0;
    let medicineConcepts = 0;
    for (let block = 0, at = 0; block < blocks.length; block++) {
      const { text, candidates } = blocks[block];
      let start = -1;
      let end = 0;
      for (let i = 0; i < candidates.length; i++, at++) {
        const c = candidates[i];
        if (standings[at] === UNHEARD && this.#isHeard(block, i)) standings[at] = OPEN;
        const standing = standings[at];
        if (standing === OPEN) {
          if (start < 0) start = c.start;
          end = c.end;
        } else if (standing === CLEAR && !clear.has(c.concept)) {
          clear.add(c.concept);
          if (forms[at].medicine) medicineConcepts++;
          else cancerConcepts++;
        }
      }
      if (start >= 0) this.#find(text, start, end, hits);
      this.#firstHit[block + 1] = hits.words.length;
    }
    let cancerWords = 0;
    let medicineWords = 0;
    let elsewhere = 0;
    const illnesses = new Uint16Array(kinds.length);
    const seen = new Uint8Array(topics.length);
    for (let i = 0; i < hits.words.length; i++) {
      const word = hits.words[i];
      const topic = topics[word];
      if (topic < 0 || seen[word] !== 0) continue;
      seen[word] = 1;
      const kind = kinds[topic];
      if (kind === 'c') cancerWords++;
      else if (kind === 'm') medicineWords++;
      else if (kind === 'e') elsewhere++;
      else if (kind === 'i') illnesses[topic]++;
    }
    this.page = {
      cancerConcepts,
      titled: this.#headings.nameCancer,
      medicineConcepts,
      cancerWords,
      medicineWords,
      elsewhere,
      illnesses,
    };
  }

  /** Whether a clear term stands right beside a candidate, or one of the concept's own words may stand within reach. */
  #isHeard(block: number, index: number): boolean {
    const { text, candidates } = this.#blocks[block];
    const { start, end, concept } = candidates[index];
    for (let i = index - 1; i >= 0 && start - candidates[i].end <= TOUCH; i--)
      if (this.#isClear(block, i, concept)) return true;
    for (let i = index + 1; i < candidates.length && candidates[i].start - end <= TOUCH; i++)
      if (this.#isClear(block, i, concept)) return true;
    const context = this.#cues.concept(concept);
    if (!context?.own.size) return false;
    const around = text.slice(Math.max(0, start - REACH), end + REACH).toLowerCase();
    const { ownWords } = context;
    for (let i = 0; i < ownWords.length; i++) if (around.includes(ownWords[i])) return true;
    return ownWords.length === 0;
  }

  /** Whether a candidate is a clear term, to a candidate of some concept. */
  #isClear(block: number, index: number, concept: number): boolean {
    const at = this.first[block] + index;
    const standing = this.standings[at];
    if (standing === CLEAR) return true;
    if (standing === OTHER || this.#blocks[block].candidates[index].concept === concept) return false;
    return standing === OURS || this.forms[at].kind === 'sure';
  }

  /** Adds the cue words within reach of a stretch of text. */
  #find(text: string, start: number, end: number, hits: Hits): void {
    this.#cues.find(text, Math.max(0, start - REACH), Math.min(text.length, end + REACH), hits);
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
    this.#words.begin();
    this.#clear.begin();
    this.#ambiguous.begin();
    const { candidates } = this.#blocks[block];
    const over = this.#headings.over(this.#blocks[block]);
    for (let i = 0; i < over.length; i++) {
      const heading = over[i];
      out.cancerTerms += REACH_WEIGHT * heading.cancerTerms;
      out.cancerWords += REACH_WEIGHT * heading.cancerWords;
      out.medicine += REACH_WEIGHT * heading.medicine;
      out.elsewhere += REACH_WEIGHT * heading.elsewhere;
    }
    this.#addTerms(block, index, out);
    this.#addWords(block, candidates[index], out);
    return out;
  }

  #addTerms(block: number, index: number, out: Evidence): void {
    const { candidates } = this.#blocks[block];
    const { start, end, concept } = candidates[index];
    const at = this.first[block];
    for (let i = index - 1; i >= 0 && candidates[i].end > start - REACH; i--)
      this.#addTerm(candidates[i], at + i, start - candidates[i].end, concept, out);
    for (let i = index + 1; i < candidates.length && candidates[i].start < end + REACH; i++)
      this.#addTerm(candidates[i], at + i, candidates[i].start - end, concept, out);
    this.#addTermsBeside(block, -1, candidates[index], out);
    this.#addTermsBeside(block, 1, candidates[index], out);
  }

  /**
   * Adds the terms of the blocks on one side that stand in the same section and within reach of a candidate.
   * @param step -1 for those before, 1 for those after
   */
  #addTermsBeside(block: number, step: 1 | -1, { start, end, concept }: Candidate, out: Evidence): void {
    const blocks = this.#blocks;
    for (let at = block + step; blocks[at]?.section === blocks[block].section; at += step) {
      const { text, candidates } = blocks[at];
      const offset = this.#starts[at] - this.#starts[block];
      const distanceTo = (from: number, to: number) =>
        BETWEEN + (step > 0 ? offset + from - end : start - offset - to);
      const nearest = distanceTo(0, text.length);
      // What was read apart may begin anywhere.
      if (nearest < BETWEEN || nearest >= REACH) return;
      for (let i = step > 0 ? 0 : candidates.length - 1; i >= 0 && i < candidates.length; i += step) {
        const distance = distanceTo(candidates[i].start, candidates[i].end);
        if (distance >= REACH) break;
        this.#addTerm(candidates[i], this.first[at] + i, distance, concept, out);
      }
    }
  }

  /** @param at the term's place in the lists of what is known */
  #addTerm(term: Candidate, at: number, distance: number, concept: number, out: Evidence): void {
    const form = this.forms[at];
    const standing = this.standings[at];
    // Its own name in full speaks for a form; the same ambiguous form once more does not.
    if (standing === OTHER || (term.concept === concept && standing !== CLEAR)) return;
    const isClear = standing < OPEN || form.kind === 'sure';
    if (isClear && distance <= TOUCH) out.touching = 1;
    // A clear name of a concept counts after an ambiguous one, too: "after a stem cell transplant ... until the graft works".
    if (!isClear && this.#clear.has(term.concept)) return;
    const weight = (isClear ? this.#clear : this.#ambiguous).add(term.concept, ring(distance));
    if (isClear && form.telling) out.telling += form.medicine ? weight / 2 : weight;
    if (isClear && form.medicine) out.medicine += weight;
    else if (isClear) out.cancerTerms += weight;
    else if (form.telling) out.telling += weight;
    else if (form.medicine) out.medicine += form.tier === 'everyday' || form.guarded ? 0 : UNSURE * weight;
    else if (form.kind !== 'common' && !form.guarded) out.company += weight;
  }

  #addWords(block: number, { start, end, concept }: Candidate, out: Evidence): void {
    const hits = this.#hits;
    const { starts, ends, words } = hits;
    const { topics, kinds } = this.#cues;
    const context = this.#cues.concept(concept);
    const own = context?.own;
    const against = context?.against;
    // A word of another world (a child on dex is "a monster") says the less the more terms stand together.
    const crowd = 1 + (out.telling + out.company) / 2 + out.cancerTerms;
    // So does a word of another field of medicine (steroids may bring on diabetes): next to terms that are telling.
    const tellers = 1 + out.telling;
    let strongest = 0;
    const until = this.#firstHit[block + 1];
    for (let i = hits.firstFrom(this.#firstHit[block], until, start - REACH); i < until; i++) {
      const from = starts[i];
      const to = ends[i];
      if (from >= end + REACH) break;
      // The candidate's own words say nothing about it.
      if (from < end && to > start) continue;
      const number = words[i];
      const whole = ring(to <= start ? start - to : from - end);
      const weight = this.#words.add(number, whole);
      const topic = topics[number];
      if (own?.has(number)) out.own += weight;
      if (topic < 0) continue;
      const kind = kinds[topic];
      if (kind === 'c') out.cancerWords += weight;
      else if (kind === 'm') out.medicine += weight;
      else if (against?.[topic]) out.against += weight / (kind === 'e' ? crowd : tellers);
      else if (kind === 'o' || kind === 'i') out.otherCare += weight / tellers;
      else if (kind === 'e') {
        out.elsewhere += weight / crowd;
        strongest = Math.max(strongest, whole / crowd);
      }
    }
    if (against)
      out.against += (ILLNESS * this.#illnessesAmong(against)) / (tellers + this.page.cancerConcepts);
    if (strongest > 0) out.elsewhere -= (ALONE * strongest * strongest) / out.elsewhere;
  }

  /** Distinct words of the page about the illnesses that are against a concept's meaning. */
  #illnessesAmong(against: Uint8Array): number {
    const { illnesses } = this.page;
    let sum = 0;
    for (let topic = 0; topic < illnesses.length; topic++) sum += against[topic] * illnesses[topic];
    return sum;
  }

  /** The words and terms around a candidate that speak for its meaning, or against it: see near-words.ts. */
  wordsNear(block: number, candidate: Candidate, speaksFor: boolean, most: number): NearWord[] {
    return wordsNear(this.#blocks[block], candidate, this.#facts, this.#cues, speaksFor, most);
  }
}
