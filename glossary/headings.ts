import type { Page, TextBlock } from './context';
import { type Cues, Hits } from './cues';
import { type Facts, factsOf } from './form-facts';
import type { Candidate, Matcher } from './matcher';

/** What a title or a heading says: it stands over the text, so it counts like a word within reach. */
export interface Heading {
  cancerTerms: number;
  cancerWords: number;
  medicine: number;
  elsewhere: number;
}

/** What the title and the headings of a page say. */
export class Headings {
  /** The title or the first heading names a clear term of cancer. */
  readonly nameCancer: boolean;
  readonly #facts: Facts;
  readonly #cues: Cues;
  readonly #title: Heading;
  readonly #alone: readonly Heading[];
  /** By section number, the title and the section's heading. */
  readonly #sections = new Map<number, readonly Heading[]>();

  constructor({ title, blocks }: Page, matcher: Matcher, cues: Cues) {
    this.#facts = factsOf(matcher, cues);
    this.#cues = cues;
    this.#title = this.#read(title, matcher.scan(title));
    this.#alone = [this.#title];
    let first: TextBlock | undefined;
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i];
      if (!block.heading) continue;
      first ??= block;
      this.#sections.set(block.section, [this.#title, this.#read(block.text, block.candidates)]);
    }
    this.nameCancer =
      this.#title.cancerTerms > 0 || !!first?.candidates.some((candidate) => this.#isCancer(candidate));
  }

  /** What stands over a block: the title, and the heading of its section. */
  over({ section, heading }: TextBlock): readonly Heading[] {
    return (heading ? undefined : this.#sections.get(section)) ?? this.#alone;
  }

  #isCancer({ form }: Candidate): boolean {
    const { ambiguous, medicine } = this.#facts(form);
    return !ambiguous && !medicine;
  }

  #read(text: string, candidates: readonly Candidate[]): Heading {
    const out: Heading = { cancerTerms: 0, cancerWords: 0, medicine: 0, elsewhere: 0 };
    if (!text) return out;
    for (const c of candidates) {
      const form = this.#facts(c.form);
      if (!form.ambiguous) out[form.medicine ? 'medicine' : 'cancerTerms']++;
    }
    const { kinds, topics } = this.#cues;
    const hits = new Hits();
    this.#cues.find(text, 0, text.length, hits);
    for (let i = 0; i < hits.words.length; i++) {
      const kind = kinds[topics[hits.words[i]]];
      if (kind === 'c') out.cancerWords++;
      else if (kind === 'm') out.medicine++;
      else if (kind === 'e') out.elsewhere++;
    }
    return out;
  }
}
