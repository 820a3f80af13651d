import type { Judgement } from './context';
import type { Matcher } from './matcher';

/** What the reader set about how much is lit. The fields are those of the settings. */
export interface Choice {
  occurrences: 'section' | 'every' | 'page';
  /** At most so many lit terms in 100 words; 0 is no limit. */
  density: number;
  supporting: 'cancer-pages' | 'always' | 'never';
  everyday: boolean;
  /** Ids of concepts that are never lit: known to the reader, or meant otherwise on this site. */
  hidden: ReadonlySet<string>;
}

export const DEFAULT_CHOICE: Choice = {
  occurrences: 'section',
  density: 12,
  supporting: 'cancer-pages',
  everyday: false,
  hidden: new Set(),
};

/** What choosing needs to know of a block. */
export interface ChoiceBlock {
  text: string;
  section: number;
  /** Rendered, and inside what the reader wants lit. */
  inScope: boolean;
}

/** English running text has about six characters a word, its space counted. */
const CHARACTERS_A_WORD = 6;
const DENSITY_WINDOW = 100 * CHARACTERS_A_WORD;

/**
 * Which of the accepted matches are lit.
 * @returns one flag a decision
 */
export function choose(
  judgement: Judgement,
  blocks: readonly ChoiceBlock[],
  matcher: Matcher,
  choice: Choice,
): boolean[] {
  const { decisions, cancerPage } = judgement;
  const tiers = {
    core: true,
    supporting: choice.supporting === 'always' || (choice.supporting === 'cancer-pages' && cancerPage),
    everyday: choice.everyday,
  };
  const seen = new Set<number>();
  let section = -1;
  // Positions in the running text of all blocks, of the lit terms that are still inside the density's window.
  let recent: number[] = [];
  let block = 0;
  let blockStart = 0;
  return decisions.map((decision) => {
    for (; block < decision.block; block++) blockStart += blocks[block].text.length;
    const { section: here, inScope } = blocks[decision.block];
    if (choice.occurrences === 'section' && here !== section) seen.clear();
    section = here;
    const { concept, start } = decision.candidate;
    const { id, tier } = matcher.concepts[concept];
    if (!decision.accepted || !inScope || !tiers[tier] || choice.hidden.has(id)) return false;
    if (choice.occurrences !== 'every' && seen.has(concept)) return false;
    if (choice.density > 0) {
      const at = blockStart + start;
      recent = recent.filter((position) => position > at - DENSITY_WINDOW);
      if (recent.length >= choice.density) return false;
      recent.push(at);
    }
    seen.add(concept);
    return true;
  });
}
