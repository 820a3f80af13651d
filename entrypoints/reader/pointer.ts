import type { Settings } from '../../lib/settings';
import { closest } from '../content/elements';
import type { Match } from '../content/match';
import { type Box, contains, isOnTheWay, type Point } from './corridor';
import type { Event as MachineEvent } from './machine';
import { markAround } from './marks';

/** Slower than this (CSS pixels a millisecond) is a hand that rests, tremor included. */
const RESTING_SPEED = 0.1;
/** After a key went into an editor the pointer opens nothing for so long: whoever types is not reading. */
const TYPING_PAUSE = 1000;
/** A pressed pointer that goes this far (CSS pixels) drags; a hand that only presses strays less. */
const DRAG = 5;
/** A finger hits this far above or below what it aims at, in CSS pixels. */
const FINGER = 8;
/** A click on these does what the page wants with it. */
const CONTROLS =
  'a[href], button, input, select, textarea, summary, label, option, [role="button"], [role="link"], [role="tab"], [role="menuitem"], [contenteditable]:not([contenteditable="false"])';

export interface PointerWatch {
  /** The lit match at a point of the viewport. */
  matchAt(x: number, y: number): Match | undefined;
  /** The match of the inline mark that a target is in. */
  matchOfMark(target: EventTarget | undefined): Match | undefined;
  /** @param at when the hand did it, on the clock of `performance.now()` */
  dispatch(event: MachineEvent<Match>, at?: number): void;
  mode(): Settings['open'];
  /** The match whose card is open, and the card's edges. */
  shown(): { match: Match; edges: Box } | undefined;
}

export interface Pointer {
  /** Where the pointer was last seen. */
  last(): Point | undefined;
  /** To be called with what the pointer does in the card, which the guard keeps from everyone else. */
  onCard(event: PointerEvent): void;
}

/** The element that an event is about, as far as the outside of closed shadow roots goes. */
export const originOf = (event: Event): EventTarget | undefined => event.composedPath()[0];

