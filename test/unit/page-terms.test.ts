import { expect, it, vi } from 'vitest';
import type { PageTerm, PageTerms } from '../../lib/messages';
import { conceptsOn, countTerms, sectionsOf } from '../../lib/page-terms';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
const { isReadable } = await import('../../lib/page-link');

const term = (key: number, concept: string, section: number, lit = true): PageTerm => ({
  key,
  concept,
  text: concept,
  section,
  lit,
});
const frames: PageTerms[] = [
  {
    type: 'page-terms',
    frame: 'a',
    top: true,
    sections: ['', 'First', 'Second'],
    terms: [term(0, 'fever', 1), term(1, 'rash', 1), term(2, 'fever', 1, false), term(3, 'rash', 2)],
    rejected: [term(4, 'induction', 2, false)],
  },
  {
    type: 'page-terms',
    frame: 'b',
    top: false,
    sections: ['Inner'],
    terms: [term(0, 'rash', 0, false), term(1, 'dose', 0, false)],
    rejected: [],
  },
];

it('groups what is lit under its heading and leaves empty sections out', () => {
  expect(sectionsOf(frames).map(({ heading, terms }) => [heading, terms.map((t) => t.key)])).toEqual([
    ['First', [0, 1]],
    ['Second', [3]],
  ]);
  expect(sectionsOf(frames, 'rejected')).toMatchObject([
    { heading: 'Second', top: true, terms: [{ key: 4, frame: 'a' }] },
  ]);
});

it('counts every occurrence, most frequent first, and only of concepts that are lit', () => {
  expect(countTerms(frames).map(({ concept, count, first }) => [concept, count, first.key])).toEqual([
    ['rash', 3, 1],
    ['fever', 2, 0],
  ]);
});

it('goes to the first occurrence that is lit', () => {
  const [outer] = frames;
  const terms = [term(0, 'fever', 0, false), term(1, 'fever', 0), term(2, 'fever', 0)];
  expect(countTerms([{ ...outer, terms }]).map(({ first }) => first.key)).toEqual([1]);
});

it('knows every concept on the page', () => {
  expect([...conceptsOn(frames)]).toEqual(['fever', 'rash', 'dose']);
});

it.each([
  ['https://example.org/a', true],
  ['http://127.0.0.1:8080/', true],
  ['file:///home/a.html', true],
  ['chrome://extensions', false],
  ['about:addons', false],
  ['https://chromewebstore.google.com/detail/x', false],
  ['https://addons.mozilla.org/firefox/', false],
  ['https://addons.mozilla.org.example/', true],
  ['', false],
])('%j can be read: %j', (url, expected) => expect(isReadable(url)).toBe(expected));
