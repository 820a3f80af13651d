import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { LANGUAGES } from '../../lib/languages';
import {
  type Headings,
  ImportError,
  readSavedFile,
  type SavedFormat,
  type TermText,
  writeSaved as writeWith,
} from '../../lib/saved-formats';
import { randomFrom } from '../fixtures/frameworks/random.mjs';

const TERMS: Record<string, { term: string; plain: string }> = {
  platelet: { term: 'platelet', plain: 'A tiny part of the blood that helps it clot.' },
  'ph-positive-all': { term: 'Ph+ ALL', plain: 'A kind of ALL, with a "gene change", see there.' },
  fever: { term: 'fever', plain: 'A high temperature.' },
};
const textOf = (id: string) => TERMS[id];
const isConcept = (id: string) => id in TERMS;
const saved = [
  { concept: 'platelet', note: 'Ask: why low?\n\n- "second" line, with comma\ttab\n# no heading' },
  { concept: 'ph-positive-all', note: '' },
  { concept: 'fever', note: '=1+1' },
];
const wordsOf = (language: string) =>
  parse(readFileSync(new URL(`../../locales/${language}.yml`, import.meta.url), 'utf8')).saved;
const headingsIn = (language: string): Headings => wordsOf(language).file;
const HEADINGS = headingsIn('en');
const writeSaved = (format: SavedFormat, terms: typeof saved, about: (id: string) => TermText | undefined) =>
  writeWith(format, terms, about, HEADINGS);
const FORMATS: SavedFormat[] = ['csv', 'markdown', 'anki'];

