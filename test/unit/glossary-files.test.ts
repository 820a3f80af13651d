import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../../glossary/compile';
import { parseSources, parseTerm } from '../../glossary/parse';

const GOOD = `---
id: rituximab
term: rituximab
category: drug
tier: core
forms: [rituximab]
sources: [{ doc: nci, section: rituximab }]
related: []
checked: 2026-11-23
---

## Plain

A lab-made [antibody](antibody).

## In context

### induction + cd20 | chemotherapy

A note.
`;
const SOURCES = { nci: { title: 't', publisher: 'p', url: 'https://example.org/' } };

test('a term file is read whole', () => {
  const term = parseTerm('rituximab.md', GOOD);
  expect(term.forms).toEqual([{ text: 'rituximab', case: 'acronyms', plural: false, context: false }]);
  expect(term.plain).toEqual([
    { kind: 'p', spans: ['A lab-made ', { text: 'antibody', to: 'antibody' }, '.'] },
  ]);
  expect(term.notes[0].near).toEqual([['induction', 'cd20'], ['chemotherapy']]);
});

test('the example of docs/glossary.md is a term file', () => {
  const docs = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8');
  const example = /```markdown\n([\s\S]*?)```/.exec(docs)?.[1] ?? '';
  const term = parseTerm('cytokine-release-syndrome.md', example);
  expect(term.forms.map(({ text, context }) => [text, context])).toEqual([
    ['cytokine release syndrome', false],
    ['CRS', true],
  ]);
  expect(term.other.map(({ cues }) => cues.length)).toEqual([5, 3]);
  expect(term.notes).toHaveLength(2);
});

describe('a wrong file is refused with its name, the field and the reason', () => {
  test.each([
    ['no front matter', (s: string) => s.replace('---\n', ''), /rituximab\.md: front matter: /],
    [
      'another id',
      (s: string) => s.replace('id: rituximab', 'id: retuximab'),
      /rituximab\.md: id: is "retuximab"/,
    ],
    [
      'unknown category',
      (s: string) => s.replace('category: drug', 'category: pill'),
      /rituximab\.md: category: /,
    ],
    [
      'unknown field',
      (s: string) => s.replace('tier: core', 'tier: core\nteir: core'),
      /rituximab\.md: teir: /,
    ],
    [
      'an unknown picture',
      (s: string) => s.replace('related: []', 'related: []\npicture: a-heart'),
      /rituximab\.md: picture: /,
    ],
    [
      'no forms',
      (s: string) => s.replace('[rituximab]', '[]'),
      /rituximab\.md: forms: needs at least one form/,
    ],
    ['a bad date', (s: string) => s.replace('2026-11-23', 'today'), /rituximab\.md: checked: must be a date/],
    [
      'no Plain',
      (s: string) => s.replace(/## Plain[\s\S]*?\n\n.*\n/, ''),
      /rituximab\.md: Plain: is missing/,
    ],
    [
      'unknown section',
      (s: string) => s.replace('## In context', '## Notes'),
      /rituximab\.md: body: unknown section "Notes"/,
    ],
    [
      'a danger that says not what to do',
      (s: string) => s.replace('related: []', 'related: []\ndanger: A fever may be serious.'),
      /rituximab\.md: danger: must say "tell the care team right away"/,
    ],
    [
      'a section twice',
      (s: string) => `${s}\n## Plain\n\nMore.\n`,
      /rituximab\.md: body: section "Plain" stands twice/,
    ],
    [
      'an empty note',
      (s: string) => s.replace('A note.', ''),
      /rituximab\.md: In context: the note "induction/,
    ],
    [
      'a note without concepts',
      (s: string) => s.replace('| chemotherapy', '|'),
      /rituximab\.md: In context: each note needs/,
    ],
    ['HTML', (s: string) => s.replace('A note.', '<b>A note.</b>'), /rituximab\.md: text: /],
    [
      'broken YAML',
      (s: string) => s.replace('term: rituximab', 'term: "rituximab'),
      /rituximab\.md: front matter: /,
    ],
  ])('%s', (_, spoil, message) => {
    expect(() => parseTerm('rituximab.md', spoil(GOOD))).toThrow(message);
  });
});

test.each([
  ['an address that anybody could change on its way', 'http://example.org/', /url: must start with https:/],
  ['no address', 'example.org', /url: must be an address/],
])('sources.yaml is refused with %s', (_, url, message) => {
  const yaml = `nci: { title: t, publisher: p, url: '${url}' }`;
  expect(() => parseSources(yaml)).toThrow(/^sources\.yaml: nci\./);
  expect(() => parseSources(yaml)).toThrow(message);
});

describe('files are checked against each other', () => {
  const plain = GOOD.replace('[antibody](antibody)', 'antibody').replace(/## In context[\s\S]*/, '');
  const read = (id: string, spoil = (s: string) => s) =>
    parseTerm(`${id}.md`, spoil(plain.replace(/rituximab/g, id)));
  test.each([
    [
      'one form in two files',
      () => [read('a'), read('b', (s) => s.replace('forms: [b]', 'forms: [A]'))],
      /b\.md: forms: "a" is also a form of a\.md/,
    ],
    [
      'a form with a sign of the table',
      () => [read('a', (s) => s.replace('forms: [a]', 'forms: [a <5]'))],
      /a\.md: forms: "a <5" holds <, which no form may/,
    ],
    [
      'an unknown neighbour',
      () => [read('a', (s) => s.replace('related: []', 'related: [b]'))],
      /a\.md: related: there is no concept "b"/,
    ],
    [
      'one-way neighbours',
      () => [read('a', (s) => s.replace('related: []', 'related: [b]')), read('b')],
      /a\.md: related: b\.md does not point back/,
    ],
    [
      'a link that leads nowhere',
      () => [read('a', (s) => s.replace('antibody', '[x](y)'))],
      /a\.md: text: links to "y", which is no concept/,
    ],
    [
      'a neighbour of its own',
      () => [read('a', (s) => s.replace('related: []', 'related: [a]'))],
      /a\.md: related: a concept is not related to itself/,
    ],
    [
      'a neighbour twice',
      () => [
        read('a', (s) => s.replace('related: []', 'related: [b, b]')),
        read('b', (s) => s.replace('related: []', 'related: [a]')),
      ],
      /a\.md: related: names a concept twice/,
    ],
    [
      'a link to itself',
      () => [read('a', (s) => s.replace('antibody', '[x](a)'))],
      /a\.md: text: links to itself/,
    ],
    [
      'a note keyed by itself',
      () => [read('a', (s) => `${s}\n## In context\n\n### a\n\nA note.\n`)],
      /a\.md: In context: a note cannot be keyed by its own concept/,
    ],
    [
      'a note keyed by nothing',
      () => [read('a', (s) => `${s}\n## In context\n\n### b\n\nA note.\n`)],
      /a\.md: In context: "b" is no concept/,
    ],
    [
      'an unknown source',
      () => [read('a', (s) => s.replace('doc: nci', 'doc: acs'))],
      /a\.md: sources: "acs" is not in sources\.yaml/,
    ],
  ])('%s', (_, terms, message) => {
    expect(() => compile(terms(), SOURCES)).toThrow(message);
  });
});
