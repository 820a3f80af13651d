import type { Candidate, Matcher } from '../../glossary/matcher';
import { HEADINGS } from './elements';
import type { Pacer } from './pacer';

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

/** Knows which heading comes next, by the headings' first text nodes: comparing two nodes costs next to nothing. */
class HeadingTracker {
  #headings: Element[];
  #starts: (Text | null)[];
  #next = 0;

  constructor(root: ParentNode) {
    this.#headings = [...root.querySelectorAll(HEADINGS)];
    this.#starts = this.#headings.map(
      (heading) => document.createTreeWalker(heading, NodeFilter.SHOW_TEXT).nextNode() as Text | null,
    );
    this.#skipEmpty();
  }

  #skipEmpty(): void {
    while (this.#next < this.#starts.length && !this.#starts[this.#next]) this.#next++;
  }

  /** To be called with every text node in reading order. */
  pass(node: Text): void {
    if (node !== this.#starts[this.#next]) return;
    this.current = this.#headings[this.#next++];
    this.#skipEmpty();
  }

  current: Element | undefined;
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
 * @returns the text nodes worth a closer look
 */
export async function findHotTexts(
  root: Element | ShadowRoot,
  matcher: Matcher,
  pacer: Pacer,
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
        }
      }
    } while (at < text.length);
    if (scan.found.length || scan.crossing) {
      hot.push({ node, text, candidates: scan.found, seam: scan.crossing, heading: headings.current });
    }
  }
  return hot;
}
