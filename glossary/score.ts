import type { Evidence } from './evidence';
import type { FormFacts, FormKind } from './form-facts';
import type { Surroundings } from './surroundings';
import fitted from './weights.json';

const KINDS: readonly FormKind[] = ['acronym', 'common', 'word', 'phrase'];

/** Features that a concept of cancer and one of any medicine are weighed apart by. */
const APART = [
  ...KINDS,
  'cancer terms',
  'cancer words',
  'medicine',
  'telling form',
  'telling company',
  'company',
  'other care',
] as const;
/** Features that weigh the same for both. */
const ALIKE = [
  'sure',
  'own words',
  'words of another meaning',
  'elsewhere',
  'fits before',
  'fits after',
  'beside a term',
  'joined',
  'shouting',
  'code',
  'name',
  'foreign',
] as const;

/** What a score is made of, numbers from 0 up, in the order of `featureNames`. */
export type Features = number[];
/** Weights by the names of the features. */
export type Weights = Record<string, number>;

/** Names of the features of a concept of any medicine, or of one of cancer. */
export function featureNames(medicine: boolean): string[] {
  return [...APART.map((name) => `${medicine ? 'medicine' : 'cancer'}: ${name}`), ...ALIKE];
}

/** Index of a feature that both kinds of concept have. */
export const AGAINST = featureNames(false).indexOf('words of another meaning');

/** Three other terms near are as good as many. */
const MUCH_COMPANY = 3;

/** The features of one candidate. Many words say little more than some, so that sums enter by their logarithm. */
export function featuresOf(
  evidence: Evidence,
  around: Surroundings,
  { kind, medicine, phrase, telling }: FormFacts,
  foreign: boolean,
): Features {
  return [
    +(kind === 'acronym'),
    +(kind === 'common'),
    +(kind === 'word'),
    +(kind === 'phrase'),
    Math.log1p(evidence.cancerTerms),
    Math.log1p(evidence.cancerWords),
    Math.log1p(evidence.medicine + (medicine && kind === 'acronym' ? evidence.otherCare : 0)),
    +(telling && !phrase),
    Math.min(evidence.telling, MUCH_COMPANY),
    // Relapse, remission and maintenance stand together in talk of many an illness: less where another meaning is spoken of.
    Math.min(evidence.company, MUCH_COMPANY) / (1 + evidence.against),
    Math.log1p(evidence.otherCare),
    +(kind === 'sure'),
    Math.log1p(evidence.own),
    Math.log1p(evidence.against),
    // A form whose other meanings are rare keeps its own in a text about anything, unless one of them is near. A word of
    // another world (a child on dex is "a monster") says the less the more telling terms stand together.
    kind === 'sure' ? 0 : Math.log1p(evidence.elsewhere),
    +around.before,
    +around.after,
    evidence.touching,
    +around.joined,
    +around.shouting,
    +around.code,
    +around.name,
    +foreign,
  ];
}

/** Weights in the order of the features, for concepts of cancer and of any medicine. */
export type WeightTable = Record<'cancer' | 'medicine', number[]>;

/** The fitted weights as a table; a feature without one counts nothing. */
export function tableOf(weights: Weights): WeightTable {
  const row = (medicine: boolean) => featureNames(medicine).map((name) => weights[name] ?? 0);
  return { cancer: row(false), medicine: row(true) };
}

/** The weights that `npm run context:fit` found. */
export const FITTED = tableOf(fitted);

/** The score of a candidate, in log odds: the higher, the surer the glossary's meaning. */
export function scoreOf(features: Features, medicine: boolean, table: WeightTable): number {
  const weights = medicine ? table.medicine : table.cancer;
  let sum = 0;
  for (let i = 0; i < features.length; i++) sum += features[i] * weights[i];
  return sum;
}
