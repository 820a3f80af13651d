import { describe, expect, test } from 'vitest';
import { chooseNote, type Surroundings } from '../../glossary/notes';

/** Notes by their sections, as a term file writes them: `a | b + c`. */
const cardOf = (...sections: string[]) => ({
  notes: sections.map((section) => ({
    near: section.split(' | ').map((side) => side.split(' + ')),
    text: [{ kind: 'p' as const, spans: [section] }],
  })),
});
const around = (block: string, section = '', page = ''): Surroundings => {
  const ids = (list: string) => list.split(' ').filter(Boolean);
  return { block: ids(block), section: ids(section), page: ids(page) };
};

describe('the In-context note', () => {
  test.each<
    [name: string, sections: string[], where: Surroundings, chosen: string, scope: string, near: string[]]
  >([
    ['one concept near', ['relapse', 'induction'], around('induction'), 'induction', 'block', ['induction']],
    ['an alternative of several', ['a | b'], around('b'), 'a | b', 'block', ['b']],
    ['the block before the section', ['a', 'b'], around('b', 'a'), 'b', 'block', ['b']],
    ['the section before the page', ['a', 'b'], around('', 'b', 'a'), 'b', 'section', ['b']],
    ['the page last', ['a'], around('x', 'y', 'a'), 'a', 'page', ['a']],
    ['two concepts before one', ['a', 'a + b'], around('a b'), 'a + b', 'block', ['a', 'b']],
    ['two in one alternative of a note', ['a', 'c | a + b'], around('a b'), 'c | a + b', 'block', ['a', 'b']],
    ['one near before two far apart', ['a + b', 'a'], around('a', '', 'b'), 'a', 'block', ['a']],
    ['two over block and section', ['a + b'], around('a', 'b'), 'a + b', 'section', ['a', 'b']],
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
  ])('%s', (_name, sections, where, chosen, scope, near) => {
    const found = chooseNote(cardOf(...sections), where);
    expect(found?.note.text[0].spans[0]).toBe(chosen);
    expect(found?.scope).toBe(scope);
    expect(found?.near).toEqual(near);
  });

  test.each<[name: string, sections: string[], where: Surroundings]>([
    ['nothing near', ['a'], around('b')],
    ['half of what it needs', ['a + b'], around('a')],
    ['no notes', [], around('a')],
  ])('none: %s', (_name, sections, where) => {
    expect(chooseNote(cardOf(...sections), where)).toBeUndefined();
  });
});
