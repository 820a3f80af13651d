import { withoutInvisible } from './characters';
import type { TextBlock } from './context';

/**
 * A block as a reader sees it, without the characters that nobody sees, which may stand within any word.
 * @returns the block itself where it has none; else one whose candidates stand at other offsets, in the same order
 */
export function asSeen(block: TextBlock): TextBlock {
  const text = withoutInvisible(block.text);
  if (text.length === block.text.length) return block;
  let from = 0;
  let length = 0;
  const candidates = block.candidates.map((candidate) => {
    const start = length + withoutInvisible(block.text.slice(from, candidate.start)).length;
    const end = start + withoutInvisible(block.text.slice(candidate.start, candidate.end)).length;
    from = candidate.end;
    length = end;
    return { ...candidate, start, end };
  });
  return { ...block, text, candidates };
}
