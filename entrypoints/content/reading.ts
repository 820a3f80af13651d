import type { Candidate, Matcher } from '../../glossary/matcher';
import { blockAround, type DomBlock } from './blocks';
import { type ElementFacts, hasPlace, parentOf } from './elements';
import type { HotText } from './hot-texts';

const isWord = (c: number) => (c < 128 ? (c | 32) >= 97 && (c | 32) <= 122 : c > 160) || (c >= 48 && c <= 57);

/** Whether a word may run from one piece of a block into the next. */
function hasSeam({ text, pieces }: DomBlock): boolean {
  return pieces.some(({ at }) => at > 0 && isWord(text.charCodeAt(at)) && isWord(text.charCodeAt(at - 1)));
}

/**
 * Reads the block around a hot text.
 * @param hotBy the hot texts by their nodes
 * @returns undefined where no term is to be looked for, or none is left when the whole block is seen
 */
export function readBlock(
  hot: HotText,
  hotBy: ReadonlyMap<Text, HotText>,
  matcher: Matcher,
  facts: ElementFacts,
): DomBlock | undefined {
  const isRead = ({ node }: HotText) => {
    const parent = parentOf(node);
    return parent !== null && !facts.excluded(parent);
  };
  const isSeen = ({ node }: HotText) => {
    const parent = parentOf(node);
    return parent !== null && facts.visible(parent) && hasPlace(parent, node);
  };
  if (!isRead(hot)) return undefined;

  // Where every candidate lies in one text node, it matters little where exactly its block ends.
  const likely = blockAround(hot.node, facts.likelyFlow);
  const seen = isSeen(hot);
  const parts: { part: HotText; at: number }[] = [];
  let sure = !hot.seam && !hasSeam(likely);
  for (const { node, at } of likely.pieces) {
    const part = hotBy.get(node);
    if (!part) continue;
    parts.push({ part, at });
    if (part.seam || !likely.text.startsWith(part.text, at) || node.length !== part.text.length) sure = false;
    if (part !== hot && (!isRead(part) || isSeen(part) !== seen)) sure = false;
  }
  const block = sure ? likely : blockAround(hot.node, facts.flow);
  block.candidates = sure ? parts.flatMap(({ part, at }) => moved(part, at)) : matcher.scan(block.text);
  if (!block.candidates.length) return undefined;
  block.heading = hot.heading;
  block.isHeading = hot.heading?.contains(hot.node) ?? false;
  block.visible = seen;
  return block;
}

/** The candidates of a text node by their offsets in its block. */
const moved = ({ candidates }: HotText, at: number): Candidate[] =>
  at === 0 ? candidates : candidates.map((c) => ({ ...c, start: c.start + at, end: c.end + at }));
