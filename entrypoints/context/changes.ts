import type { Candidate, Matcher } from '../../glossary/matcher';
import { type HotText, isLongCode, textWalker } from '../content/hot-texts';
import type { Pacer } from '../content/pacer';
import type { Changes } from '../content/watcher';

/** Whether a node is in this page: it may have gone over to that of another frame. */
export const isHere = (node: Node): boolean => node.isConnected && node.ownerDocument === document;

/** Does something with each of many items, which stay the same meanwhile; rests when the pacer says so. */
export async function inSlices<T>(
  items: Iterable<T>,
  pacer: Pacer,
  work: (item: T) => unknown,
): Promise<void> {
  for (const item of items) {
    if (pacer.due) await pacer.rest();
    work(item);
  }
}

/**
 * Rests in a walk, which goes on from there though the page takes the node away, or moves it.
 * @returns whether it can: all of what is walked over may be elsewhere
 */
async function restAt(walker: TreeWalker, place: Range, pacer: Pacer): Promise<boolean> {
  place.setStartAfter(walker.currentNode);
  await pacer.rest();
  const { startContainer, startOffset } = place;
  const before = startContainer.childNodes[startOffset - 1];
  if (before !== walker.currentNode) walker.currentNode = before ? lastIn(before) : startContainer;
  return walker.root.contains(walker.currentNode);
}

/**
 * The text nodes to be looked at after some changes: what is new, what is other, what stands beside it, and what is gone.
 * Of what the page changes while they are gathered, other changes tell.
 * @param roots all that is read: the body and the open shadow roots
 * @param gone what is read no more
 * @returns in the order of the changes; those no longer in the page are among them
 */
export async function changedTexts(
  { records, everything }: Changes,
  roots: readonly Node[],
  gone: readonly Node[],
  pacer: Pacer,
): Promise<Set<Text>> {
  const texts = new Set<Text>();
  const place = document.createRange();
  const add = (node: Node | null) => {
    if (node?.nodeType === Node.TEXT_NODE || node?.nodeType === Node.CDATA_SECTION_NODE)
      texts.add(node as Text);
  };
  const addAll = async (nodes: Iterable<Node>) => {
    for (const node of nodes) {
      add(node);
      const within = textWalker(node);
      while (within.nextNode()) {
        add(within.currentNode);
        if (pacer.due && !(await restAt(within, place, pacer))) break;
      }
    }
  };
  if (everything) await addAll(roots);
  await addAll(gone);
  const walker = textWalker(document);
  const isIn = (target: Node) => (node: Node | null) => node?.parentNode === target;
  const addBefore = (target: Node, next: Node | undefined) => {
    walker.currentNode = next ?? lastIn(target);
    if (!next && walker.currentNode.nodeType === Node.TEXT_NODE) add(walker.currentNode);
    else add(walker.previousNode());
  };
  const addAfter = (target: Node, previous: Node | undefined) => {
    walker.currentNode = previous ? lastIn(previous) : target;
    add(walker.nextNode());
  };
  for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
    if (pacer.due) await pacer.rest();
    if (type === 'characterData') {
      add(target);
      continue;
    }
    await addAll(removedNodes);
    if (!target.isConnected) continue;
    const here = isIn(target);
    const stretch = [previousSibling, ...addedNodes, nextSibling];
    addBefore(target, stretch.slice(1).find(here) ?? undefined);
    await addAll(addedNodes);
    addAfter(target, stretch.slice(0, -1).findLast(here) ?? undefined);
  }
  return texts;
}

function lastIn(node: Node): Node {
  let last = node;
  while (last.lastChild) last = last.lastChild;
  return last;
}

/** So much text is scanned at once, UTF-16 units. */
const AT_ONCE = 8192;

/** A text node to be read with all of its block; where it stands among others is found out later (places.ts). */
export const hotAgain = (node: Text, candidates: Candidate[] = []): HotText => ({
  node,
  text: node.data,
  at: 0,
  candidates,
  seam: true,
  heading: undefined,
});

/**
 * Scans text nodes that follow each other.
 * @param known so many of them, at the beginning, are there for the forms that run on from them only
 */
function scanInOrder(nodes: readonly Text[], known: number, matcher: Matcher): HotText[] {
  const scan = matcher.pieces();
  const texts = nodes.map((node) => (isLongCode(node) ? '' : node.data));
  let end = 0;
  const ends = Int32Array.from(texts, ({ length }) => (end += length));
  scan.feed(texts.join(''), ends, texts.length);
  scan.run();
  return scan.finds
    .filter(({ piece }) => piece >= known)
    .map(({ piece, candidates }) => hotAgain(nodes[piece], candidates));
}

/**
 * Scans changed texts together with the ends of their neighbours.
 * @returns those worth a closer look, and the neighbours into which a form runs
 */
export async function scanChanged(texts: Set<Text>, matcher: Matcher, pacer: Pacer): Promise<HotText[]> {
  const walker = textWalker(document);
  const hot: HotText[] = [];
  /** Text nodes that follow each other, the first of them known. */
  let group: Text[] = [];
  let known = 0;
  let length = 0;
  const scan = () => hot.push(...scanInOrder(group, known, matcher));
  const begin = (before: Text[]) => {
    group = before;
    known = before.length;
    length = 0;
  };
  const end = () => {
    const last = group.at(-1);
    if (!last) return;
    if (isHere(last)) {
      walker.currentNode = last;
      const next = walker.nextNode() as Text | null;
      if (next) group.push(next);
    }
    scan();
  };
  for (const node of texts) {
    if (pacer.due) await pacer.rest();
    if (!isHere(node)) continue;
    const last = group.at(-1);
    if (last) walker.currentNode = last;
    if (!last || walker.nextNode() !== node) {
      end();
      walker.currentNode = node;
      const before = [walker.previousNode(), walker.previousNode()] as (Text | null)[];
      begin(before.reverse().filter((text) => text !== null));
    } else if (length > AT_ONCE) {
      scan();
      begin(group.slice(-2));
    }
    group.push(node);
    length += node.length;
  }
  end();
  return hot;
}
