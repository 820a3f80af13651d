import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../glossary/matcher';
import { readGlossary } from '../../scripts/read-glossary';

/** The checklist that the glossary was written from; it is no part of the project and may be absent. */
const INVENTORY = new URL('../../../shared/glossary/inventory.tsv', import.meta.url);
const there = existsSync(INVENTORY);
if (!there) console.log('No inventory beside the project: its aliases are not checked.');

const rows = there
  ? readFileSync(INVENTORY, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
  : [];
const matcher = createMatcher(readGlossary().forms);

describe.skipIf(!there)('the inventory', () => {
  const cases = rows.flatMap(([id, canonical, aliases]) =>
    [canonical, ...aliases.split('|').filter(Boolean)].map((alias): [string, string] => [alias, id]),
  );

  test('is not empty', () => {
    expect(cases.length).toBeGreaterThan(900);
  });

  test.each(cases)('%s is found as %s', (alias, id) => {
    const found = matcher
      .scan(alias)
      .map((c) => [matcher.concepts[c.concept].id, alias.slice(c.start, c.end)]);
    expect(found).toEqual([[id, alias]]);
  });
});
