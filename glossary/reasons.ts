import type { NearWord } from './near-words';
import { settling } from './surroundings';
import type { Weighed } from './weighed';
import type { Witness } from './witness';

export const REASON_CODES = [
  'unambiguous',
  'page-says',
  'near',
  'medical-text',
  'cancer-text',
  'page-says-other',
  'longer-name',
  'capitals',
  'beside-other',
  'code',
  'numeral',
  'citation',
  'near-other',
  'nothing-near',
] as const;

/** Why a candidate was accepted or not, as a code with its particulars; the locales have the words for it. */
export interface Reason {
  code: (typeof REASON_CODES)[number];
  /** Words of the page that say so. */
  words?: string[];
  /** The topic of context.yaml that the first of them belongs to, where it speaks against the meaning. */
  about?: string;
}

/** As many words as a reader takes in at a glance. */
const MOST_WORDS = 3;

const UNAMBIGUOUS: Reason = { code: 'unambiguous' };

/** A reason by what stands near: it looks for its words when it is asked for them, since few reasons are ever read. */
class NearReason implements Reason {
  constructor(
    private readonly one: Weighed,
    private readonly accepted: boolean,
    private readonly witness: Witness,
  ) {}

  get code(): Reason['code'] {
    if (this.words.length) return this.accepted ? 'near' : 'near-other';
    if (!this.accepted) return 'nothing-near';
    return this.one.form.medicine ? 'medical-text' : 'cancer-text';
  }

  get words(): string[] {
    const [first] = this.#near;
    // What is named must be about one thing, or the reason says nothing clear.
    return this.#near.filter((word) => word.about === first.about).map((word) => word.text);
  }

  get about(): string {
    return this.#near[0]?.about ?? '';
  }

  get #near(): NearWord[] {
    return this.witness.wordsNear(this.one.block, this.one.candidate, this.accepted, MOST_WORDS);
  }
}

/**
 * The reason of a decision.
 * @param one the weighed candidate, or undefined where the form has one meaning
 * @param witness what was gathered on the page
 */
export function reasonOf(one: Weighed | undefined, accepted: boolean, witness: Witness): Reason {
  if (!one) return UNAMBIGUOUS;
  const { around, expansion } = one;
  if (around.degree || around.unjoined || (around.joined && !accepted)) return { code: 'longer-name' };
  if (around.numeral) return { code: 'numeral' };
  if (around.citation) return { code: 'citation' };
  const beside = settling(around);
  if (!accepted && around.shouting) return { code: 'capitals' };
  if (!accepted && beside) return { code: 'beside-other', words: [beside] };
  if (expansion) return { code: expansion.ours ? 'page-says' : 'page-says-other', words: [expansion.long] };
  if (!accepted && around.code) return { code: 'code' };
  return new NearReason(one, accepted, witness);
}