describe.each(FORMATS)('%s', (format) => {
  const text = writeSaved(format, saved, textOf);
  it('is read back as it was written', () =>
    expect(readSavedFile(text, isConcept)).toEqual({ terms: saved, unknown: [] }));
  it('is read back after a Windows editor had it', () => {
    expect(readSavedFile(`\uFEFF${text.replace(/\n/g, '\r\n')}`, isConcept).terms).toEqual(saved);
  });
  it('holds terms and definitions for people to read', () => {
    expect(text).toContain('Ph+ ALL');
    expect(text).toContain('helps it clot');
  });
  it('takes the terms that it knows, and lists the others', () => {
    const wrong = text.replaceAll('ph-positive-all', 'moonlight');
    expect(readSavedFile(wrong, isConcept)).toEqual({ terms: [saved[0], saved[2]], unknown: ['moonlight'] });
  });
  it('names the first line when it knows none', () => {
    expect(() => readSavedFile(text, () => false)).toThrow(
      expect.objectContaining({ fault: 'unknown', what: 'platelet' }),
    );
  });
  it('names the line of a note that is too long', () => {
    const long = writeSaved(format, [saved[0], { concept: 'fever', note: 'x'.repeat(5001) }], textOf);
    const line =
      long.split('\n').findIndex((l) => (format === 'markdown' ? /: fever -/ : /fever/).test(l)) + 1;
    expect(() => readSavedFile(long, isConcept)).toThrow(`Line ${line}: long`);
  });
  it('refuses notes on one term that are too long together', () => {
    const notes = ['x', 'y'].map((letter) => ({ concept: 'fever', note: letter.repeat(3000) }));
    expect(() => readSavedFile(writeSaved(format, notes, textOf), isConcept)).toThrow(/: long 5000/);
  });
  it('takes many rows of one term for one term', () => {
    const rows = Array.from({ length: 3000 }, () => ({ concept: 'fever', note: 'again' }));
    expect(readSavedFile(writeSaved(format, rows, textOf), isConcept).terms).toEqual([
      { concept: 'fever', note: 'again' },
    ]);
  });
  it('keeps the id of a term that the glossary no longer has', () => {
    const old = writeSaved(format, [{ concept: 'gone', note: 'x' }], textOf);
    expect(readSavedFile(old, () => true).terms).toEqual([{ concept: 'gone', note: 'x' }]);
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(FORMATS)('writes %s with headings of its own, and reads it back', (format) => {
    const headings = headingsIn(language);
    const text = writeWith(format, saved, textOf, headings);
    expect(text).toContain(format === 'markdown' ? `# ${headings.title}\n` : headings.definition);
    expect(readSavedFile(text, isConcept).terms).toEqual(saved);
  });
  it('has words for every fault', () => {
    const faults = 'foreign json quote head columns empty unknown long';
    expect(Object.keys(wordsOf(language).badFile).sort()).toEqual(faults.split(' ').sort());
  });
});

it('reads a table with the headings of earlier versions', () => {
  const text = 'id,term,definition,note\nfever,fever,"A high temperature.",why?\n';
  expect(readSavedFile(text, isConcept).terms).toEqual([{ concept: 'fever', note: 'why?' }]);
});

/** Whatever a note may be made of that a format has a use for itself. */
const BITS = [
  ...['a', 'B', ' ', '  ', '\t', '\n', '\n\n', '\r\n', '\r', '#', '# ', '- ', '* ', '|', '>', '> ', ','],
  ...[';', '"', '""', "'", '=', '+', '-', '@', '\\', '<!-- termlight: fever -->', '<b>', '&amp;', '`', '---'],
  ...['#separator:Tab', '\u00a0', '\u2028', '👩‍⚕️', '🩸', 'é', 'e\u0301', 'שלום', '\u200b', '1. ', '\f', '\v'],
];
const NOTES = Array.from({ length: 2000 }, (_, seed) => {
  const random = randomFrom(seed);
  const bits = Array.from(
    { length: Math.ceil(random() * 6) },
    () => BITS[Math.floor(random() * BITS.length)],
  );
  return bits.join('');
});

it.each(FORMATS)('%s: nothing of a note is lost but the kind of its line ends', (format) => {
  const lost = NOTES.flatMap((note) => {
    const both = [
      { concept: 'platelet', note },
      { concept: 'fever', note: 'after' },
    ];
    const [back, after] = readSavedFile(writeSaved(format, both, textOf), isConcept).terms;
    const same = back.note === note.replace(/\r\n?/g, '\n') && after.note === 'after';
    return same ? [] : [[note, back.note]];
  });
  expect(lost).toEqual([]);
});

it.each(['=1+1', '=1+1\nand more', '@x', '\t=1', "'=1"])('guards a spreadsheet against %j', (note) => {
  const [, row] = writeSaved('csv', [{ concept: 'fever', note }], textOf).split(/\n(?=fever)/);
  expect(row).toMatch(/,"?''?[=@\t]/);
});
it('tells Anki how to read the file', () => {
  const [separator, html, columns] = writeSaved('anki', saved, textOf).split('\n');
  expect([separator, html]).toEqual(['#separator:Tab', '#html:false']);
  expect(columns.split('\t')).toHaveLength(4);
});

it.each([
  ['', 1],
  [' \n', 1],
  ['hello', 1],
  ['id,term\n', 1],
  ['id,note\nplatelet,"open', 2],
  ['term,note\nplatelet,x', 1],
  ['#separator:Tab\n#html:false\nplatelet\tx', 3],
])('says what is wrong with %j', (text, line) => {
  expect(() => readSavedFile(text, isConcept)).toThrow(ImportError);
  expect(() => readSavedFile(text, isConcept)).toThrow(`Line ${line}:`);
});

it.each([
  ['# hi', 'a.md', 'foreign'],
  ['# hi, there\n\n- one, two', 'a.md', 'foreign'],
  ['Dear all, this is a letter', 'a.txt', 'foreign'],
  ['{"app":"termlight"}', 'a.json', 'json'],
  ['[]', 'a.txt', 'json'],
  ['{"app":', 'a.json', 'foreign'],
  ['term,note\nfever,x', 'a.CSV', 'head'],
  ['hello', 'a.csv', 'head'],
  ['', 'a.csv', 'empty'],
  ['\n', 'a.md', 'empty'],
])('says of %j in %s what it is: %s', (text, name, fault) => {
  expect(() => readSavedFile(text, isConcept, name)).toThrow(expect.objectContaining({ fault }));
});

it('reads a spreadsheet with semicolons', () => {
  const text = 'id;term;definition;note\nfever;fever;"high; hot";"ask, why; when"\n';
  expect(readSavedFile(text, isConcept).terms).toEqual([{ concept: 'fever', note: 'ask, why; when' }]);
});

it('says that an Anki file without a card is empty', () => {
  for (const text of ['#separator:Tab', '#separator:Tab\n#html:false\n'])
    expect(() => readSavedFile(text, isConcept)).toThrow('Line 1: empty');
});
