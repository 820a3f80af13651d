import table from 'virtual:termlight/context';
import forms from 'virtual:termlight/forms';
import { describe, expect, test } from 'vitest';
import { Pacer } from '../../entrypoints/content/pacer';
import { judgePage } from '../../entrypoints/context/judge-page';
import { readCues } from '../../glossary/cues';
import { createMatcher } from '../../glossary/matcher';

const matcher = createMatcher(forms);
const cues = readCues(table);

/** A page of that many paragraphs about leukemia between its first words and its last. */
function pageOf(first: string, filling: number, last: string) {
  const talk = 'Chemotherapy for leukemia: vincristine, prednisone and asparaginase in remission induction.';
  const texts = [first, ...Array<string>(filling).fill(talk), last];
  return {
    blocks: texts.map((text) => ({ text, candidates: matcher.scan(text), section: 0, heading: false })),
    title: '',
    lang: 'en',
  };
}

/** Whether the CRS in the last paragraph is taken for ours. */
async function lastIsOurs(page: ReturnType<typeof pageOf>): Promise<boolean[]> {
  const pacer = new Pacer(new AbortController().signal);
  const { decisions } = await judgePage(page, matcher, cues, pacer);
  expect(decisions.length).toBe(page.blocks.reduce((sum, { candidates }) => sum + candidates.length, 0));
  return decisions.filter((d) => d.block === page.blocks.length - 1).map((d) => d.accepted);
}

const LAST = 'The scores for CRS fell.';

describe.each([
  ['short', 3],
  ['very long', 400],
])('a %s page', (_, filling) => {
  test('says once what an abbreviation stands for', async () => {
    const other = 'Chronic rhinosinusitis (CRS) was told apart by the scan.';
    expect(await lastIsOurs(pageOf(other, filling, LAST))).toEqual([false]);
    const ours = 'Cytokine release syndrome (CRS) may follow.';
    expect(await lastIsOurs(pageOf(ours, filling, LAST))).toEqual([true]);
  });
});

test('the nearer of two expansions counts on a very long page', async () => {
  const page = pageOf('Chronic rhinosinusitis (CRS) was told apart by the scan.', 400, LAST);
  const nearer = 'Cytokine release syndrome (CRS) may follow.';
  page.blocks[350] = { ...page.blocks[350], text: nearer, candidates: matcher.scan(nearer) };
  expect(await lastIsOurs(page)).toEqual([true]);
});
