import type { Shortcuts } from '../../lib/messages';
import { isEditor, originOf } from './pointer';

export interface KeyWatch {
  /** The card's host, while there is a card. */
  host(): Element | undefined;
  /** The card was opened by the keyboard and waits to be entered. */
  canEnter(): boolean;
  onClose(): void;
  onEnter(): void;
  /** Opens and enters the card of the inline mark that a target is; false where it is none. */
  onMark(target: EventTarget | undefined): boolean;
  /** Tab in the card; true when it led out of it. */
  onTab(backward: boolean): boolean;
  /** Goes to the next (1) or previous (-1) term. */
  onStep(by: 1 | -1): void;
  /**
   * The keys of the steps. The browser takes them itself before a page sees them; where it doesn't (a window without the
   * browser's own key handling, as kiosks have it), they are taken here.
   */
  shortcuts(): Shortcuts;
}

/** The keys with which a shortcut is written in the browser's settings and which an event names otherwise. */
const NAMES: Record<string, string> = { '.': 'Period', ',': 'Comma', ' ': 'Space' };

/** Whether a key event is what a shortcut of the browser's settings (`Alt+Period`, `Ctrl+Shift+Y`) stands for. */
export function isShortcut(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'shiftKey' | 'metaKey'>,
  shortcut: string,
): boolean {
  const parts = shortcut.split('+');
  const key = parts.pop() || (shortcut.endsWith('+') ? '+' : '');
  if (!key) return false;
  const held = new Set(parts.map((part) => (part === 'MacCtrl' ? 'Ctrl' : part)));
  const name = NAMES[key] ?? key;
  const pressed = NAMES[event.key] ?? event.key;
  // With Alt held, some keyboards type another character: the key's place tells then.
  const hit =
    pressed.toLowerCase() === name.toLowerCase() || event.code === name || event.code === `Key${name}`;
  return (
    hit &&
    event.altKey === held.has('Alt') &&
    event.ctrlKey === held.has('Ctrl') &&
    event.shiftKey === held.has('Shift') &&
    event.metaKey === held.has('Command')
  );
}

/**
 * The keyboard on a page with lit terms. Ends with `signal`.
 * @returns to be called with keys pressed in the card, which the guard keeps from everyone else
 */
export function watchKeys(watch: KeyWatch, signal: AbortSignal): (event: KeyboardEvent) => void {
  const take = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.isComposing) return;
    const host = watch.host();
    const inCard = host !== undefined && originOf(event) === host;
    const { next, previous } = watch.shortcuts();
    if (event.key === 'Escape' && host) {
      take(event);
      watch.onClose();
    } else if ((event.key === 'Enter' || event.key === ' ') && !inCard && watch.onMark(originOf(event))) {
      take(event);
    } else if (event.key === 'Enter' && !inCard && watch.canEnter() && !isEditor(event)) {
      take(event);
      watch.onEnter();
    } else if (event.key === 'Tab' && inCard) {
      if (watch.onTab(event.shiftKey)) take(event);
    } else if (isShortcut(event, next)) {
      take(event);
      watch.onStep(1);
    } else if (isShortcut(event, previous)) {
      take(event);
      watch.onStep(-1);
    }
  };
  window.addEventListener('keydown', onKey, { capture: true, signal });
  return onKey;
}
