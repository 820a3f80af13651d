import { describe, expect, test } from 'vitest';
import { chooseNote, type Surroundings } from '../../glossary/notes';

/** Notes by their headings, as a term file writes them: `a | b + c`. */
const cardOf = (...headings: string[]) => ({
  notes: headings.map((heading) => ({
    near: heading.split(' | ').map((side) => side.split(' + ')),
    text: [{ kind: 'p' as const, spans: [heading] }],
  })),
});
const around = (block: string, heading = '', page = ''): Surroundings => {
  const ids = (list: string) => list.split(' ').filter(Boolean);
  return { block: ids(block), heading: ids(heading), page: ids(page) };
};

describe('the In-context note', () => {
  test.each<
    [name: string, headings: string[], where: Surroundings, chosen: string, scope: string, near: string[]]
  >([
    ['one concept near', ['relapse', 'induction'], around('induction'), 'induction', 'block', ['induction']],
    ['an alternative of several', ['a | b'], around('b'), 'a | b', 'block', ['b']],
    ['the block before the heading', ['a', 'b'], around('b', 'a'), 'b', 'block', ['b']],
    ['the heading before the page', ['a', 'b'], around('', 'b', 'a'), 'b', 'heading', ['b']],
    ['the page last', ['a'], around('x', 'y', 'a'), 'a', 'page', ['a']],
    ['two concepts before one', ['a', 'a + b'], around('a b'), 'a + b', 'block', ['a', 'b']],
    ['two in one alternative of a note', ['a', 'c | a + b'], around('a b'), 'c | a + b', 'block', ['a', 'b']],
    ['one near before two far apart', ['a + b', 'a'], around('a', '', 'b'), 'a', 'block', ['a']],
    ['two over block and heading', ['a + b'], around('a', 'b'), 'a + b', 'heading', ['a', 'b']],
    ['the nearer of two', ['a', 'b'], around('b a'), 'b', 'block', ['b']],
    ['the more prominent on the page', ['a', 'b'], around('', '', 'b a'), 'b', 'page', ['b']],
    [
      'the order of the file where all else is one',
      ['a + b', 'b + a'],
      around('a b'),
      'a + b',
      'block',
      ['a', 'b'],
    ],
    [
      'a concept in the block counts there, though the page names it too',
      ['a'],
      around('a', '', 'a'),
      'a',
      'block',
      ['a'],
    ],
  ])('%s', (_name, headings, where, chosen, scope, near) => {
    const found = chooseNote(cardOf(...headings), where);
    expect(found?.note.text[0].spans[0]).toBe(chosen);
    expect(found?.scope).toBe(scope);
    expect(found?.near).toEqual(near);
  });

  test.each<[name: string, headings: string[], where: Surroundings]>([
    ['nothing near', ['a'], around('b')],
    ['half of what it needs', ['a + b'], around('a')],
    ['no notes', [], around('a')],
  ])('none: %s', (_name, headings, where) => {
    expect(chooseNote(cardOf(...headings), where)).toBeUndefined();
  });
});
