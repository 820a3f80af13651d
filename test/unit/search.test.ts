import { describe, expect, it } from 'vitest';
import { createSearch, type SearchCard } from '../../glossary/search';
import { readGlossary } from '../../scripts/read-glossary';
import { ABSENT, QUERIES } from './tables/search-queries';

const MIN_FIRST_RIGHT = 0.95;
const { cards } = readGlossary();
const search = createSearch(cards);
const first = (query: string) => search.find(query)[0]?.id;

describe('the table of readers’ queries', () => {
  it('names only concepts that are there', () => {
    const ids = new Set(cards.map((card) => card.id));
    const unknown = Object.values(QUERIES)
      .flat()
      .flatMap(([, ...expected]) => expected.filter((id) => !ids.has(id)));
    expect(unknown).toEqual([]);
  });
  it.each(Object.entries(QUERIES))('%s: the first result is right', (_, queries) => {
    const wrong = queries.filter(([query, ...expected]) => !expected.includes(first(query)));
    const share = 1 - wrong.length / queries.length;
    expect(share, `wrong: ${JSON.stringify(wrong)}`).toBeGreaterThanOrEqual(MIN_FIRST_RIGHT);
  });
});

it.each(ABSENT)('has no answer to %j, only what is near', (query) => {
  expect(search.find(query).filter((hit) => hit.sure)).toEqual([]);
});
it('is sure of its answers to the readers’ queries', () => {
  const queries = Object.values(QUERIES).flat();
  const unsure = queries.filter(([query]) => !search.find(query)[0]?.sure).map(([query]) => query);
  expect(unsure.length / queries.length, unsure.join(', ')).toBeLessThanOrEqual(1 - MIN_FIRST_RIGHT);
});

it('takes no word that begins like an abbreviation for what it stands for', () => {
  const sure = (query: string) => search.find(query).some((hit) => hit.sure);
  for (const query of ['CRi', 'CRI']) expect(sure(query), query).toBe(false);
  for (const query of ['CRS', 'CAR', 'TKIs', 'cri', 'chem', 'Blin']) expect(sure(query), query).toBe(true);
});

it('finds every concept by each of its names', () => {
  const missed = cards.flatMap((card) =>
    [card.term, ...card.forms]
      .filter((name) => !search.find(name, 3).some((hit) => hit.id === card.id))
      .map((name) => `${name} (${card.id})`),
  );
  expect(missed).toEqual([]);
});

it('finds every headword of one word with any two of its letters swapped', () => {
  const missed = cards.flatMap(({ id, term }) => {
    if (term.length < 5 || /[^a-z]/.test(term)) return [];
    const slips = Array.from(
      term.slice(1),
      (_, i) => term.slice(0, i) + term[i + 1] + term[i] + term.slice(i + 2),
    );
    return slips.filter((slip) => first(slip) !== id);
  });
  expect(missed).toEqual([]);
});

it('takes a plural for the name itself', () => {
  expect(search.find('tkis')[0]).toMatchObject({ id: 'tyrosine-kinase-inhibitor', exact: true });
});

describe('a small glossary', () => {
  const card = (id: string, term: string, more: Partial<SearchCard> = {}): SearchCard => ({
    id,
    term,
    forms: [],
    search: [],
    ...more,
  });
  const small = createSearch([
    card('lamp', 'lamp', { forms: ['Ph+', 'light'], search: ['thing that glows'] }),
    card('lantern', 'lantern', {
      forms: ['leukemia lantern', 'CAR T'],
      plain: [{ kind: 'p', spans: ['A ', { text: 'lamp', to: 'lamp' }, ' that you carry.'] }],
    }),
    card('cafe', 'café'),
  ]);
  it.each([
    ['lamp', 'lamp'],
    ['LAMPS', 'lamp'],
    ['lignt', 'lamp'],
    ['what is a lamp?', 'lamp'],
    ['glows', 'lamp'],
    ['ph +', 'lamp'],
    ['ph+', 'lamp'],
    ['lant', 'lantern'],
    ['carry', 'lantern'],
    ['cart', 'lantern'],
    ['car‑t', 'lantern'],
    ['leukaemia', 'lantern'],
    ['cafe', 'cafe'],
    ['café', 'cafe'],
  ])('finds %j', (query, id) => expect(small.find(query)[0]?.id).toBe(id));
  it.each(['', '  ', '?!', '+', '\u0000'])('finds nothing for %j', (query) =>
    expect(small.find(query)).toEqual([]),
  );
  it('says which words it found', () => {
    expect(small.find('lanern')[0].words).toContain('lantern');
  });
  it.each([
    ['Lamps', true],
    ['car-t', true],
    ['lam', false],
    ['lignt', false],
  ])('%j is a name: %j', (query, exact) => expect(small.find(query)[0]?.exact).toBe(exact));
  it('looks only at the beginning of a pasted text', () => {
    expect(small.find(`lamp ${'x'.repeat(1e6)}`)[0]?.id).toBe('lamp');
    expect(small.find(`lamp${' and more'.repeat(1e5)}`)[0]?.id).toBe('lamp');
  });
  it('gives a name that two concepts have to the first', () => {
    const twins = createSearch([
      card('one', 'one', { search: ['same'] }),
      card('two', 'two', { search: ['same'] }),
    ]);
    expect(twins.find('same').map(({ id, exact }) => [id, exact])).toEqual([
      ['one', true],
      ['two', false],
    ]);
  });
  it('gives no more than asked for', () => expect(small.find('l', 1)).toHaveLength(1));
});
