/** A piece of a text node inside a block's text. */
interface Piece {
  node: Text;
  /** Offset of the piece in the block's text, UTF-16. */
  at: number;
}

/** Running text between two block boundaries, with the way back to its nodes. */
export interface DomBlock {
  text: string;
  pieces: Piece[];
  section: number;
  heading: boolean;
}

const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE CODE PRE KBD SAMP SVG MATH TEXTAREA INPUT SELECT BUTTON OPTION IFRAME CANVAS VIDEO AUDIO OBJECT TERMLIGHT-CARD'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE DEL DFN EM FONT I INS LABEL MARK Q RUBY S SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);

function isSkipped(element: Element): boolean {
  return SKIPPED.has(element.tagName.toUpperCase()) || (element as HTMLElement).isContentEditable === true;
}

/**
 * Reads a subtree into blocks.
 * @param root where to begin
 * @returns the blocks in document order; a block without a letter is left out
 */
export function readBlocks(root: Node): DomBlock[] {
  const out: DomBlock[] = [];
  let section = 0;
  let open: DomBlock | undefined;
  const close = () => {
    if (open && /\p{L}/u.test(open.text)) out.push(open);
    open = undefined;
  };
  const visit = (node: Node, heading: boolean): void => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) {
        open ??= { text: '', pieces: [], section, heading };
        open.pieces.push({ node: child as Text, at: open.text.length });
        open.text += (child as Text).data;
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        const element = child as Element;
        const inline = INLINE.has(element.tagName.toUpperCase());
        if (isSkipped(element)) {
          close();
          continue;
        }
        const isHeading = /^H[1-6]$/i.test(element.tagName);
        if (!inline) close();
        if (isHeading) section++;
        visit(element, heading || isHeading);
        if (!inline) close();
      }
    }
  };
  visit(root, false);
  close();
  return out;
}

/** The node and offset that a block offset stands for. `end`: of two pieces that meet there, the earlier. */
function locate(block: DomBlock, offset: number, end: boolean): { node: Text; offset: number } {
  let low = 0;
  let high = block.pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const { at } = block.pieces[middle];
    if (end ? at < offset : at <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = block.pieces[low];
  return { node: piece.node, offset: offset - piece.at };
}

/** The DOM range of a stretch of a block's text (UTF-16 offsets). */
export function rangeOf(block: DomBlock, start: number, end: number): StaticRange {
  const from = locate(block, start, false);
  const to = locate(block, end, true);
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
}
