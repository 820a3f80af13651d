import { TEXT_NODE } from './blocks';
import type { ReadRoot } from './elements';
import type { Changes } from './watcher';

/** An element with more children is not read for the sake of one that came. */
const MANY_CHILDREN = 100;

/** Whether a node is one that can be read, and in the page. */
export const isRoot = (node: Node | null): node is ReadRoot => !!node?.isConnected && 'children' in node;

/** The smallest elements that hold all that came or changed. */
export function changedRoots({ records, everything }: Changes, root: ReadRoot): Set<ReadRoot> {
  if (everything) return new Set([root]);
  const roots = new Set<Node | null>();
  for (const { type, target, addedNodes } of records) {
    if (type === 'characterData') roots.add(target.parentNode);
    else if (target.childNodes.length <= MANY_CHILDREN) roots.add(target);
    else for (const node of addedNodes) roots.add(node.nodeType === TEXT_NODE ? node.parentNode : node);
  }
  return new Set([...roots].filter(isRoot));
}
