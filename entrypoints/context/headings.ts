import type { DomBlock } from '../content/blocks';
import { HEADINGS } from '../content/elements';
import { placeOf } from '../content/reading-order';

const itself = (heading: Element): Node => heading;

/** The page's headings, for blocks that come one by one. */
export class Headings {
  #list: Element[] = [];

  /**
   * Looks whether headings came or went.
   * @returns whether they did
   */
  refresh(root: ParentNode): boolean {
    const list = [...root.querySelectorAll(HEADINGS)];
    const same = list.length === this.#list.length && list.every((heading, i) => heading === this.#list[i]);
    this.#list = list;
    return !same;
  }

  /** Puts a block under the heading that it stands in or after. */
  assign(block: DomBlock): void {
    const { node } = block.pieces[0];
    block.heading = this.#list[placeOf(this.#list, itself, node) - 1];
    block.isHeading = block.heading?.contains(node) ?? false;
  }
}
