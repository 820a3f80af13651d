import { expect, test } from 'vitest';
import { isCapital, isLetterOrDigit, unicode } from '../../glossary/letters';

test.each([
  ['a', true, false],
  ['Z', true, true],
  ['7', true, false],
  ['_', false, false],
  [' ', false, false],
  ['é', true, false],
  ['É', true, true],
  ['Я', true, true],
  ['語', true, false],
  ['–', false, false],
])('"%s": a letter or digit %s, a capital %s', (sign, letter, capital) => {
  expect([isLetterOrDigit(sign), isCapital(sign)]).toEqual([letter, capital]);
});

test('a pattern is made once', () => {
  expect(unicode('^\\p{Lu}')).toBe(unicode('^\\p{Lu}'));
  expect(unicode('^\\p{Lu}').test('Élan')).toBe(true);
});