/** Turns what pointer and finger do on the page into events of the machine. Ends with `signal`. */
export function watchPointer(watch: PointerWatch, signal: AbortSignal): Pointer {
  let last: (Point & { time: number }) | undefined;
  /** Where the pointer was last seen on the term whose card is open. */
  let onTerm: Point | undefined;
  /** Where on the page a press began that may become a drag. */
  let pressedAt: Point | undefined;
  let typedAt = Number.NEGATIVE_INFINITY;
  const { dispatch } = watch;

  /** `moved`: the hand moved the pointer, rather than the page moving under it; `at`: when it did. */
  const look = (point: Point, how: { moved: boolean; fast: boolean; alt: boolean; at?: number }) => {
    const shown = watch.shown();
    const match = watch.matchAt(point.x, point.y);
    const mode = watch.mode();
    const wanted = mode === 'hover' || (mode === 'modifier' && how.alt);
    if (match && (match === shown?.match || (wanted && how.moved))) {
      if (match === shown?.match) onTerm = point;
      const now = mode === 'modifier' && !how.fast;
      dispatch({ is: 'over', match, moving: how.fast, now }, how.at);
      return;
    }
    const toward = how.moved && !!shown && !!onTerm && isOnTheWay(point, onTerm, shown.edges);
    dispatch({ is: 'away', toward });
  };

  /** Whether a move is part of a drag that began on the page. */
  const isDrag = (event: PointerEvent) => {
    if (!event.buttons) pressedAt = undefined;
    return !!pressedAt && Math.hypot(event.clientX - pressedAt.x, event.clientY - pressedAt.y) > DRAG;
  };

  const onMove = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const point = { x: event.clientX, y: event.clientY, time: event.timeStamp };
    const way = last ? Math.hypot(point.x - last.x, point.y - last.y) : Number.POSITIVE_INFINITY;
    const fast = !last || way / Math.max(1, point.time - last.time) > RESTING_SPEED;
    const moved = way > 0;
    last = point;
    if (isDrag(event)) dispatch({ is: 'select' });
    else if (event.buttons) dispatch({ is: 'busy' });
    else if (event.timeStamp - typedAt > TYPING_PAUSE)
      look(point, { moved, fast, alt: event.altKey, at: point.time });
  };

  const onDown = (event: PointerEvent) => {
    if (!event.isTrusted || isOnScrollbar(event)) return;
    dispatch({ is: 'busy' });
    // A finger that comes down may be about to scroll: its click decides.
    if (event.pointerType === 'touch') return;
    if (event.button === 0) pressedAt = { x: event.clientX, y: event.clientY };
    if (!watch.matchAt(event.clientX, event.clientY)) dispatch({ is: 'outside' });
  };

  const onClick = (event: MouseEvent) => {
    const origin = originOf(event);
    if (!event.isTrusted || event.button !== 0) return;
    const touch = (event as PointerEvent).pointerType === 'touch';
    const { clientX: x, clientY: y } = event;
    // Assistive technology presses an inline mark without a point.
    let match = watch.matchAt(x, y) ?? watch.matchOfMark(origin);
    if (touch) match ??= watch.matchAt(x, y - FINGER) ?? watch.matchAt(x, y + FINGER);
    // In a shadow tree Chromium calls every selection collapsed, but tells its type.
    const selecting = !touch && getSelection()?.type === 'Range';
    const held = event.ctrlKey || event.metaKey || event.shiftKey;
    const holder = markAround(origin)?.parentElement ?? origin;
    const control = holder instanceof Element && closest(holder, CONTROLS);
    last = { x, y, time: event.timeStamp };
    if (match && !control && !selecting && !held) {
      onTerm = last;
      dispatch({ is: 'press', match });
    } else if (!match || control) dispatch({ is: 'outside' });
    // The second click of a double one, which took the word.
    else if (selecting && event.detail > 1) dispatch({ is: 'select' });
  };

  const onScroll = () => {
    const shown = watch.shown();
    if (last && shown && !contains(shown.edges, last)) look(last, { moved: false, fast: false, alt: false });
  };

  /** A press in another frame reaches this one only as the loss of the focus; that to another window is none. */
  const onBlur = (event: FocusEvent) => {
    if (!event.isTrusted || event.target !== window) return;
    const toInner = document.hasFocus() && document.activeElement instanceof HTMLIFrameElement;
    if (toInner || window !== window.top) dispatch({ is: 'outside' });
  };

  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;
    if (event.key === 'Alt') {
      if (watch.mode() === 'modifier' && last) look(last, { moved: true, fast: false, alt: true });
    } else if (event.key.length === 1 || event.key === 'Backspace' || event.key === 'Enter') {
      if (isEditor(event)) typedAt = event.timeStamp;
      dispatch({ is: 'busy' });
    }
  };

  /** Letting Alt go takes the focus to the browser's menu, but not where it was held for a card. */
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key === 'Alt' && watch.mode() === 'modifier' && watch.shown()) event.preventDefault();
  };

  const onInput = (event: Event) => {
    if (event.isTrusted) dispatch({ is: 'typing' });
  };

  const options = { capture: true, passive: true, signal };
  window.addEventListener('pointermove', onMove, options);
  // An iframe swallows the moves over it; what comes before them is that the pointer enters it.
  window.addEventListener('pointerover', (e) => e.target instanceof HTMLIFrameElement && onMove(e), options);
  document.documentElement.addEventListener(
    'pointerleave',
    (event) => event.isTrusted && event.pointerType !== 'touch' && dispatch({ is: 'away', toward: false }),
    { passive: true, signal },
  );
  window.addEventListener('pointerdown', onDown, options);
  window.addEventListener('click', onClick, options);
  window.addEventListener('scroll', onScroll, options);
  window.addEventListener('keydown', onKey, options);
  window.addEventListener('keyup', onKeyUp, { capture: true, signal });
  window.addEventListener('beforeinput', onInput, options);
  window.addEventListener('blur', onBlur, options);
  // The page may come back as it was left, but not the pointer, nor a card that was kept open on it.
  window.addEventListener('pagehide', () => dispatch({ is: 'close' }), options);
  return {
    last: () => last,
    onCard: (event) => {
      last = { x: event.clientX, y: event.clientY, time: event.timeStamp };
      dispatch({ is: isDrag(event) ? 'select' : 'card' });
    },
  };
}

/** On the window's own scrollbar, which is no part of the page. */
function isOnScrollbar({ target, clientX }: PointerEvent): boolean {
  const root = document.documentElement;
  return target === root && clientX >= root.clientWidth * root.currentCSSZoom;
}

/** Whether a key goes into something that takes text. */
export function isEditor(event: Event): boolean {
  const origin = originOf(event);
  return (
    origin instanceof HTMLElement &&
    (origin.isContentEditable || origin.matches('input, textarea, select, [role="textbox"]'))
  );
}
