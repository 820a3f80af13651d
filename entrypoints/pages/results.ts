import type { SearchResult } from '../../components/Search';
import type { Block } from '../../glossary/schema';
import { cardOf, reference } from '../../lib/reference';

/** A definition's text without its links. */
export const plainText = (blocks: Block[]): string =>
  blocks.map((b) => b.spans.map((s) => (typeof s === 'string' ? s : s.text)).join('')).join(' ');

/** Nobody reads on below these; each costs time with every keystroke. */
const MAX_RESULTS = 12;

/** The answer to a query, ready to be shown. */
export function resultsFor(query: string): SearchResult[] {
  return reference()
    .find(query, MAX_RESULTS)
    .flatMap(({ id, name, sure, words }) => {
      const card = cardOf(id);
      if (!card) return [];
      const { term, category, plain } = card;
      return [
        {
          id,
          term,
          category,
          name: name && name !== term ? name : undefined,
          summary: plainText(plain),
          sure,
          words,
        },
      ];
    });
}
