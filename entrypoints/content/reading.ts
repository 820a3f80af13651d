import type { Matcher } from '../../glossary/matcher';
import { blockAround, type DomBlock } from './blocks';
import { type ElementFacts, isVisible, parentOf } from './elements';
import type { HotText } from './hot-texts';

const WORD = /[\p{L}\p{N}]/u;

/** Whether a word runs from one piece of a block into the next. */
function hasSeam({ text, pieces }: DomBlock): boolean {
  return pieces.some(({ at }) => at > 0 && WORD.test(text[at - 1]) && WORD.test(text[at]));
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
  const parent = parentOf(hot.node);
  if (!parent || facts.excluded(parent)) return undefined;
  const block = blockAround(hot.node, facts);
  const parts = block.pieces.map(({ node, at }) => ({ part: hotBy.get(node), at }));
  const stale = parts.some(
    ({ part, at }) =>
      part && (part.seam || !block.text.startsWith(part.text, at) || part.node.length !== part.text.length),
  );
  block.candidates =
    stale || hasSeam(block)
      ? matcher.scan(block.text)
      : parts.flatMap(
          ({ part, at }) =>
            part?.candidates.map((c) => ({ ...c, start: c.start + at, end: c.end + at })) ?? [],
        );
  if (!block.candidates.length) return undefined;
  block.heading = hot.heading;
  block.isHeading = hot.heading?.contains(hot.node) ?? false;
  block.visible = isVisible(parent);
  return block;
}
