import { atGate } from '../../lib/gate';
import { originOf } from './pointer';

/*
 * What the reader does in the card stays there. Events in a closed shadow root still pass by the window on their way in,
 * with the host as their target; they are stopped there, before any listener of the page (lib/gate.ts). Stopping an event
 * leaves its default action (focus, scrolling, following a link, pressing a button by key), but the card's own listeners
 * are not called either, so that clicks are handed in anew, as events that end at the root.
 */

/** What a click is handed in to. An anchor is none of these: following it is the browser's own doing. */
const CONTROL = 'button, [role="link"]';

export interface Guard {
  /** The card's host and root, while there is a card. */
  card(): { host: Element; root: ShadowRoot } | undefined;
  /** Called with each trusted event in the card, before it ends. */
  onEvent(event: Event): void;
}

/** Keeps events in the card from the page. Ends with `signal`. */
export function guardEvents({ card, onEvent }: Guard, signal: AbortSignal): void {
  /** The control on which a press began that will end in a click. */
  let pressed: Element | undefined;

  const controlAt = (root: ShadowRoot, event: MouseEvent) =>
    root.elementFromPoint(event.clientX, event.clientY)?.closest(CONTROL) ?? undefined;
  const handIn = (control: Element) =>
    control.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: false }));

  const handle = (event: Event) => {
    const open = card();
    if (!open || originOf(event) !== open.host || !event.isTrusted) return;
    const { root } = open;
    onEvent(event);
    if (event.type === 'pointerdown') pressed = controlAt(root, event as PointerEvent);
    else if (event.type === 'keydown') {
      const { key, repeat } = event as KeyboardEvent;
      const control = key === 'Enter' || key === ' ' ? root.activeElement?.closest(CONTROL) : undefined;
      // The browser makes a click of a key only for its own controls.
      if (control && !(control instanceof HTMLButtonElement)) {
        if (key === 'Enter' && !repeat) handIn(control);
      } else pressed = control ?? undefined;
    } else if (event.type === 'click') {
      const control = pressed;
      pressed = undefined;
      const { detail } = event as MouseEvent;
      // A click that nothing led to comes from assistive technology, and nothing here tells what is meant: it goes its
      // own way, and ends at the root.
      if (!control && detail === 0) return;
      if (control?.isConnected && (detail === 0 || controlAt(root, event as MouseEvent) === control))
        handIn(control);
    }
    event.stopImmediatePropagation();
  };
  atGate(handle, signal);
}

/** Ends at the root what was let in. */
export function endAtRoot(root: ShadowRoot): void {
  root.addEventListener('click', (event) => event.stopPropagation());
}
