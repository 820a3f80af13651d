import { expect, it } from 'vitest';
import { patternOf } from '../../components/marked-words';
import { createSearch } from '../../glossary/search';
import { readGlossary } from '../../scripts/read-glossary';

const { cards } = readGlossary();
const search = createSearch(cards);
const marked = (text: string, words: string[]) => text.match(patternOf(words)) ?? [];

it('marks something in each name that a search for it shows', () => {
  const bare = cards.flatMap((card) =>
    [card.term, ...card.forms].filter((name) => {
      const hit = search.find(name, 3).find(({ id }) => id === card.id);
      return !hit || !marked(`${hit.name} ${card.term}`, hit.words).length;
    }),
  );
  expect(bare).toEqual([]);
}, 60_000);

it.each(['MRD', 'mrd-', 'ph-like', 'Ph+', 'a.b(c]', 'i.t.', '/', '\\'])('has a pattern for %j', (query) => {
  for (const { words } of search.find(query)) expect(() => patternOf(words)).not.toThrow();
});

it('marks no other words that begin alike', () => {
  const [{ words }] = search.find('car-t');
  expect(marked('The CAR T cells that they take do the rest.', words)).toEqual(['CAR', 'T']);
});

it.each([
  ['Cells of one cell, cellular', ['cell'], ['Cells', 'cell', 'cell']],
  ['TKIs, tea', ['tki', 't'], ['TKIs']],
  ['Ph+ and Ph', ['ph+'], ['Ph+']],
  ['MRD- MRD', ['mrd-'], ['MRD-']],
  ['Two martindales', ['mart', 'martindale'], ['martindales']],
  ['nothing', [], []],
])('%j: %j', (text, words, expected) => expect(marked(text, words)).toEqual(expected));
