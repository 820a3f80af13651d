import { describe, expect, test } from 'vitest';
import { packForms, unpackForms } from '../../glossary/form-table';
import { createMatcher } from '../../glossary/matcher';
import { readGlossary } from '../../scripts/read-glossary';
import { randomFrom } from '../bench/pages';

const { forms } = readGlossary();
const matcher = createMatcher(forms);

/** A text of forms and other words, with seams wherever they may fall. */
function piecesOf(random: () => number): string[] {
  const filler = ['the', 'a drop of', ', ', '. ', ' (', ') ', '-', '\u00AD', '\u200B', 'x', '  ', 'non'];
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)];
  let text = '';
  for (let i = 0; i < 12; i++) {
    text += random() < 0.5 ? pick(matcher.forms).pattern : pick(filler);
    if (random() < 0.7) text += ' ';
  }
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + 1 + Math.floor(random() * 15);
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}

/** By piece, whether a form may end in it that began before. */
function crossings(pieces: readonly string[]): boolean[] {
  const scan = matcher.pieces();
  let end = 0;
  const ends = Int32Array.from(pieces, ({ length }) => (end += length));
  scan.feed(pieces.join(''), ends, pieces.length);
  scan.run();
  return pieces.map((_, at) => scan.finds.some(({ piece, crossing }) => piece === at && crossing));
}

describe('a scan over pieces', () => {
  test('tells of every form that runs over a seam', () => {
    const random = randomFrom(1);
    let seams = 0;
    for (let round = 0; round < 2000; round++) {
      const pieces = piecesOf(random);
      const noticed = crossings(pieces);
      // A form over the seam of two neighbors is noticed in the second one.
      for (let i = 1; i < pieces.length; i++) {
        const text = pieces[i - 1] + pieces[i];
        const across = matcher
          .scan(text)
          .some(({ start, end }) => start < pieces[i - 1].length && end > pieces[i - 1].length);
        const free = matcher.scan(pieces[i - 1]).length === 0 && matcher.scan(pieces[i]).length === 0;
        if (!across || !free || /^[\p{L}\p{N}\u00AD\u200B]/u.test(pieces[i - 1])) continue;
        seams++;
        expect([text, noticed[i]]).toEqual([text, true]);
      }
    }
    expect(seams).toBeGreaterThan(50);
  });

  test('finds in one piece what a scan of its text finds, in stretches of any length', () => {
    const random = randomFrom(2);
    for (let round = 0; round < 500; round++) {
      const text = piecesOf(random).join('');
      const scan = matcher.pieces();
      const stride = 1 + Math.floor(random() * 20);
      scan.feed(text, Int32Array.of(text.length), 1);
      while (!scan.run(stride));
      expect(scan.finds[0]?.candidates ?? []).toEqual(matcher.scan(text));
    }
  });

  test.each([
    [['blina', 'tumo', 'mab']],
    [['acute lympho', 'blastic leukemia']],
    [['CAR ', 'T', '-cell therapy']],
    [['acute', ' ', 'lymphoblastic ', 'leukemia']],
  ])('notices a form in %j', (pieces) => {
    expect(crossings(pieces)).toContain(true);
  });
});

describe('the form table', () => {
  const plain = { exact: false, plural: false, context: false };
  const entries = [
    { id: 'car-t-cell', tier: 'c', patterns: [{ ...plain, pattern: 'CAR t cell', plural: true }] },
    {
      id: 'response',
      tier: 's',
      patterns: [
        { ...plain, pattern: 'Ph+', exact: true },
        { ...plain, pattern: 'biopsy', plural: true, context: true },
      ],
    },
  ];

  test('gives back what went in', () => {
    const { forms: read, concepts } = unpackForms(packForms(entries));
    expect(concepts).toEqual([
      { id: 'car-t-cell', tier: 'c' },
      { id: 'response', tier: 's' },
    ]);
    expect(read).toEqual([
      { ...entries[0].patterns[0], concept: 0 },
      { ...entries[1].patterns[0], concept: 1 },
      { ...entries[1].patterns[1], concept: 1 },
    ]);
  });

  test('can be empty', () => {
    expect(createMatcher('').scan('CAR T cells')).toEqual([]);
    expect(createMatcher(packForms([])).scan('CAR T cells')).toEqual([]);
  });

  test('holds thousands of words', () => {
    const many = Array.from({ length: 9000 }, (_, i) => ({
      id: `n${i}`,
      tier: 'c',
      patterns: [{ ...plain, pattern: `word${i}`, plural: true }],
    }));
    const big = createMatcher(packForms(many));
    const found = big.scan('word0 word8999s word9999s word9000').map((c) => big.concepts[c.concept].id);
    expect(found).toEqual(['n0', 'n8999']);
    expect(unpackForms(packForms(many)).forms.map(({ pattern }) => pattern)).toEqual(
      many.map(({ patterns }) => patterns[0].pattern),
    );
  });

  test.each([
    ['the last word that begins a form', ['dose', 'vein'], 'veins'],
    ['with an e', ['dose', 'rash', 'vein'], 'rashes'],
    ['of a y', ['biopsy', 'vein'], 'biopsies'],
    ['after a sign', ['b-all', 'HLA/MHC'], 'HLA/MHCs'],
  ])('finds a plural: %s', (_, patterns, text) => {
    const table = packForms(
      patterns.map((pattern) => ({ id: 'x', tier: 'c', patterns: [{ ...plain, pattern, plural: true }] })),
    );
    expect(createMatcher(table).scan(text)).toMatchObject([{ start: 0, end: text.length }]);
  });

  test('gives short numbers to frequent words, and all words back', () => {
    const many = Array.from({ length: 300 }, (_, i) => ({
      id: `n${i}`,
      tier: 'c',
      patterns: [
        { ...plain, pattern: `first${i % 150} after${i}`, concept: i },
        { ...plain, pattern: `t word${i}`, concept: i },
      ],
    }));
    expect(unpackForms(packForms(many)).forms).toEqual(many.flatMap(({ patterns }) => patterns));
  });

  test('does not take words with the signs that it needs', () => {
    const entry = { id: 'x', tier: 'c', patterns: [{ ...plain, pattern: 'count <0.5' }] };
    expect(() => packForms([entry])).toThrow('<0.5');
  });
});
