import type { Weights } from '../glossary/score';

export interface Sample {
  features: Record<string, number>;
  /** 1 where the glossary's meaning is the right one, else 0. */
  label: 0 | 1;
  /** How much the sample counts. */
  weight: number;
}

const ROUNDS = 1500;
const RATE = 0.5;

/**
 * Logistic regression with a quadratic penalty, by gradient descent from zero: the same samples give the same weights.
 * @param samples the labelled feature vectors
 * @param penalty strength of the quadratic penalty
 * @param signs features whose weight may only be positive (1) or negative (-1)
 */
export function fitWeights(samples: Sample[], penalty: number, signs: (name: string) => -1 | 0 | 1): Weights {
  const names = [...new Set(samples.flatMap((s) => Object.keys(s.features)))].sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = samples.map(({ features, label, weight }) => ({
    at: Object.keys(features)
      .filter((name) => features[name] !== 0)
      .map((name) => [index.get(name) as number, features[name]] as const),
    label,
    weight,
  }));
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  const w = new Float64Array(names.length);
  const speed = new Float64Array(names.length);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = w.map((value) => penalty * value);
    for (const { at, label, weight } of rows) {
      let z = 0;
      for (const [i, x] of at) z += w[i] * x;
      const error = (weight * (1 / (1 + Math.exp(-z)) - label)) / total;
      for (const [i, x] of at) gradient[i] += error * x;
    }
    for (let i = 0; i < w.length; i++) {
      speed[i] = 0.9 * speed[i] - RATE * gradient[i];
      w[i] += speed[i];
      const sign = signs(names[i]);
      if (sign && w[i] * sign < 0) w[i] = 0;
    }
  }
  return Object.fromEntries(names.map((name, i) => [name, Math.round(w[i] * 100) / 100]));
}
