import table from 'virtual:termlight/context';
import forms from 'virtual:termlight/forms';
import { describe, expect, test, vi } from 'vitest';
import { Pacer } from '../../entrypoints/content/pacer';
import { createPageJudge, judgePage } from '../../entrypoints/context/judge-page';
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

test('a very long page is judged in stretches, with a pause after each; a short one at once', async () => {
  const rests = async (filling: number) => {
    const pacer = new Pacer(new AbortController().signal);
    const rest = vi.spyOn(pacer, 'rest');
    await judgePage(pageOf('', filling, LAST), matcher, cues, pacer);
    return rest.mock.calls.length;
  };
  expect(await rests(3)).toBe(0);
  const { blocks } = pageOf('', 400, LAST);
  const candidates = blocks.reduce((sum, block) => sum + block.candidates.length, 0);
  // Each is looked at for what the page says of its abbreviations, and then judged.
  expect(await rests(400)).toBeGreaterThan(2 * (candidates / 300));
});

test('a very long page is about cancer when one of its stretches is', async () => {
  const about = async (...texts: [count: number, text: string][]) => {
    const page = pageOf('', 0, '');
    page.blocks = texts.flatMap(([count, text]) => {
      const block = { text, candidates: matcher.scan(text), section: 0, heading: false };
      return Array<typeof block>(count).fill(block);
    });
    expect(page.blocks.flatMap(({ candidates }) => candidates).length).toBeGreaterThan(1000);
    return (await judgePage(page, matcher, cues, new Pacer(new AbortController().signal))).cancerPage;
  };
  const other = 'Fever, rash and a headache: the nurse counted platelets and asked about the dose.';
  const ours = 'Chemotherapy for leukemia: vincristine, prednisone and asparaginase in remission induction.';
  expect(await about([600, other])).toBe(false);
  expect(await about([50, ours], [600, other])).toBe(true);
  expect(await about([600, other], [50, ours])).toBe(true);
});

test('the nearer of two expansions counts on a very long page', async () => {
  const page = pageOf('Chronic rhinosinusitis (CRS) was told apart by the scan.', 400, LAST);
  const nearer = 'Cytokine release syndrome (CRS) may follow.';
  page.blocks[350] = { ...page.blocks[350], text: nearer, candidates: matcher.scan(nearer) };
  expect(await lastIsOurs(page)).toEqual([true]);
});

describe('a page that is decided about again', () => {
  const pacer = new Pacer(new AbortController().signal);
  const first = pageOf('Cytokine release syndrome (CRS) may follow.', 2, LAST);
  const changed = (change: Partial<(typeof first.blocks)[number]>) => ({
    ...first,
    blocks: first.blocks.map((block, i) => (i === 1 ? { ...block, ...change } : block)),
  });

  test('is not judged again while it is as it was', async () => {
    const judge = createPageJudge(cues);
    const before = await judge(first, matcher, pacer);
    expect(
      await judge({ ...first, blocks: first.blocks.map((block) => ({ ...block })) }, matcher, pacer),
    ).toBe(before);
  });

  test.each([
    ['the text of a block', changed({ text: 'The weather was fine.', candidates: [] })],
    ['what was found in it', changed({ candidates: [] })],
    ['its section', changed({ section: 1 })],
    ['what is a heading', changed({ heading: true })],
    ['the title', { ...first, title: 'Leukemia' }],
    ['the language', { ...first, lang: 'de' }],
    ['the number of blocks', { ...first, blocks: first.blocks.slice(1) }],
  ])('is judged again when %s changed', async (_, second) => {
    const judge = createPageJudge(cues);
    const before = await judge(first, matcher, pacer);
    const after = await judge(second, matcher, pacer);
    expect(after).not.toBe(before);
    expect(after).toEqual(await judgePage(second, matcher, cues, pacer));
  });
});
