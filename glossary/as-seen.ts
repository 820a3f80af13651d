import { withoutInvisible } from './characters';
import type { TextBlock } from './context';

/** Soft hyphens, zero-width spaces and joiners, the word joiner, byte-order marks: what `isInvisible` tells by its code. */
const INVISIBLE = ['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'];

/**
 * A block as a reader sees it, without the characters that nobody sees, which may stand within any word.
 * @returns the block itself where it has none; else one whose candidates stand at other offsets, in the same order
 */
export function asSeen(block: TextBlock): TextBlock {
  const { text } = block;
  // To look for one sign at a time is far cheaper than an expression, where the engine is cold above all.
  if (!INVISIBLE.some((sign) => text.includes(sign))) return block;
  let from = 0;
  let length = 0;
  const candidates = block.candidates.map((candidate) => {
    const start = length + withoutInvisible(text.slice(from, candidate.start)).length;
    const end = start + withoutInvisible(text.slice(candidate.start, candidate.end)).length;
    from = candidate.end;
    length = end;
    return { ...candidate, start, end };
  });
  return { ...block, text: withoutInvisible(text), candidates };
}
