import type { Evidence } from './evidence';
import type { Surroundings } from './surroundings';
import weights from './weights.json';

/** What a score is made of, by name; every value is a number from 0 up. */
export type Features = Record<string, number>;
export type Weights = Record<string, number>;

/** What a form is by itself: its meaning is the less sure the more other words look like it. */
export type FormKind = 'sure' | 'acronym' | 'common' | 'word' | 'phrase';

/** Many words say little more than some. */
const damp = (sum: number) => Math.log1p(sum);

/** Three other terms near are as good as many. */
const MUCH_COMPANY = 3;

/**
 * The features of one candidate. A concept of any medicine and one of cancer are weighed apart, so each name begins with
 * `cancer` or `medicine`; what holds for both stands once.
 */
export function featuresOf(
  evidence: Evidence,
  around: Surroundings,
  kind: FormKind,
  medicine: boolean,
  foreign: boolean,
): Features {
  const scope = medicine ? 'medicine' : 'cancer';
  const out: Features = {
    [kind === 'sure' ? 'sure' : `${scope} ${kind}`]: 1,
    [`${scope}: cancer terms`]: damp(evidence.cancerTerms),
    [`${scope}: cancer words`]: damp(evidence.cancerWords),
    [`${scope}: medicine`]: damp(evidence.medicine),
    [`${scope}: company`]: Math.min(evidence.company, MUCH_COMPANY),
    [`${scope}: other care`]: damp(evidence.otherCare),
    'own words': damp(evidence.own),
    'words of another meaning': damp(evidence.against),
    elsewhere: damp(evidence.elsewhere),
    'fits before': Number(around.before),
    'fits after': Number(around.after),
    'beside a term': evidence.touching,
    joined: Number(around.joined),
    shouting: Number(around.shouting),
    code: Number(around.code),
    name: Number(around.name),
    foreign: Number(foreign),
  };
  return out;
}

/** The score of a candidate: above 0 its glossary meaning is taken. */
export function scoreOf(features: Features, by: Weights = weights): number {
  let sum = 0;
  for (const name in features) sum += features[name] * (by[name] ?? 0);
  return sum;
}
