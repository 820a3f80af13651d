import { describe, expect, test } from 'vitest';
import { type Choice, type ChoiceBlock, choose, DEFAULT_CHOICE } from '../../glossary/choose';
import { packForms } from '../../glossary/form-table';
import { createMatcher } from '../../glossary/matcher';

const pattern = (text: string) => ({ pattern: text, exact: false, plural: false, context: false });
const matcher = createMatcher(
  packForms([
    { id: 'core-one', tier: 'c', patterns: [pattern('alpha')] },
    { id: 'core-two', tier: 'c', patterns: [pattern('beta')] },
    { id: 'supporting', tier: 's', patterns: [pattern('gamma')] },
    { id: 'everyday', tier: 'e', patterns: [pattern('delta')] },
  ]),
);

/** Blocks of text by section; a section's number may be followed by `!` for out of scope. */
type Blocks = [section: string, text: string][];

/** @param apart characters from where one block begins to where the next one does */
function lit(blocks: Blocks, choice: Partial<Choice>, cancerPage = true, rejected = '', apart = 20): string {
  const decisions = blocks.flatMap(([, text], block) =>
    matcher.scan(text).map((candidate) => ({
      block,
      candidate,
      accepted: text.slice(candidate.start, candidate.end) !== rejected,
      reason: { code: 'unambiguous' as const },
    })),
  );
  const shapes = blocks.map(
    ([section], block): ChoiceBlock => ({
      at: block * apart,
      section: Number.parseInt(section, 10),
      inScope: !section.endsWith('!'),
    }),
  );
  const shown = choose({ decisions, cancerPage }, shapes, matcher, { ...DEFAULT_CHOICE, ...choice });
  return decisions
    .map(({ block, candidate }, i) =>
      shown[i] ? blocks[block][1].slice(candidate.start, candidate.end) : '-',
    )
    .join(' ');
}

const TWO_SECTIONS: Blocks = [
  ['1', 'alpha beta alpha'],
  ['1', 'alpha'],
  ['2', 'alpha beta'],
];

describe('what is lit', () => {
  test.each<[string, Blocks, Partial<Choice>, string]>([
    ['the first in each section', TWO_SECTIONS, {}, 'alpha beta - - alpha beta'],
    ['every occurrence', TWO_SECTIONS, { occurrences: 'every' }, 'alpha beta alpha alpha alpha beta'],
    ['the first on the page', TWO_SECTIONS, { occurrences: 'page' }, 'alpha beta - - - -'],
    ['not what is hidden', TWO_SECTIONS, { hidden: new Set(['core-one']) }, '- beta - - - beta'],
    ['no more than the density allows', [['1', 'alpha beta gamma']], { density: 2 }, 'alpha beta -'],
    [
      'as many again further on',
      [['1', `alpha beta ${'word '.repeat(140)} gamma`]],
      { density: 2 },
      'alpha beta gamma',
    ],
    [
      'what the page has not lit before, where the density allows only some',
      [
        ['1', 'alpha'],
        ['2', 'alpha beta'],
      ],
      { density: 2 },
      'alpha - beta',
    ],
    ['without a limit', [['1', 'alpha beta gamma']], { density: 0 }, 'alpha beta gamma'],
    ['everyday terms only by setting', [['1', 'delta alpha']], {}, '- alpha'],
    ['everyday terms by setting', [['1', 'delta alpha']], { everyday: true }, 'delta alpha'],
    [
      'nothing out of scope, and the first in scope',
      [
        ['1!', 'alpha'],
        ['1', 'alpha'],
      ],
      {},
      '- alpha',
    ],
    ['supporting terms never', [['1', 'gamma']], { supporting: 'never' }, '-'],
  ])('%s', (_, blocks, choice, expected) => {
    expect(lit(blocks, choice)).toBe(expected);
  });

  test('the density counts the text between the blocks, too', () => {
    const many: Blocks = Array.from({ length: 6 }, () => ['1', 'alpha']);
    const choice: Partial<Choice> = { occurrences: 'every', density: 1 };
    expect(lit(many, choice, true, '', 5000)).toBe('alpha alpha alpha alpha alpha alpha');
    expect(lit(many, choice, true, '', 20)).toBe('alpha - - - - -');
  });

  test('supporting terms where the page is about cancer, or always', () => {
    expect(lit([['1', 'gamma']], {}, true)).toBe('gamma');
    expect(lit([['1', 'gamma']], {}, false)).toBe('-');
    expect(lit([['1', 'gamma']], { supporting: 'always' }, false)).toBe('gamma');
  });

  test('what was rejected is neither lit nor counted as the first', () => {
    expect(lit([['1', 'alpha ALPHA']], {}, true, 'alpha')).toBe('- ALPHA');
  });
});
