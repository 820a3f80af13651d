import type { Matcher } from '../../glossary/matcher';
import { type HotText, isLongCode } from '../content/hot-texts';
import type { Pacer } from '../content/pacer';
import type { Changes } from '../content/watcher';

/** Whether a node is in this page: it may have gone over to that of another frame. */
export const isHere = (node: Node): boolean => node.isConnected && node.ownerDocument === document;

/** Every text node at or under a node, in reading order. */
export function* textsIn(node: Node): Generator<Text> {
  if (node.nodeType === Node.TEXT_NODE) yield node as Text;
  else {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) yield walker.currentNode as Text;
  }
}

/**
 * The text nodes to be looked at after some changes: what is new, what is other, what stands beside it, and what is gone.
 * @param roots all that is read: the body and the open shadow roots
 * @returns in the order of the changes; those no longer in the page are among them
 */
export function changedTexts({ records, everything }: Changes, roots: readonly Node[]): Set<Text> {
  const texts = new Set<Text>();
  const add = (node: Node | null) => {
    if (node) for (const text of textsIn(node)) texts.add(text);
  };
  if (everything) roots.forEach(add);
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
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
    if (type === 'characterData') {
      add(target);
      continue;
    }
    removedNodes.forEach(add);
    if (!target.isConnected) continue;
    const here = isIn(target);
    const stretch = [previousSibling, ...addedNodes, nextSibling];
    addBefore(target, stretch.slice(1).find(here) ?? undefined);
    addedNodes.forEach(add);
    addAfter(target, stretch.slice(0, -1).findLast(here) ?? undefined);
  }
  return texts;
}

function lastIn(node: Node): Node {
  let last = node;
  while (last.lastChild) last = last.lastChild;
  return last;
}

/**
 * Scans changed texts together with the ends of their neighbours.
 * @returns those worth a closer look, and the neighbours into which a form runs
 */
export async function scanChanged(texts: Set<Text>, matcher: Matcher, pacer: Pacer): Promise<HotText[]> {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  const hot: HotText[] = [];
  let scan = matcher.pieces();
  const feed = (node: Text) => {
    if (isLongCode(node)) return;
    const text = node.data;
    scan.feed(text);
    if (scan.found.length || scan.crossing)
      hot.push({ node, text, candidates: scan.found, seam: true, heading: undefined });
  };
  const feedNext = () => {
    const next = walker.nextNode() as Text | null;
    if (next) feed(next);
  };
  let last: Text | undefined;
  for (const node of texts) {
    if (pacer.due) await pacer.rest();
    if (!isHere(node)) continue;
    if (last) walker.currentNode = last;
    if (!last || walker.nextNode() !== node) {
      if (last) {
        walker.currentNode = last;
        feedNext();
      }
      scan = matcher.pieces();
      walker.currentNode = node;
      const before = [walker.previousNode(), walker.previousNode()];
      for (const earlier of before.reverse() as (Text | null)[])
        if (earlier && !isLongCode(earlier)) scan.feed(earlier.data);
    }
    feed(node);
    last = node;
  }
  if (last && isHere(last)) {
    walker.currentNode = last;
    feedNext();
  }
  return hot;
}
