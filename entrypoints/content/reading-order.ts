/** Bits of `compareDocumentPosition`. */
const DISCONNECTED = 1;
const FOLLOWING = 4;

/** The node and the hosts of the shadow trees that it stands in, the innermost first. */
function hostsOf(node: Node): Node[] {
  const hosts: Node[] = [];
  for (let at: Node | null = node; at; at = (at.getRootNode() as Partial<ShadowRoot>).host ?? null)
    hosts.push(at);
  return hosts;
}

/** Whether node `a` stands before node `b` in reading order. */
export function isBefore(a: Node, b: Node): boolean {
  const place = a.compareDocumentPosition(b);
  if (!(place & DISCONNECTED)) return (place & FOLLOWING) > 0;
  for (const x of hostsOf(a)) {
    for (const y of hostsOf(b)) {
      const hosts = x.compareDocumentPosition(y);
      if (!(hosts & DISCONNECTED)) return (hosts & FOLLOWING) > 0;
    }
  }
  return false;
}

/**
 * Index of the first item of a sorted list that does not stand before a node.
 * @param nodeOf where an item stands
 */
export function placeOf<T>(items: ArrayLike<T>, nodeOf: (item: T) => Node, node: Node): number {
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
