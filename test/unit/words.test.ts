import { expect, test } from 'vitest';
import { isToldBy, sameWords } from '../../glossary/words';

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

test.each<[string, string, boolean]>([
  ['inotuzumab', 'inotuzumab ozogamicin', true],
  ['High dose', 'high-dose chemotherapy', true],
  ['platelets', 'platelet', true],
  ['ALL', 'acute lymphocytic leukemia', false],
  ['remission', 'complete remission', false],
  ['in', 'inotuzumab', false],
])('%s is told by %s: %s', (form, headword, told) => {
  expect(isToldBy(form, headword)).toBe(told);
});
