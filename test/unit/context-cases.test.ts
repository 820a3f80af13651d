import { readdirSync, readFileSync } from 'node:fs';
import context from 'virtual:termlight/context';
import forms from 'virtual:termlight/forms';
import { describe, expect, test } from 'vitest';
import { judge, type Page } from '../../glossary/context';
import { readCues } from '../../glossary/cues';
import { createMatcher } from '../../glossary/matcher';
import { type Outcome, pageOfCase, parseCases, tryCase } from '../../scripts/cases';
import { explain } from '../../scripts/explain';

const DIR = new URL('./cases/', import.meta.url);
const matcher = createMatcher(forms);
const cues = readCues(context);
const outcomesOf = (file: string): Outcome[] =>
  parseCases(file, readFileSync(new URL(file, DIR), 'utf8')).flatMap((one) => tryCase(one, matcher, cues));

describe('both senses of the ambiguous forms', () => {
  const outcomes = outcomesOf('senses.txt');

  test('the table has at least 150 cases, of either kind', () => {
    expect(outcomes.filter((o) => o.meant).length).toBeGreaterThan(75);
    expect(outcomes.filter((o) => !o.meant).length).toBeGreaterThan(75);
  });

  test.each(
    outcomes.map((o) => [`line ${o.case.line}: "${o.text}" is ${o.meant ? '' : 'not '}meant`, o] as const),
  )('%s', (_, o) => {
    expect(o.accepted, o.reason && explain(o.reason)).toBe(o.meant);
  });

  test('every ambiguous form of a core or supporting concept stands in the table or shares its concept with one', () => {
    const tried = new Set(
      outcomes.flatMap((o) => matcher.scan(o.text).map((c) => matcher.concepts[c.concept].id)),
    );
    const missing = matcher.forms
      .filter((f) => f.context && matcher.concepts[f.concept].tier !== 'everyday')
      .map((f) => matcher.concepts[f.concept].id)
      .filter((id) => !tried.has(id));
    expect([...new Set(missing)]).toEqual([]);
  });
});

test.each(readdirSync(DIR).filter((file) => file !== 'senses.txt'))(
  '%s: what is not fitted on is judged well too',
  (file) => {
    const outcomes = outcomesOf(file);
    const accepted = outcomes.filter((o) => o.accepted);
    const right = accepted.filter((o) => o.meant).length;
    expect(right / accepted.length).toBeGreaterThanOrEqual(0.975);
    expect(right / outcomes.filter((o) => o.meant).length).toBeGreaterThanOrEqual(0.91);
  },
);

test.each(readdirSync(DIR))('%s: what nobody sees within a word changes nothing', (file) => {
  const hidden = (text: string) =>
    text.replace(/(\p{L}{4})(?=\p{L}{3})/gu, '$1\u00ad').replace(/ /g, ' \u200b');
  const judged = (page: Page) =>
    judge(page, matcher, cues).decisions.map(({ block, candidate, accepted }) => {
      const text = page.blocks[block].text.slice(candidate.start, candidate.end);
      return `${text.replace(/[\u00ad\u200b]/g, '')}: ${accepted}`;
    });
  for (const one of parseCases(file, readFileSync(new URL(file, DIR), 'utf8'))) {
    const page = pageOfCase(one, matcher);
    const blocks = page.blocks.map((block) => {
      const text = hidden(block.text);
      return { ...block, text, candidates: matcher.scan(text) };
    });
    expect(judged({ ...page, blocks }), `line ${one.line}`).toEqual(judged(page));
  }
});

test('a line without a mark is refused with its place', () => {
  expect(() => parseCases('x.txt', '# fine\nNothing marked here.')).toThrow('x.txt:2');
});
