import type { ReadRoot } from './elements';
import type { Pacer } from './pacer';

/** `NodeFilter.SHOW_ELEMENT`. */
const ELEMENTS = 1;
/** Elements looked at between two looks at the clock. */
const STRIDE = 512;

/** The open shadow roots at and under a node, those inside others included; an outer one stands before its inner ones. */
export async function findShadowRoots(from: ReadRoot, pacer: Pacer): Promise<ShadowRoot[]> {
  const { shadowRoot: own } = from as Partial<Element>;
  const found = own ? [own] : [];
  const queue: Node[] = [from, ...found];
  let stride = STRIDE;
  for (let root = queue.shift(); root; root = queue.shift()) {
    const walker = document.createTreeWalker(root, ELEMENTS);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { shadowRoot } = node as Element;
      // What a form has under that name may be one of its fields.
      if (shadowRoot?.host) {
        found.push(shadowRoot);
        queue.push(shadowRoot);
      }
      if (--stride > 0) continue;
      stride = STRIDE;
      if (pacer.due) await pacer.rest();
    }
  }
  return found;
}
