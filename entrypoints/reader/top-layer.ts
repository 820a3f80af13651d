import { ownOf } from '../content/elements';
import { shownParentOf } from './shown-tree';

/** The open shadow root of an element, if it has one. */
const shadowOf = ({ shadowRoot }: Element) => (shadowRoot instanceof ShadowRoot ? shadowRoot : undefined);

const matches = (element: Element, selector: string) => ownOf(element, 'matches').call(element, selector);

/** Whether an element stands above the page, by itself. */
export const isInTopLayer = (element: Element): boolean => matches(element, ':modal, :popover-open');

/** The element at a point of the viewport, in open shadow trees, too. */
function deepestAt(x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y);
  for (;;) {
    const inner = hit && shadowOf(hit)?.elementFromPoint(x, y);
    // A root names its host where nothing of its own is hit.
    if (!inner || inner === hit) return hit;
    hit = inner;
  }
}

/**
 * The modal dialog or fullscreen element outside of which everything is inert. Where there are several it is the one that
 * came last, which only what can be hit tells.
 * @param roots where to look, besides the document
 */
export function topmostModal(roots: readonly ShadowRoot[]): Element | undefined {
  const modals = [document, ...roots].flatMap((root) => [...root.querySelectorAll(':modal')]);
  for (const modal of modals) {
    const { left, right, top, bottom } = modal.getBoundingClientRect();
    const hit = deepestAt((left + right) / 2, (top + bottom) / 2);
    for (let at = hit; at; at = shownParentOf(at)) if (matches(at, ':modal')) return at;
  }
  return modals.at(-1);
}

/**
 * What must hold the card's host so that it can be seen and used: outside a modal dialog or a fullscreen element everything
 * is inert, and a press outside an open popover closes that.
 * @param element that holds the term
 * @param roots where to look for what is modal, besides the document
 */
export function holderFor(element: Element, roots: readonly ShadowRoot[]): Element | ShadowRoot {
  const modal = topmostModal(roots);
  let popover: Element | undefined;
  let at: Element | null = element;
  for (; at && at !== modal; at = shownParentOf(at)) if (matches(at, ':popover-open')) popover ??= at;
  // A popover outside what is modal is inert as well.
  const holder = (at === modal ? popover : undefined) ?? modal ?? popover ?? document.documentElement;
  // Beside a shadow tree nothing is shown but what is in its slots.
  return shadowOf(holder) ?? holder;
}
