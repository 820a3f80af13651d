import { type Candidate, isInWord, type Matcher } from '../../glossary/matcher';
import { blockAround, type DomBlock, type Piece, type TextRun } from './blocks';
import { type ElementFacts, hasPlace, parentOf } from './elements';
import type { HotText } from './hot-texts';

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
  const { node } = hot[index];
  const parent = parentOf(node);
  if (!parent || facts.excluded(parent)) return undefined;
  const visible = facts.visible(parent) && hasPlace(node);

  const usual = readAsUsual(hot, index, visible, facts);
  const { text, pieces, element } = usual ?? blockAround(node, facts.flow);
  const candidates = usual?.candidates ?? matcher.scan(text);
  if (!candidates.length) return undefined;
  const block = { text, at: 0, pieces, element, candidates, heading: undefined, isHeading: false, visible };
  learnPlace(block, hot[index]);
  return block;
}

/** Tells a block what is known of the place of a text in it. */
export function learnPlace(block: DomBlock, { node, heading, at }: HotText): void {
  block.heading ??= heading;
  block.isHeading ||= !!heading?.contains(node);
  for (const piece of block.pieces) if (piece.node === node) block.at = at - piece.at;
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
): (TextRun & { candidates: Candidate[] }) | undefined {
  const { place } = hot[index];
  if (hot[index].seam) return undefined;
  const around = place ? undefined : blockAround(hot[index].node, facts.likelyFlow);
  const { text, element } = place ?? (around as TextRun);
  const places = around && new Map(around.pieces.map(({ node, at }) => [node, at]));
  const placeOf = ({ node, place: other }: HotText) =>
    element ? (other?.element === element ? other.at : undefined) : places?.get(node);
  let next = index;
  while (next > 0 && placeOf(hot[next - 1]) !== undefined) next--;
  const pieces: Piece[] = [];
  const candidates: Candidate[] = [];
  for (; next < hot.length; next++) {
    const { node, text: own, candidates: found, seam } = hot[next];
    const at = placeOf(hot[next]);
    if (at === undefined) break;
    if (seam || !text.startsWith(own, at) || node.data !== own) return undefined;
    // It may have been moved since its place was noted.
    if (element?.contains(node) === false) return undefined;
    // A word may run from one text node into the next.
    if (isInWord(text, at) || isInWord(text, at + own.length)) return undefined;
    const parent = next === index ? undefined : parentOf(node);
    if (parent && (facts.excluded(parent) || (facts.visible(parent) && hasPlace(node)) !== visible))
      return undefined;
    pieces.push({ node, at });
    for (const candidate of found) candidates.push(moved(candidate, at));
  }
  // Where the page moved texts about meanwhile, they are not met in order.
  if (next <= index) return undefined;
  return { text, pieces: around?.pieces ?? pieces, element, candidates };
}

/** A candidate of a text node by its offsets in its block. */
const moved = (candidate: Candidate, at: number): Candidate =>
  at === 0 ? candidate : { ...candidate, start: candidate.start + at, end: candidate.end + at };
