import { type Candidate, isInWord, LONGEST_FORM, type Matcher, type PieceScan } from '../../glossary/matcher';
import { HEADINGS, NEVER_READ, ownOf, plainBlockOf, type ReadRoot } from './elements';
import type { Pacer } from './pacer';
import { placeOf } from './reading-order';

/** Where a text node stands in an element that, nearly always, is all of a block. */
export interface PlaceInElement {
  element: Element;
  /** All of the element's text. */
  text: string;
  /** Where the node begins in it, UTF-16. */
  at: number;
}

/** A text node that holds a form, or into which one may run. */
export interface HotText {
  node: Text;
  /** The text as it was scanned. */
  text: string;
  /** Where it begins in all text that was scanned with it, UTF-16; what is read again is placed later (places.ts). */
  at: number;
  candidates: Candidate[];
  /** The joined text of its block must be scanned. */
  seam: boolean;
  heading: Element | undefined;
  place?: PlaceInElement | undefined;
}

/**
 * Text scanned between two looks at the clock, UTF-16 units; a node counts as much as some of them. It is asked for at once:
 * asking each node for its text costs more than scanning it.
 */
const STRIDE = 8192;
const NODE_COST = 24;
/** Longer text nodes are asked whether they are a script or a style sheet before they are scanned. */
const LONG_TEXT = 1024;

/** Whether a text is a script or a style sheet so long that scanning it would be a waste. */
export function isLongCode(node: Text): boolean {
  return node.length > LONG_TEXT && NEVER_READ.has(node.parentElement?.localName ?? '');
}

/** Where texts begin that are read together: as good as surely far from any others, those of other scripts included. */
const apart = (): number => Math.random() * 1e15;

/** `NodeFilter.SHOW_TEXT` and `SHOW_CDATA_SECTION`, which is text in an XML page. */
const TEXTS = 12;

/** Walks over the text nodes of a tree. */
export const textWalker = (root: Node): TreeWalker => document.createTreeWalker(root, TEXTS);

const itself = (heading: Element): Node => heading;

/**
 * Tells under which heading text nodes stand: to be asked in reading order, with nodes that follow each other and a place among
 * them. The headings are looked for at the first question; from there on the first text node of the next one is waited for,
 * since browsers compare the places of two nodes by going from sibling to sibling.
 */
function headingsOf(root: ReadRoot): (nodes: Text[], place: number) => Element | undefined {
  let headings: NodeListOf<Element> | undefined;
  let next = 0;
  let start: Node | null | undefined;
  let heading: Element | undefined;
  return (nodes, place) => {
    if (!headings) {
      headings = ownOf(root, 'querySelectorAll').call(root, HEADINGS);
      next = placeOf(headings, itself, nodes[place]);
      for (let i = next; i > 0 && !heading?.textContent; ) heading = headings[--i];
    }
    for (; next < headings.length; next++) {
      start ??= textWalker(headings[next]).nextNode();
      const at = nodes.indexOf(start as Text);
      // One without a text begins no section.
      if (start && (at < 0 || at > place)) break;
      if (start) heading = headings[next];
      start = undefined;
    }
    return heading;
  };
}

/** Where to go on when the node read last was taken out of the page during a rest. */
function stepBack(walker: TreeWalker, place: Range): void {
  if (walker.root.contains(walker.currentNode)) return;
  let node: Node = place.startContainer.childNodes[place.startOffset - 1] ?? place.startContainer;
  while (node !== place.startContainer && node.lastChild) node = node.lastChild;
  walker.currentNode = node;
}

/** No batch has more nodes. */
const MOST_NODES = (STRIDE / NODE_COST + 2) | 0;

/** Scans text nodes in reading order, many at once. */
export interface TextScan {
  /** Those that were read last. */
  readonly nodes: Text[];
  readonly pieces: PieceScan;
  /** A range for the taking, between two calls. */
  readonly range: Range;
  /**
   * Reads on, without a look at each node's text; what was read is to be scanned then.
   * @returns whether there is more to read
   */
  read(): boolean;
  /** The text nodes worth a closer look, of those that were scanned last. */
  hot(headingOf?: (nodes: Text[], place: number) => Element | undefined): HotText[];
}

