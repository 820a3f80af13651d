import { scrollersAround } from '../content/reveal';

interface Place {
  /** Where the reader was. */
  from: { left: number; top: number };
  /** Where the steps went. */
  to: { left: number; top: number };
}

/** A browser may round what it is told, in CSS pixels. */
const NEAR = 2;

const placeOf = ({ scrollLeft, scrollTop }: Element) => ({ left: scrollLeft, top: scrollTop });

/** The way back to what the reader saw before the keyboard went from term to term. */
export class WayBack {
  #places = new Map<Element, Place>();

  /** Does what scrolls to a term, and notes where it began. Where the reader has scrolled since, the way begins anew. */
  note(range: StaticRange, scroll: () => void): void {
    if (this.#hasLeft()) this.forget();
    const scrollers = scrollersAround(range.startContainer);
    if (document.scrollingElement) scrollers.push(document.scrollingElement);
    const before = scrollers.map(placeOf);
    scroll();
    scrollers.forEach((scroller, index) => {
      const from = this.#places.get(scroller)?.from ?? before[index];
      this.#places.set(scroller, { from, to: placeOf(scroller) });
    });
  }

  /** Scrolls back, unless the reader has scrolled since. */
  take(): void {
    if (!this.#hasLeft())
      for (const [scroller, { from }] of this.#places) scroller.scrollTo({ ...from, behavior: 'instant' });
    this.forget();
  }

  forget(): void {
    this.#places.clear();
  }

  #hasLeft(): boolean {
    return [...this.#places].some(([scroller, { to }]) => {
      const { left, top } = placeOf(scroller);
      return Math.abs(left - to.left) > NEAR || Math.abs(top - to.top) > NEAR;
    });
  }
}
