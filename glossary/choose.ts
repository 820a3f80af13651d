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
  density: 20,
  supporting: 'cancer-pages',
  everyday: false,
  hidden: new Set(),
};

/** What choosing needs to know of a block. */
export interface ChoiceBlock {
  /** Where it begins in the page's text, UTF-16, any number for the first. */
  at: number;
  section: number;
  /** Rendered, and inside what the reader wants lit. */
  inScope: boolean;
}

/** English running text has about six characters a word, its space counted. */
const CHARACTERS_A_WORD = 6;
const STRETCH = 100 * CHARACTERS_A_WORD;

/** What is lit first where the density allows only some: the terms a reader can do least without. */
const RANK = { core: 0, supporting: 2, everyday: 4 } as const;
const RANKS = 6;

/**
 * Which of the accepted matches are lit.
 *
 * Where a stretch of text holds more terms than the density allows, core terms come before the others, and of each
 * tier those that the page has not lit before.
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
  const lit = new Array<boolean>(decisions.length).fill(false);
  /** Indexes of what may be lit, by rank. */
  const ranked: number[][] = Array.from({ length: RANKS }, () => []);
  const stretches = new Float64Array(decisions.length);
  const seenInSection = new Set<number>();
  const seenOnPage = new Set<number>();
  let section = -1;
  for (let index = 0; index < decisions.length; index++) {
    const decision = decisions[index];
    const { at, section: here, inScope } = blocks[decision.block];
    if (here !== section) seenInSection.clear();
    section = here;
    const { concept, start } = decision.candidate;
    const { id, tier } = matcher.concepts[concept];
    if (!decision.accepted || !inScope || !tiers[tier] || choice.hidden.has(id)) continue;
    const again = seenOnPage.has(concept);
    if (
      choice.occurrences === 'section' ? seenInSection.has(concept) : choice.occurrences === 'page' && again
    )
      continue;
    seenInSection.add(concept);
    seenOnPage.add(concept);
    ranked[RANK[tier] + Number(again)].push(index);
    stretches[index] = Math.floor((at + start) / STRETCH);
  }
  const counts = new Map<number, number>();
  for (const rank of ranked) {
    for (const index of rank) {
      const count = counts.get(stretches[index]) ?? 0;
      if (choice.density > 0 && count >= choice.density) continue;
      counts.set(stretches[index], count + 1);
      lit[index] = true;
    }
  }
  return lit;
}
