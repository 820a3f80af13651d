/** The node itself, or the host at its side of the shadow boundary that parts the two. */
function inOneTree(a: Node, b: Node): [Node, Node] {
  const chain: Node[] = [];
  for (let node: Node | null = a; node; node = (node.getRootNode() as Partial<ShadowRoot>).host ?? null)
    chain.push(node);
  for (let node: Node | null = b; node; node = (node.getRootNode() as Partial<ShadowRoot>).host ?? null) {
    const other = chain.find((candidate) => candidate.getRootNode() === node.getRootNode());
    if (other) return [other, node];
  }
  return [a, b];
}

/** Whether node `a` stands before node `b` in reading order. */
export function isBefore(a: Node, b: Node): boolean {
  let place = a.compareDocumentPosition(b);
  if (place & Node.DOCUMENT_POSITION_DISCONNECTED) {
    const [x, y] = inOneTree(a, b);
    place = x.compareDocumentPosition(y);
  }
  return (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/**
 * Index of the first item of a sorted list that does not stand before a node.
 * @param nodeOf where an item stands
 */
export function placeOf<T>(items: readonly T[], nodeOf: (item: T) => Node, node: Node): number {
  let low = 0;
  let high = items.length;
  // Nearly always it comes last.
  if (high > 0 && isBefore(nodeOf(items[high - 1]), node)) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(nodeOf(items[middle]), node)) low = middle + 1;
    else high = middle;
  }
  return low;
}
