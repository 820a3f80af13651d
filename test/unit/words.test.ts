import { expect, test } from 'vitest';
import { sameWords } from '../../glossary/words';

test.each<[string, string, boolean]>([
  ['Blinatumomab', 'blinatumomab', true],
  ['T‑cell', 'T cell', true],
  ['T cells', 'T cell', true],
  ['leu\u00adkemia', 'leukemia', true],
  ['stem\n      cell transplant', 'stem cell transplant', true],
  ['MRD', 'measurable residual disease', false],
  ['Blincyto', 'blinatumomab', false],
  ['leukaemia', 'leukemia', false],
])('%s and %s', (a, b, same) => {
  expect(sameWords(a, b)).toBe(same);
});
