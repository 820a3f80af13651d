import { describe, expect, test } from 'vitest';
import { type Choice, type ChoiceBlock, choose, DEFAULT_CHOICE } from '../../glossary/choose';
import type { Decision } from '../../glossary/context';
import { packForms, type TableEntry } from '../../glossary/form-table';
import { createMatcher } from '../../glossary/matcher';
import type { Tier } from '../../glossary/schema';

const entry = (id: string, tier: Tier, pattern: string): TableEntry => ({
  id,
  tier: tier[0],
  patterns: [{ pattern, exact: false, plural: false, context: false }],
});
const matcher = createMatcher(
  packForms([
    entry('core-a', 'core', 'aaa'),
    entry('core-b', 'core', 'bbb'),
    entry('supporting', 'supporting', 'ccc'),
    entry('everyday', 'everyday', 'ddd'),
  ]),
);

/** Blocks as `section: text`, choices as the texts that are lit with their block. */
function lit(texts: [section: number, text: string][], choice: Partial<Choice>, cancerPage = true): string[] {
  const blocks = texts.map(([section, text]): ChoiceBlock => ({ text, section, inScope: true }));
  const decisions = blocks.flatMap(({ text }, block) =>
    matcher.scan(text).map((candidate) => ({ block, candidate, accepted: true }) as unknown as Decision),
  );
  const flags = choose({ decisions, cancerPage } as Parameters<typeof choose>[0], blocks, matcher, {
    ...DEFAULT_CHOICE,
    ...choice,
  });
  return decisions.flatMap(({ block, candidate }, i) =>
    flags[i] ? [`${block}:${blocks[block].text.slice(candidate.start, candidate.end)}`] : [],
  );
}

const PAGE: [number, string][] = [
  [0, 'aaa ccc aaa ddd'],
  [1, 'aaa bbb ccc'],
];

describe('what is lit', () => {
  test('the first in each section', () => {
    expect(lit(PAGE, {})).toEqual(['0:aaa', '0:ccc', '1:aaa', '1:bbb', '1:ccc']);
  });
  test('the first on the page', () => {
    expect(lit(PAGE, { occurrences: 'page' })).toEqual(['0:aaa', '0:ccc', '1:bbb']);
  });
  test('every one', () => {
    expect(lit(PAGE, { occurrences: 'every' })).toEqual([
      '0:aaa',
      '0:ccc',
      '0:aaa',
      '1:aaa',
      '1:bbb',
      '1:ccc',
    ]);
  });
  test('supporting terms only on pages about cancer', () => {
    expect(lit(PAGE, {}, false)).toEqual(['0:aaa', '1:aaa', '1:bbb']);
    expect(lit(PAGE, { supporting: 'always' }, false)).toContain('0:ccc');
    expect(lit(PAGE, { supporting: 'never' })).not.toContain('0:ccc');
  });
  test('everyday terms only when asked', () => {
    expect(lit(PAGE, { everyday: true })).toContain('0:ddd');
  });
  test('never what is hidden', () => {
    expect(lit(PAGE, { hidden: new Set(['core-a']) })).toEqual(['0:ccc', '1:bbb', '1:ccc']);
  });
  test('where there are too many, core terms first, and new ones before those lit above', () => {
    expect(lit(PAGE, { density: 2 })).toEqual(['0:aaa', '1:bbb']);
    expect(lit(PAGE, { density: 3 })).toEqual(['0:aaa', '1:aaa', '1:bbb']);
    expect(lit(PAGE, { density: 0 })).toHaveLength(5);
  });
  test('the density counts by stretches of 100 words', () => {
    const far: [number, string][] = [
      [0, `aaa ${'x'.repeat(700)}`],
      [0, 'bbb'],
    ];
    expect(lit(far, { density: 1 })).toEqual(['0:aaa', '1:bbb']);
  });
});
