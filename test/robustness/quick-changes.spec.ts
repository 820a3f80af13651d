import type { Settings } from '../../lib/settings';
import { expect, test } from './fixtures';
import { article, litTexts, pause } from './page-side';

const PARAGRAPHS = 400;
/** What is lit of the article, title and all, and of the page: a term of the menu, too. */
const ARTICLE = PARAGRAPHS + 1;
const WHOLE = ARTICLE + 1;
const FILLER = 'The river went round the hill, and nobody minded the rain that day. '.repeat(20);
const PAGE = article(
  `<nav><a href="#menu">Vincristine, page one</a></nav><article><h1>A year of leukemia</h1>${Array.from(
    { length: PARAGRAPHS },
    (_, i) => `<h2>Week ${i}</h2><p>${FILLER}</p><p>In week ${i} came acute lymphoblastic leukemia.</p>`,
  ).join('')}</article>`,
);

/** What of the settings changes, one change right after the other. */
const CHANGES: Record<string, Partial<Settings>[]> = {
  'off and on again, twice, with marks': [
    { painter: 'marks' },
    { enabled: false },
    { enabled: true },
    { enabled: false },
    { enabled: true },
  ],
  'off and on again, twice, with highlights': [
    { painter: 'highlight' },
    { enabled: false },
    { enabled: true },
    { enabled: false },
    { enabled: true },
  ],
  'highlights, marks, highlights': [{ painter: 'marks' }, { painter: 'highlight' }],
  'marks, highlights, marks': [{ painter: 'marks' }, { painter: 'highlight' }, { painter: 'marks' }],
  'the article, the page': [{ scope: 'article' }, { scope: 'page' }],
  'the page, the article': [{ scope: 'article' }, { scope: 'page' }, { scope: 'article' }],
};

for (const [name, changes] of Object.entries(CHANGES)) {
  test(`settings that change faster than a page can follow: ${name}`, async ({ reader, server, set }) => {
    test.setTimeout(60_000);
    await set({ density: 0, occurrences: 'every', scope: 'page' });
    await reader.goto(server.add(PAGE));
    const count = async () => (await reader.evaluate(litTexts)).length;
    await expect.poll(count, { timeout: 20_000 }).toBe(WHOLE);
    const { painter = 'highlight', scope = 'page' } = Object.assign({}, ...changes) as Partial<Settings>;
    for (let time = 0; time < 5; time++) {
      for (const change of changes) await set(change);
      await pause(time * 20);
    }
    const lit = scope === 'page' ? WHOLE : ARTICLE;
    await expect.poll(count, { timeout: 20_000 }).toBe(lit);
    const marks = await reader.evaluate(() => document.querySelectorAll('mark[data-termlight]').length);
    expect(marks).toBe(painter === 'marks' ? lit : 0);
    expect(reader.errors()).toEqual([]);
  });
}
