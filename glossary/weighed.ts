import { type Evidence, OPEN } from './evidence';
import type { Expansion } from './expansions';
import type { FormFacts } from './form-facts';
import type { Candidate } from './matcher';
import { AGAINST, type Features, featuresOf } from './score';
import type { Surroundings } from './surroundings';
import type { Witness } from './witness';

/** How much the other places of a form on the page count beside its own. */
const SHARED = 0.5;

/** An ambiguous candidate with all that is weighed about it, each thing when it is asked for. */
export class Weighed {
  #evidence: Evidence | undefined;
  #features: Features | undefined;
  /** Something speaks for the meaning, here or at another place of the page: so that the score is worth asking for. */
  heard = false;

  /**
   * @param index its place among the candidates of the block
   * @param expansion the page's own words for the abbreviation, if it gives them
   * @param foreign the page is not in English
   */
  constructor(
    readonly block: number,
    readonly index: number,
    readonly candidate: Candidate,
    readonly form: FormFacts,
    readonly around: Surroundings,
    readonly expansion: Expansion | undefined,
    private readonly foreign: boolean,
    private readonly witness: Witness,
  ) {}

  /** One of the constants of evidence.ts. */
  get standing(): number {
    return this.witness.standings[this.witness.first[this.block] + this.index];
  }

  /** Undefined where it is not in question, and where the words beside it or the page's own words decide alone. */
  get evidence(): Evidence | undefined {
    if (this.standing === OPEN) this.#evidence ??= this.witness.about(this.block, this.index);
    return this.#evidence;
  }

  /** None where there is no evidence. */
  get features(): Features {
    const { evidence } = this;
    this.#features ??= evidence ? featuresOf(evidence, this.around, this.form, this.foreign) : [];
    return this.#features;
  }
}

/**
 * What belongs together on a page: the places of an abbreviation, and those of the words of one kind for a concept. Features that
 * tell the kind are the same for all of them.
 */
const groupOf = ({ form, candidate }: Weighed): string =>
  form.acronym ? `${candidate.form}` : `${form.kind} ${candidate.concept}`;

/**
 * One page mostly means one thing by an abbreviation, and by the words for a concept (Gale, Church & Yarowsky, "One sense per
 * discourse", 1992). The features of each place are drawn halfway to the mean of all, and places that the words beside them give
 * to another meaning speak against those without a fitting word. Where something speaks for a word at one place, it is heard at
 * the others; an abbreviation, and a form that needs no more to be heard than a text without another meaning, is not.
 * @param isHeard whether anything at the place itself speaks for the meaning
 */
export function shareSenses(weighed: readonly Weighed[], isHeard: (one: Weighed) => boolean): void {
  const places = new Map<string, { open: Weighed[]; other: number }>();
  for (let i = 0; i < weighed.length; i++) {
    const one = weighed[i];
    const { form, around } = one;
    const key = groupOf(one);
    let place = places.get(key);
    if (!place) {
      place = { open: [], other: 0 };
      places.set(key, place);
    }
    if (one.standing === OPEN) place.open.push(one);
    // A numeral beside an infusion into a vein is usual.
    else if (!form.roman && (around.notBefore ?? around.notAfter) !== undefined) place.other++;
  }
  for (const { open, other } of places.values()) {
    let heard = false;
    for (const one of open) {
      one.heard = isHeard(one);
      heard ||= one.heard;
    }
    if (heard) for (const one of open) one.heard ||= !one.form.acronym && one.form.kind !== 'sure';
    if (open.length > 1) drawTogether(open.map(({ features }) => features));
    if (other === 0) continue;
    const share = other / (other + open.length);
    for (const { around, features } of open)
      if (!around.before && !around.after) features[AGAINST] += SHARED * share;
  }
}

/** Draws the features of some places halfway to their mean. */
function drawTogether(places: readonly Features[]): void {
  const count = places.length;
  for (let i = 0; i < places[0].length; i++) {
    let sum = 0;
    for (let k = 0; k < count; k++) sum += places[k][i];
    const mean = sum / count;
    for (let k = 0; k < count; k++) places[k][i] += SHARED * (mean - places[k][i]);
  }
}
