import forms from 'virtual:termlight/forms';
import { describe, expect, test } from 'vitest';
import { expansionAt, longForm, nearest, saysConcept } from '../../glossary/expansions';
import { createMatcher } from '../../glossary/matcher';

describe('the words that an abbreviation stands for (Schwartz & Hearst)', () => {
  test.each([
    ['CRS', 'was graded as cytokine release syndrome', 'cytokine release syndrome'],
    ['ALL', 'children with acute lymphoblastic leukaemia', 'acute lymphoblastic leukaemia'],
    ['VOD', 'the hepatic veno-occlusive disease', 'veno-occlusive disease'],
    ['TKI', 'a tyrosine kinase inhibitor', 'tyrosine kinase inhibitor'],
    ['MRD', 'a matched related donor', 'matched related donor'],
    ['CRS', 'treated with cytoreductive surgery', 'cytoreductive surgery'],
    ['ADC', 'the apparent diffusion coefficient', 'apparent diffusion coefficient'],
    ['CRS', 'the weather in June', undefined],
    // No more words than the letters allow.
    ['CRS', 'cytokine one two three four release syndrome', undefined],
    // Nothing that is no longer than the abbreviation.
    ['CRS', 'a crs', undefined],
    ['ALL', 'we ran', undefined],
  ])('%s after "%s"', (short, before, expected) => {
    expect(longForm(short, before)).toBe(expected);
  });
});

describe('expansions on a page', () => {
  const find = (text: string, short: string) => {
    const start = text.indexOf(short);
    return expansionAt(text, { start, end: start + short.length, concept: 0, form: 0 });
  };
  test.each([
    ['Cytokine release syndrome (CRS) is common.', 'CRS', 'Cytokine release syndrome'],
    ['CRS (cytokine release syndrome) is common.', 'CRS', 'cytokine release syndrome'],
    ['Antibody-drug conjugates (ADCs) carry a drug.', 'ADCs', 'Antibody-drug conjugates'],
    // The plural's s is looked for in no word.
    ['Each antibody-drug conjugate (ADCs) carries a drug.', 'ADCs', 'antibody-drug conjugate'],
    ['Monoclonal antibodies (mAbs) do.', 'mAbs', 'Monoclonal antibodies'],
    ['The coordinate reference system ("CRS") is set.', 'CRS', 'coordinate reference system'],
    ['A coordinate reference system (or CRS) is set.', 'CRS', 'coordinate reference system'],
    ['MRD stands for minimal residual disease.', 'MRD', 'minimal residual disease'],
    ['Chemotherapy (NAC) then cytoreductive surgery (CRS) was used.', 'CRS', 'cytoreductive surgery'],
    ['She had CRS (grade 2) for a day.', 'CRS', undefined],
    ['A fever (CRS was feared) came.', 'CRS', undefined],
  ])('%s', (text, short, expected) => {
    expect(find(text, short)).toBe(expected);
  });

  test('of two expansions the nearer one counts, and a nearer block before all', () => {
    const one = { block: 0, at: 10, long: 'a', ours: true };
    const two = { block: 4, at: 900, long: 'b', ours: false };
    expect(nearest([one, two], 1, 5000)).toBe(one);
    expect(nearest([one, two], 3, 0)).toBe(two);
    expect(nearest([], 0, 0)).toBeUndefined();
  });
});

test('an expansion says the concept when most of its words stand in one of the forms', () => {
  const matcher = createMatcher(forms);
  const number = (id: string) => matcher.concepts.findIndex((c) => c.id === id);
  expect(saysConcept('cytokine-release syndrome', number('cytokine-release-syndrome'), matcher)).toBe(true);
  expect(saysConcept('cytoreductive surgery', number('cytokine-release-syndrome'), matcher)).toBe(false);
  expect(saysConcept('matched related donor', number('measurable-residual-disease'), matcher)).toBe(false);
  expect(saysConcept('colony-stimulating factor', number('cerebrospinal-fluid'), matcher)).toBe(false);
});