/** A scan of the text nodes that a walker comes to. */
export function createTextScan(walker: TreeWalker, matcher: Matcher): TextScan {
  const pieces = matcher.pieces();
  const range = document.createRange();
  const nodes: Text[] = [];
  const ends = new Int32Array(MOST_NODES);
  let text = '';
  /** Where that begins. */
  let at = apart();
  /** The element around the node that was asked about last, where it begins in the text, and the first node after it. */
  let element: Element | undefined;
  let whole = '';
  let begin = 0;
  let after = 0;

  /** The text of so many nodes. */
  function textOf(count: number): string {
    const last = nodes[count - 1];
    range.setStart(nodes[0], 0);
    range.setEnd(last, last.length);
    return range.toString();
  }

  /** An element's text is cut out of what was read, where that is all of it: to ask for it costs more. */
  function placeOfNode(piece: number): PlaceInElement | undefined {
    if (piece >= after) {
      element = plainBlockOf(nodes[piece]);
      let first = piece;
      after = piece;
      while (element?.contains(nodes[first - 1])) first--;
      while (element?.contains(nodes[++after]));
      begin = ends[first - 1];
      const end = ends[after - 1];
      if (first > 0 && after < nodes.length) whole = text.slice(begin, end);
      else if (first > 0 || after < nodes.length) {
        whole = element?.textContent ?? '';
        if (first === 0) begin = end - whole.length;
      } else element = undefined;
    }
    return element && { element, text: whole, at: (ends[piece - 1] ?? 0) - begin };
  }

  return {
    nodes,
    pieces,
    range,
    read() {
      after = 0;
      let count = 0;
      let end = 0;
      let node: Text | null = null;
      for (let left = STRIDE; left > 0; left -= NODE_COST) {
        node = walker.nextNode() as Text | null;
        if (!node) break;
        const { length } = node;
        if (length > LONG_TEXT && isLongCode(node)) {
          // Its text must not come along with that of its neighbours.
          if (count > 0) break;
          continue;
        }
        end += length;
        left -= length;
        nodes[count] = node;
        ends[count++] = end;
      }
      nodes.length = count;
      let over = false;
      if (count > 0) {
        const before = text.slice(-LONGEST_FORM);
        at += text.length;
        text = textOf(count);
        const runsOver = (to: number) => matcher.runsOver(before, text.slice(0, to));
        // The first node's end may be that of a block, even within what looks like a word.
        over = before !== '' && (runsOver(LONGEST_FORM) || (isInWord(text, ends[0]) && runsOver(ends[0])));
      }
      pieces.feed(text, ends, count, over);
      return node !== null;
    },
    hot: (headingOf) =>
      pieces.finds.map(({ piece, candidates, crossing }) => {
        const from = ends[piece - 1] ?? 0;
        const own = text.slice(from, ends[piece]);
        const heading = headingOf?.(nodes, piece);
        const place = placeOfNode(piece);
        return { node: nodes[piece], text: own, at: at + from, candidates, seam: crossing, heading, place };
      }),
  };
}

/**
 * Scans every text node of a tree, in reading order. Nothing is asked about elements: styles come later, and only
 * around what was found.
 * @param onRest called after each rest with what was found so far and the node read last
 * @returns the text nodes worth a closer look
 */
export async function findHotTexts(
  root: ReadRoot,
  matcher: Matcher,
  pacer: Pacer,
  onRest?: (hot: HotText[], position: Node) => Promise<void>,
): Promise<HotText[]> {
  const walker = textWalker(root);
  const { nodes, pieces, range, read, hot: found } = createTextScan(walker, matcher);
  const headingOf = headingsOf(root);
  const hot: HotText[] = [];
  const rest = async () => {
    range.setStartAfter(walker.currentNode);
    range.collapse(true);
    await pacer.rest();
    stepBack(walker, range);
    await onRest?.(hot, walker.currentNode);
  };
  for (let more = true; more; ) {
    more = read();
    while (!pieces.run(STRIDE)) if (pacer.due) await rest();
    hot.push(...found(headingOf));
    if (hot.length) headingOf(nodes, nodes.length - 1);
    if (more && pacer.due) await rest();
  }
  return hot;
}
