import type { Candidate, Matcher } from '../../glossary/matcher';
import { blockAround, blockOfAll, type DomBlock } from './blocks';
import { type ElementFacts, hasPlace, parentOf, plainBlockOf } from './elements';
import type { HotText } from './hot-texts';
import { isBefore } from './reading-order';

const isWord = (c: number) => (c < 128 ? (c | 32) >= 97 && (c | 32) <= 122 : c > 160) || (c >= 48 && c <= 57);

/**
 * Reads the block around a hot text.
 * @param hot texts in reading order, if any is to be read without a look at all of its block
 * @param index which of them to read
 * @returns undefined where no term is to be looked for, or none is left when the whole block is seen
 */
export function readBlock(
  hot: readonly HotText[],
  index: number,
  matcher: Matcher,
  facts: ElementFacts,
): DomBlock | undefined {
  const { node, heading } = hot[index];
  const parent = parentOf(node);
  if (!parent || facts.excluded(parent)) return undefined;
  const visible = facts.visible(parent) && hasPlace(node);

  let block = readAsUsual(hot, index, visible, facts);
  if (!block) {
    block = blockAround(node, facts.flow);
    block.candidates = matcher.scan(block.text);
  }
  if (!block.candidates.length) return undefined;
  block.heading = heading;
  block.isHeading = heading?.contains(node) ?? false;
  block.visible = visible;
  return block;
}

/**
 * Reads a block by how elements usually stand: where every candidate lies in one text node, it matters little where exactly
 * its block ends.
 * @returns undefined where it may matter
 */
function readAsUsual(
  hot: readonly HotText[],
  index: number,
  visible: boolean,
  facts: ElementFacts,
): DomBlock | undefined {
  if (hot[index].seam) return undefined;
  const plain = plainBlockOf(hot[index].node);
  const block = plain ? blockOfAll(plain) : blockAround(hot[index].node, facts.likelyFlow);
  const { text, pieces } = block;
  let next = index;
  while (next > 0 && !isBefore(hot[next - 1].node, pieces[0].node)) next--;
  for (const { node, at } of pieces) {
    // A word may run from one piece into the next.
    if (at > 0 && isWord(text.charCodeAt(at)) && isWord(text.charCodeAt(at - 1))) return undefined;
    if (hot[next]?.node !== node) continue;
    const part = hot[next++];
    if (part.seam || !text.startsWith(part.text, at) || node.length !== part.text.length) return undefined;
    const parent = next - 1 === index ? undefined : parentOf(node);
    if (parent && (facts.excluded(parent) || (facts.visible(parent) && hasPlace(node)) !== visible))
      return undefined;
    for (const candidate of part.candidates) block.candidates.push(moved(candidate, at));
  }
  // Where the page moved texts about meanwhile, they are not met in order.
  return next > index ? block : undefined;
}

/** A candidate of a text node by its offsets in its block. */
const moved = (candidate: Candidate, at: number): Candidate =>
  at === 0 ? candidate : { ...candidate, start: candidate.start + at, end: candidate.end + at };
