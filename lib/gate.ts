/*
 * Listeners on the window hear of an event in the order in which they came. For what a reader does in the card to stay
 * there, Termlight's must have come before any of the page's own: the gate does that, and nothing else, before the page's
 * first script runs. The card's part of the page side then hands it what to do.
 */

type Handler = (event: Event) => void;

/** In the world that all content scripts of a frame share; a page's elements show in it under strings, but no page sees it. */
const GATE = Symbol.for('gate');
const world = globalThis as unknown as Record<symbol, { handle?: Handler | undefined } | undefined>;

/** What a reader does in a card. Moves of the pointer are not among them: they would cost every page something. */
const ACTS =
  'click dblclick auxclick contextmenu mousedown mouseup pointerdown pointerup keydown keyup keypress focus blur focusin focusout copy cut selectstart dragstart';
/** A listener that could hold these up would make the page's scrolling wait. */
const PASSIVE_ACTS = 'touchstart touchend wheel';
const MOVES =
  'mousemove mouseover mouseout pointermove pointerover pointerout pointercancel touchmove touchcancel';

const CAPTURE = { capture: true };
const PASSIVE = { capture: true, passive: true };

function listen(types: string, handler: Handler, options: AddEventListenerOptions): void {
  for (const type of types.split(' ')) addEventListener(type, handler, options);
}

/** Comes before the page's own listeners. To be called before the page's first script. */
export function openGate(): void {
  const gate: (typeof world)[symbol] = {};
  world[GATE] = gate;
  const relay = (event: Event) => gate.handle?.(event);
  listen(ACTS, relay, CAPTURE);
  listen(PASSIVE_ACTS, relay, PASSIVE);
}

/** Hears of every event on the page before the page does. Ends with `signal`. */
export function atGate(handle: Handler, signal: AbortSignal): void {
  const gate = world[GATE];
  listen(MOVES, handle, { ...PASSIVE, signal });
  if (gate) {
    gate.handle = handle;
    signal.addEventListener('abort', () => {
      if (gate.handle === handle) gate.handle = undefined;
    });
  } else {
    // The page was there before Termlight was.
    listen(ACTS, handle, { ...CAPTURE, signal });
    listen(PASSIVE_ACTS, handle, { ...PASSIVE, signal });
  }
}
