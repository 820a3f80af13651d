import type { Candidate, Matcher } from '../../glossary/matcher';
import { HEADINGS, type ReadRoot } from './elements';
import type { Pacer } from './pacer';
import { placeOf } from './reading-order';

/** A text node that holds a form, or into which one may run. */
export interface HotText {
  node: Text;
  /** The text as it was scanned. */
  text: string;
  candidates: Candidate[];
  /** The joined text of its block must be scanned. */
  seam: boolean;
  heading: Element | undefined;
}

/** Text scanned between two looks at the clock, UTF-16 units; a node counts as much as some of them. */
const STRIDE = 8192;
const NODE_COST = 24;
/** Longer text nodes are asked whether they are a script or a style sheet before they are scanned. */
const LONG_TEXT = 1024;

/** Whether a text is a script or a style sheet so long that scanning it would be a waste. */
export function isLongCode(node: Text): boolean {
  if (node.length <= LONG_TEXT) return false;
  const name = node.parentElement?.localName;
  return name === 'script' || name === 'style';
}

const isHeadingOf = (heading: Element): Node => heading;

/**
 * Knows under which heading the walk is. The headings are asked for when the first text is found; from there on comparing
 * each text node with the first one of the next heading costs next to nothing.
 */
class HeadingTracker {
  #headings: Element[] | undefined;
  #next = 0;
  /** The first text node of the next heading. */
  #start: Node | null = null;

  constructor(readonly root: ParentNode) {}

  /** To be called with every text node in reading order. */
  pass(node: Text): void {
    if (node === this.#start) this.#advance(this.#next + 1);
  }

  /** The heading under which a text node stands, the one at which the walk is. */
  above(node: Text): Element | undefined {
    if (!this.#headings) {
      this.#headings = [...this.root.querySelectorAll(HEADINGS)].filter(({ textContent }) => textContent);
      this.#advance(placeOf(this.#headings, isHeadingOf, node));
    }
    return this.#headings[this.#next - 1];
  }

  #advance(to: number): void {
    this.#next = to;
    const heading = this.#headings?.[to];
    this.#start = heading ? document.createTreeWalker(heading, NodeFilter.SHOW_TEXT).nextNode() : null;
  }
}

/** Where to go on when the node read last was taken out of the page during a rest. */
function stepBack(walker: TreeWalker, place: Range): void {
  if (walker.root.contains(walker.currentNode)) return;
  let node: Node = place.startContainer.childNodes[place.startOffset - 1] ?? place.startContainer;
  while (node !== place.startContainer && node.lastChild) node = node.lastChild;
  walker.currentNode = node;
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
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const headings = new HeadingTracker(root);
  const scan = matcher.pieces();
  const hot: HotText[] = [];
  const place = document.createRange();
  let stride = STRIDE;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    headings.pass(node);
    const text = node.data;
    if (text.length > LONG_TEXT && isLongCode(node)) continue;
    let at = 0;
    do {
      at = scan.feed(text, at, at + STRIDE);
      stride -= NODE_COST + Math.min(at, STRIDE);
      if (stride < 0) {
        stride = STRIDE;
        if (pacer.due) {
          place.setStartAfter(node);
          await pacer.rest();
          stepBack(walker, place);
          await onRest?.(hot, walker.currentNode);
        }
      }
    } while (at < text.length);
    if (scan.found.length || scan.crossing) {
      hot.push({ node, text, candidates: scan.found, seam: scan.crossing, heading: headings.above(node) });
    }
  }
  return hot;
}

/** Scans text nodes that follow each other, at once. */
export function scanInOrder(texts: readonly Text[], matcher: Matcher): HotText[] {
  const scan = matcher.pieces();
  const hot: HotText[] = [];
  for (const node of texts) {
    if (isLongCode(node)) continue;
    const text = node.data;
    scan.feed(text);
    if (scan.found.length || scan.crossing)
      hot.push({ node, text, candidates: scan.found, seam: true, heading: undefined });
  }
  return hot;
}
