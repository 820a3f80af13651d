import { expect, test } from 'vitest';
import { CardTexts, packCards } from '../../glossary/card-texts';
import { readGlossary } from '../../scripts/read-glossary';

const { cards } = readGlossary();
const texts = new CardTexts(packCards(cards));

test.each(cards)('what the page gets about $id is what its term file says', (card) => {
  const { forms, search, tier, ...text } = card;
  expect(texts.card(card.id)).toEqual(text);
  expect(texts.term(card.id)).toBe(card.term);
});

test('of a concept that does not exist there is the id, and no card', () => {
  expect(texts.term('no-such-concept')).toBe('no-such-concept');
  expect(texts.card('no-such-concept')).toBeUndefined();
});

test('a card is put together once', () => {
  expect(texts.card(cards[0].id)).toBe(texts.card(cards[0].id));
});
