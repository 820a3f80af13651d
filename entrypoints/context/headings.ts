import type { DomBlock } from '../content/blocks';
import { HEADINGS } from '../content/elements';
import type { Pacer } from '../content/pacer';
import { isBefore, placeOf } from '../content/reading-order';
import { inSlices } from './changes';

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
    this.#put(block, placeOf(this.#list, itself, block.pieces[0].node));
  }

  /**
   * The same for many, in reading order. Each is compared with the next heading only, and never the other way round: browsers go from
   * the one that is asked to the other by their siblings, and where that does not follow, to the last of them.
   */
  async assignAll(blocks: readonly DomBlock[], pacer: Pacer): Promise<void> {
    let next = 0;
    await inSlices(blocks, pacer, (block) => {
      while (next < this.#list.length && !isBefore(block.pieces[0].node, this.#list[next])) next++;
      this.#put(block, next);
    });
  }

  /** @param next the place of the first heading after it */
  #put(block: DomBlock, next: number): void {
    block.heading = this.#list[next - 1];
    block.isHeading = block.heading?.contains(block.pieces[0].node) ?? false;
  }
}
