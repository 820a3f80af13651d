import type { Surface } from './surface';

/** What has the page's focus, in its open shadow roots, too. */
function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Whether the focus is in this frame itself, and not in a frame inside it. */
export const hasFocus = (): boolean =>
  document.hasFocus() && !(document.activeElement instanceof HTMLIFrameElement);

/** The way of the page's focus into the card, and back to where the reader was. */
export class FocusPath {
  /** What had the focus before the card took it. */
  #cameFrom: Element | null = null;
  /** What had the focus when the keyboard last went to a term; undefined: it went to none. */
  #steppedFrom: Element | null | undefined;

  /** The keyboard goes to a term. */
  noteStep(): void {
    this.#steppedFrom = focused();
  }

  /** Whether the reader went nowhere since the last step. */
  get isWhereStepped(): boolean {
    return this.#steppedFrom !== undefined && focused() === this.#steppedFrom;
  }

  /** The card is gone. */
  forgetStep(): void {
    this.#steppedFrom = undefined;
  }

  enter(surface: Surface | undefined): void {
    this.#cameFrom = focused();
    surface?.dialog?.focus();
  }

  /** Puts the focus back where it was before the card had it. */
  giveBack(): void {
    const from = this.#cameFrom as (Element & Partial<HTMLOrSVGElement>) | null;
    if (from?.isConnected) from.focus?.({ preventScroll: true });
    this.#cameFrom = null;
  }
}

/** Whether the focus is on the card's last control, or, going backward, on its first or on the card itself. */
export function isAtEnd({ stops, root, dialog }: Surface, backward: boolean): boolean {
  const { activeElement } = root;
  if (!activeElement) return false;
  return backward ? activeElement === stops[0] || activeElement === dialog : activeElement === stops.at(-1);
}
