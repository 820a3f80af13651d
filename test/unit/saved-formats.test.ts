import { describe, expect, it } from 'vitest';
import { ImportError, readSavedFile, type SavedFormat, writeSaved } from '../../lib/saved-formats';

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

it('guards a spreadsheet against notes that look like formulas', () => {
  expect(writeSaved('csv', saved, textOf)).toContain("'=1+1");
});
it('tells Anki how to read the file', () => {
  const [separator, html, columns] = writeSaved('anki', saved, textOf).split('\n');
  expect([separator, html]).toEqual(['#separator:Tab', '#html:false']);
  expect(columns.split('\t')).toHaveLength(4);
});

it.each([
  ['', 1],
  ['hello', 1],
  ['id,term\n', 1],
  ['id,note\nplatelet,"open', 2],
  ['term,note\nplatelet,x', 1],
  ['#separator:Tab\n#html:false\nplatelet\tx', 3],
])('says what is wrong with %j', (text, line) => {
  expect(() => readSavedFile(text, isConcept)).toThrow(ImportError);
  expect(() => readSavedFile(text, isConcept)).toThrow(`Line ${line}:`);
});

it('reads a spreadsheet with semicolons', () => {
  const text = 'id;term;definition;note\nfever;fever;"high; hot";"ask, why; when"\n';
  expect(readSavedFile(text, isConcept).terms).toEqual([{ concept: 'fever', note: 'ask, why; when' }]);
});
