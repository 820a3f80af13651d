/** The whole glossary and its search, for the extension's own pages. */
import cards from 'virtual:termlight/cards';
import type { Card } from '../glossary/compile';
import { buildSearch, type Search } from '../glossary/search';

export { cards };

const byId = new Map(cards.map((card) => [card.id, card]));

/** The card of a concept; undefined for an id that is no longer in the glossary. */
export const cardOf = (id: string): Card | undefined => byId.get(id);

/** Headword of a concept; an id that is no longer in the glossary stands for itself. */
export const termOf = (id: string): string => byId.get(id)?.term ?? id;

const building = buildSearch(cards);
let search: Search | undefined;
/** Longer than this the thread is not held: a keystroke may come. Milliseconds. */
const SLICE = 8;
/** Between them they go every way that a query can: a beginning, a word, an everyday name, a misspelling. */
const WARM_UP = ['c', 'leukemia', 'spinal tap', 'cyclofosfamide'];

/** @returns whether the search is ready */
function buildOn(): boolean {
  const step = building.next();
  if (step.done) search ??= step.value;
  return search !== undefined;
}

/** The reference search; what is not made of it yet is made now. */
export function reference(): Search {
  while (!search) buildOn();
  return search;
}

/** Makes the search while there is nothing else to do, so that the first keystroke needs not wait for it. */
export function prepareReference(): void {
  requestIdleCallback(() => {
    const begun = performance.now();
    let ready = buildOn();
    while (!ready && performance.now() - begun < SLICE) ready = buildOn();
    if (!ready) return prepareReference();
    // What runs for the first time is slow.
    for (const query of WARM_UP) search?.find(query);
  });
}
