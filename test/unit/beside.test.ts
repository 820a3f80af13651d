import { describe, expect, test } from 'vitest';
import { besideCode, besideOf, fartherOf, holds, packBeside, sideOf } from '../../glossary/beside';

describe('words beside a form, packed', () => {
  const words = ['treatment', 'for', 'stage-of', 'phase-of', 'phase-in', '#'];
  const before = sideOf(packBeside(words, true));

  test('a word is found that is on the list by itself, and no other', () => {
    expect(holds(before.words, besideCode('treatment'))).toBe(true);
    expect(holds(before.words, besideCode('#'))).toBe(true);
    expect(holds(before.words, besideCode('stage'))).toBe(false);
    expect(holds(before.words, besideCode('treatments'))).toBe(false);
  });

  test('a code is no code where it begins inside another', () => {
    expect(holds('abcdef', 'abc')).toBe(true);
    expect(holds('abcdef', 'def')).toBe(true);
    expect(holds('abcdef', 'bcd')).toBe(false);
    expect(holds('abcabdcab', 'cab')).toBe(true);
    expect(holds('', 'abc')).toBe(false);
  });

  test('pairs are asked for by the word that stands nearer to the form', () => {
    expect(fartherOf(before.pairs, besideCode('of'))).toBe(besideCode('stage') + besideCode('phase'));
    expect(fartherOf(before.pairs, besideCode('in'))).toBe(besideCode('phase'));
    expect(fartherOf(before.pairs, besideCode('phase'))).toBe('');
    const after = sideOf(packBeside(words, false));
    expect(fartherOf(after.pairs, besideCode('phase'))).toBe(besideCode('of') + besideCode('in'));
  });

  test('what is on a list of a side, for a meaning or against it, is among all of that side', () => {
    const { anyBefore, anyAfter } = besideOf(
      packBeside(words, true),
      undefined,
      packBeside(['the'], true),
      packBeside(['to-day'], false),
    );
    for (const word of ['treatment', 'of', '#', 'the']) expect(holds(anyBefore, besideCode(word))).toBe(true);
    expect(holds(anyBefore, besideCode('to'))).toBe(false);
    expect([holds(anyAfter, besideCode('to')), holds(anyAfter, besideCode('the'))]).toEqual([true, false]);
  });

  test('an empty list holds nothing', () => {
    const none = sideOf(undefined);
    expect([none.words, none.pairs, fartherOf('', besideCode('of'))]).toEqual(['', '', '']);
  });
});
