import { REACH } from '../../glossary/witness';
import type { DomBlock } from '../content/blocks';
import { isLongCode, textWalker } from '../content/hot-texts';
import type { Pacer } from '../content/pacer';
import { isBefore } from '../content/reading-order';

/** Blocks with more text nodes between them are as good as far from each other. */
const MOST_TEXTS = 500;

/**
 * The text from the end of one block to the beginning of the next, UTF-16 units: `REACH` where it is that much or more, less than
 * none where that begins within the first.
 */
function textBetween(before: DomBlock, block: DomBlock, walker: TreeWalker): number {
  const [first] = block.pieces;
  const last = before.pieces[before.pieces.length - 1];
  // A block that is read by itself though it stands in the midst of another.
  if (isBefore(first.node, last.node)) return -before.text.length;
  walker.currentNode = first.node;
  // Text of the blocks themselves lies between the nodes that are known of them.
  let length = last.at + last.node.length - before.text.length - first.at;
  for (let count = 0; count < MOST_TEXTS && length < REACH; count++) {
    const node = walker.previousNode() as Text | null;
    if (!node) break;
    if (node === last.node) return Math.max(0, length);
    if (!isLongCode(node)) length += node.length;
  }
  return REACH;
}

/**
 * Tells blocks that were read anew how far they stand from those beside them, and moves what follows along. Blocks that were
 * read together keep their distances.
 * @param blocks all of a page, in reading order
 * @param anew those among them that were read anew
 */
export async function placeAnew(
  blocks: readonly DomBlock[],
  anew: ReadonlySet<DomBlock>,
  pacer: Pacer,
): Promise<void> {
  const walker = textWalker(document);
  /** Where the block before ends, and where it ended. */
  let end = 0;
  let ended = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    const { at, text } = block;
    const known = i === 0 || !(anew.has(block) || anew.has(blocks[i - 1]));
    if (!known && pacer.due) await pacer.rest();
    block.at = end + (known ? at - ended : textBetween(blocks[i - 1], block, walker));
    end = block.at + text.length;
    ended = at + text.length;
  }
}
