import { expect, it } from 'vitest';
import type { PageModel } from '../../entrypoints/content/page-model';
import { panelSource } from '../../entrypoints/context/panel-source';

const heading = (textContent: string) => ({ textContent }) as Element;
const drugs = heading('  The\n drugs ');
const tests = heading('Tests');
const match = (concept: string, at: Element | undefined, accepted: boolean, shown = accepted) => ({
  concept,
  text: concept.toUpperCase(),
  accepted,
  shown,
  block: { heading: at },
  reason: accepted ? undefined : { code: 'near-other', words: ['hob'], about: 'kitchen' },
});
const page = {
  all: [
    match('leukemia', undefined, true),
    match('vincristine', drugs, true),
    match('induction', drugs, false),
    match('vincristine', drugs, true, false),
    match('marrow', tests, false),
  ],
} as unknown as PageModel;

it('lists the accepted terms under their headings, with the keys of their places', () => {
  const { sections, terms, rejected } = panelSource(page).terms(false);
  expect(sections).toEqual(['', 'The drugs', 'Tests']);
  expect(terms).toEqual([
    { key: 0, concept: 'leukemia', text: 'LEUKEMIA', section: 0, lit: true },
    { key: 1, concept: 'vincristine', text: 'VINCRISTINE', section: 1, lit: true },
    { key: 3, concept: 'vincristine', text: 'VINCRISTINE', section: 1, lit: false },
  ]);
  expect(rejected).toEqual([]);
});

it('lists what was passed over, and why, on request only', () => {
  const reason = { code: 'near-other', words: ['hob'], about: 'kitchen' };
  const { terms, rejected } = panelSource(page).terms(true);
  expect(terms).toHaveLength(3);
  expect(rejected).toEqual([
    { key: 2, concept: 'induction', text: 'INDUCTION', section: 1, lit: false, reason },
    { key: 4, concept: 'marrow', text: 'MARROW', section: 2, lit: false, reason },
  ]);
});

it('goes nowhere for a key that is gone', () => {
  expect(() => panelSource(page).jumpTo(9)).not.toThrow();
});
