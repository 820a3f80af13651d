import type { Candidate } from '../../glossary/matcher';
import { ABSENT, BOUNDARY, type Flow, INLINE, OPAQUE } from './elements';

type FlowOf = (element: Element) => Flow;

const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;
const CDATA_SECTION_NODE = 4;

/** A text node's place in its block's text. */
export interface Piece {
  node: Text;
  /** Offset of the node's first character in the block's text, UTF-16. */
  at: number;
}

/** Stands in a block's text for what is not for reading: neither word nor blank, so no term runs over it. */
const OBJECT = '\uFFFC';
/** A block is read this far to either side of a candidate, in text nodes; what lies beyond says nothing about it. */
const MAX_PIECES = 2000;

/** Running text between two boundaries of the rendered flow, with the way back to its nodes. */
export interface TextRun {
  readonly text: string;
  /** Its text nodes, in reading order; of a block that is all of an element, only those in which candidates lie. */
  readonly pieces: readonly Piece[];
  /** The element that the block is all of. */
  readonly element: Element | undefined;
}

/** Running text with what was found in it. */
export interface DomBlock extends TextRun {
  /** Where it begins in the page's text, UTF-16, as far as its distance to the blocks beside it tells. */
  at: number;
  candidates: Candidate[];
  /** The heading under which the block stands. */
  heading: Element | undefined;
  /** Whether the block itself is, or is in, that heading. */
  isHeading: boolean;
  /** Whether a reader can see it. */
  visible: boolean;
}

/** Walks from `start` to one side through the inline content of its block. */
function walk(start: Node, forward: boolean, flowOf: FlowOf, visit: (node: Text | undefined) => void) {
  let at = start;
  for (let count = 0; count < MAX_PIECES; ) {
    let next = forward ? at.nextSibling : at.previousSibling;
    while (!next) {
      const parent = at.parentNode;
      if (parent?.nodeType !== ELEMENT_NODE || flowOf(parent as Element) !== INLINE) return;
      at = parent;
      next = forward ? at.nextSibling : at.previousSibling;
    }
    at = next;
    while (at.nodeType === ELEMENT_NODE) {
      const flow = flowOf(at as Element);
      if (flow === BOUNDARY) return;
      if (flow === OPAQUE) visit(undefined);
      if (flow === OPAQUE || flow === ABSENT) break;
      const child: Node | null = forward ? at.firstChild : at.lastChild;
      if (!child) break;
      at = child;
    }
    count++;
    if (at.nodeType === TEXT_NODE || at.nodeType === CDATA_SECTION_NODE) visit(at as Text);
  }
}

/**
 * The block that a text node stands in.
 * @param flowOf how an element stands in the text
 */
export function blockAround(node: Text, flowOf: FlowOf): TextRun {
  const before: (Text | undefined)[] = [];
  walk(node, false, flowOf, (found) => before.push(found));
  const nodes = before.reverse();
  nodes.push(node);
  walk(node, true, flowOf, (found) => nodes.push(found));
  const pieces: Piece[] = [];
  let at = 0;
  // Joined and not added: a sum is kept as its parts, and each character would be looked for in them.
  const texts = nodes.map((piece) => {
    const text = piece ? piece.data : OBJECT;
    if (piece) pieces.push({ node: piece, at });
    at += text.length;
    return text;
  });
  return { text: texts.join(''), pieces, element: undefined };
}

/** Index of the piece that holds a block offset. `end`: of two pieces that meet there, the earlier. */
function pieceAt({ pieces }: DomBlock, offset: number, end: boolean): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const { at } = pieces[middle];
    if (end ? at < offset : at <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A stretch of one text node, UTF-16 offsets. */
export interface Segment {
  node: Text;
  start: number;
  end: number;
}

/** The stretches of text nodes under a candidate of a block (UTF-16 offsets), in reading order. */
export function segmentsUnder(block: DomBlock, start: number, end: number): Segment[] {
  const last = pieceAt(block, end, true);
  const out: Segment[] = [];
  for (let i = pieceAt(block, start, false); i <= last; i++) {
    const { node, at } = block.pieces[i];
    const next = block.pieces[i + 1]?.at ?? block.text.length;
    const segment = { node, start: Math.max(start, at) - at, end: Math.min(end, next) - at };
    if (segment.start < segment.end) out.push(segment);
  }
  return out;
}

/** The DOM range of a candidate of a block (UTF-16 offsets). */
export function rangeOf(block: DomBlock, start: number, end: number): StaticRange {
  const from = block.pieces[pieceAt(block, start, false)];
  const to = block.pieces[pieceAt(block, end, true)];
  return new StaticRange({
    startContainer: from.node,
    startOffset: start - from.at,
    endContainer: to.node,
    endOffset: end - to.at,
  });
}
