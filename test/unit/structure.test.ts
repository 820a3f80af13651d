import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(ROOT, path)).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });

/** What a file imports: rooms as `glossary/x`, packages by their name. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target]) =>
    target.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), target)) : target,
  );
}

/** Room → what its files may not import. */
const RULES: [room: string, forbidden: RegExp][] = [
  ['glossary', /^(entrypoints|components|lib|scripts|test)\/|^wxt|^preact|^virtual:/],
  ['components', /^(entrypoints|scripts|test)\/|^wxt\/|^virtual:/],
  ['lib', /^(entrypoints|components|scripts|test)\//],
  ['entrypoints', /^(scripts|test)\//],
];

describe.each(RULES)('%s/', (room, forbidden) => {
  test.each(sources(room))('%s imports only what its room may', (file) => {
    expect(importsOf(file).filter((target) => forbidden.test(target))).toEqual([]);
  });
});

test.each(sources('glossary'))('%s touches no DOM and no browser API', (file) => {
  expect(readFileSync(join(ROOT, file), 'utf8')).not.toMatch(/\b(document|window|browser|chrome)\.\w/);
});

const INDEX_LINES = 100;
test.each(sources('entrypoints').filter((file) => /\/(index|main)\.tsx?$|^entrypoints\/\w+\.ts$/.test(file)))(
  '%s is a short list of wires',
  (file) => {
    expect(readFileSync(join(ROOT, file), 'utf8').split('\n').length).toBeLessThanOrEqual(INDEX_LINES);
  },
);

test.each(['components', 'entrypoints', 'lib'].flatMap(sources))(
  '%s writes dates and lists in the language of the words around them',
  (file) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).not.toMatch(
      /Intl\.\w+\((undefined|\))|toLocale\w*String\(\)/,
    );
  },
);
test.each(readdirSync(join(ROOT, 'locales')))('locales/%s says which language it is', (file) => {
  const [, language] = readFileSync(join(ROOT, 'locales', file), 'utf8').match(/^locale: (\S+)$/m) ?? [];
  expect(`${language?.replace('-', '_')}.yml`).toBe(file);
});
