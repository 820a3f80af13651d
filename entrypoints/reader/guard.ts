/*
 * What the reader does in the card stays there. Events in a closed shadow root still pass by the window on their way in,
 * with the host as their target; they are stopped there, before any listener of the page that is not on the window
 * itself. Stopping an event leaves its default action (focus, scrolling, following a link, pressing a button by key), but
 * the card's own listeners are not called either, so that clicks are handed in anew, as events that end at the root.
 */

const PASSIVE = ['wheel', 'touchstart', 'touchmove', 'touchend', 'touchcancel'];
const ACTIVE =
  'click dblclick auxclick contextmenu mousedown mouseup mousemove mouseover mouseout pointerdown pointerup pointermove pointerover pointerout pointercancel gotpointercapture lostpointercapture keydown keyup keypress focus blur focusin focusout copy cut paste selectstart dragstart drag dragend beforeinput input'.split(
    ' ',
  );

export interface Guard {
  /** The card's host and root, while there is a card. */
  card(): { host: Element; root: ShadowRoot } | undefined;
  /** Called with each trusted event in the card, before it ends. */
  onEvent(event: Event): void;
}

/** Keeps events in the card from the page. Ends with `signal`. */
export function guardEvents({ card, onEvent }: Guard, signal: AbortSignal): void {
  /** The button on which a press began that will end in a click. */
  let pressed: Element | undefined;

  const buttonAt = (root: ShadowRoot, event: MouseEvent) =>
    root.elementFromPoint(event.clientX, event.clientY)?.closest('button') ?? undefined;

  const handle = (event: Event) => {
    const open = card();
    if (!open || event.target !== open.host || !event.isTrusted) return;
    const { root } = open;
    onEvent(event);
    if (event.type === 'pointerdown') pressed = buttonAt(root, event as PointerEvent);
    else if (event.type === 'keydown' && ['Enter', ' '].includes((event as KeyboardEvent).key))
      pressed = root.activeElement?.closest('button') ?? undefined;
    else if (event.type === 'click') {
      const button = pressed;
      pressed = undefined;
      const { detail } = event as MouseEvent;
      // A click that nothing led to comes from assistive technology, and nothing here tells which button is meant: it
      // goes its own way, and ends at the root.
      if (!button && detail === 0) return;
      event.stopImmediatePropagation();
      if (button?.isConnected && (detail === 0 || buttonAt(root, event as MouseEvent) === button))
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: false }));
      return;
    }
    event.stopImmediatePropagation();
  };
  for (const type of ACTIVE) window.addEventListener(type, handle, { capture: true, signal });
  for (const type of PASSIVE)
    window.addEventListener(type, handle, { capture: true, passive: true, signal });
}

/** Ends at the root what was let in. */
export function endAtRoot(root: ShadowRoot): void {
  root.addEventListener('click', (event) => event.stopPropagation());
}
