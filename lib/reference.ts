/** The whole glossary and its search, for the extension's own pages. */
import cards from 'virtual:termlight/cards';
import type { Card } from '../glossary/compile';
import { createSearch, type Search } from '../glossary/search';

export { cards };

const byId = new Map(cards.map((card) => [card.id, card]));

export const cardOf = (id: string): Card | undefined => byId.get(id);

/** Headword of a concept; an id that is no longer in the glossary stands for itself. */
export const termOf = (id: string): string => byId.get(id)?.term ?? id;

let search: Search | undefined;

/** The reference search, made when it is first needed. */
export function reference(): Search {
  search ??= createSearch(cards);
  return search;
}
