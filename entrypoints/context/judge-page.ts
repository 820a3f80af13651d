import { expansionsOf, type Judgement, judge, type Page, type TextBlock } from '../../glossary/context';
import type { Cues } from '../../glossary/cues';
import type { Matcher } from '../../glossary/matcher';
import type { Pacer } from '../content/pacer';
import type { Judge } from '../content/page-model';

/**
 * A page with more candidates is judged in stretches of so many, each by its own evidence and with a pause after it: that
 * is still far more text than most pages have. What the page says that an abbreviation stands for holds in all of them.
 */
const AT_ONCE = 1000;
const STRETCH = 250;

/** Judges a page at once, and a very long one in stretches. */
export async function judgePage(page: Page, matcher: Matcher, cues: Cues, pacer: Pacer): Promise<Judgement> {
  const { blocks } = page;
  let total = 0;
  for (const { candidates } of blocks) total += candidates.length;
  if (total <= AT_ONCE) return judge(page, matcher, cues);
  /** The first block of each stretch, and the one after its last. */
  const stretches: [from: number, to: number][] = [];
  for (let from = 0, to = 0; from < blocks.length; from = to) {
    for (let count = 0; to < blocks.length && count < STRETCH; to++) count += blocks[to].candidates.length;
    stretches.push([from, to]);
  }
  const expansions: ReturnType<typeof expansionsOf> = new Map();
  for (const [from, to] of stretches) {
    expansionsOf(blocks, matcher, cues, from, to, expansions);
    await pacer.rest();
  }
  const out: Judgement = { decisions: [], cancerPage: false };
  for (const [from, to] of stretches) {
    const stretch = { ...page, blocks: blocks.slice(from, to) };
    const { decisions, cancerPage } = judge(stretch, matcher, cues, { from, expansions });
    for (const decision of decisions) {
      decision.block += from;
      out.decisions.push(decision);
    }
    out.cancerPage ||= cancerPage;
    // A stretch takes most of a slice where the engine is cold.
    await pacer.rest();
  }
  return out;
}

const isSameBlock = (a: TextBlock, b: TextBlock) =>
  a.candidates === b.candidates &&
  a.text === b.text &&
  a.at === b.at &&
  a.section === b.section &&
  a.heading === b.heading;

const isSamePage = (a: Page, b: Page) =>
  a.title === b.title &&
  a.lang === b.lang &&
  a.blocks.length === b.blocks.length &&
  a.blocks.every((block, i) => isSameBlock(block, b.blocks[i]));

/** A judge that remembers its last page: when only the scope or the settings changed, nothing is judged again. */
export function createPageJudge(cues: Cues): Judge {
  let last: { page: Page; judgement: Judgement } | undefined;
  return async (page, matcher, pacer) => {
    if (!last || !isSamePage(last.page, page))
      last = { page, judgement: await judgePage(page, matcher, cues, pacer) };
    return last.judgement;
  };
}
