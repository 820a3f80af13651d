import { autoUpdate, computePosition, hide, offset, shift, size } from '@floating-ui/dom';
import type { Spot } from './lines';

/** Between the term's line and the card, in CSS pixels: near enough that the eye connects the two. */
const GAP = 8;
/** The card keeps so far from the edges of the window. */
const MARGIN = 8;
/** Below this width of the window the card is a sheet over its whole width. */
const SHEET_BELOW = 480;
/** No card gets higher: beyond this the eye loses the term. */
const MAX_HEIGHT = 560;
/** Below this height the card's rows get low, and its text scrolls between them. */
const SHORT = 260;
/** Below this height nothing would be left between the rows: but for the bar, the card scrolls as a whole. */
const TINY = 150;
/** With this much room a side of the term will do, though the whole card is higher: it scrolls. */
const ENOUGH_ROOM = 320;
/** A side with less room than this is left for the other one, if that has more. */
const LEAST_ROOM = 160;

/** Height of the window, in CSS pixels, without the scrollbar of a page that is wider. */
const windowHeight = () => document.scrollingElement?.clientHeight ?? innerHeight;

export interface Anchor {
  /** Where the term is now, in CSS pixels of the viewport. */
  spot(): Spot;
  /** The element that holds the term. */
  element: Element;
}

export type Room = 'enough' | 'short' | 'tiny';

export interface PlaceOptions {
  /** Called when the term is scrolled out of view. */
  onHidden(): void;
  /** Called after each placing: how much height there is for the card. */
  onRoom(room: Room): void;
}

/** Chromium goes through every highlight of a page after any change, so that nothing is written twice. */
function set(box: HTMLElement, property: 'maxHeight' | 'translate', value: string): void {
  if (box.style[property] !== value) box.style[property] = value;
}

/**
 * Places a box (`position: fixed`) below or above the term's line, never over it, and keeps it there while the page
 * scrolls and changes; where the term leaves the window, the box stops at its edge. In a narrow window the box becomes a sheet at the bottom, or at the top where the term is low.
 * @returns the undo
 */
export function place(box: HTMLElement, anchor: Anchor, options: PlaceOptions): () => void {
  const rtl = getComputedStyle(anchor.element).direction === 'rtl';
  // The side is chosen once, so that the card doesn't jump when the reader unfolds more of it.
  let side: 'top' | 'bottom' | undefined;
  const reference = { getBoundingClientRect: () => anchor.spot().box, contextElement: anchor.element };

  const room = (height: number) => {
    set(box, 'maxHeight', `${Math.max(0, Math.floor(height))}px`);
    options.onRoom(height < TINY ? 'tiny' : height < SHORT ? 'short' : 'enough');
  };
  const asSheet = async () => {
    const { box: line } = anchor.spot();
    const below = windowHeight() - line.bottom - GAP;
    const above = line.top - GAP;
    const low = below < Math.min(box.scrollHeight, windowHeight() / 2) && above > below;
    const sheet = low ? 'top' : 'bottom';
    if (box.dataset.sheet !== sheet) box.dataset.sheet = sheet;
    set(box, 'translate', '');
    room(Math.min(low ? above : below, windowHeight() * 0.7));
    const { middlewareData } = await computePosition(reference, box, {
      strategy: 'fixed',
      middleware: [hide()],
    });
    if (middlewareData.hide?.referenceHidden) options.onHidden();
  };
  const chooseSide = (spot: Spot): 'top' | 'bottom' => {
    const room = {
      top: spot.box.top - GAP - MARGIN,
      bottom: windowHeight() - spot.box.bottom - GAP - MARGIN,
    };
    const other = { top: 'bottom', bottom: 'top' } as const;
    const first = side ?? spot.side;
    const least = side ? LEAST_ROOM : Math.min(box.scrollHeight, ENOUGH_ROOM);
    return room[first] >= least || room[first] >= room[other[first]] ? first : other[first];
  };
  const asCard = async () => {
    delete box.dataset.sheet;
    side = chooseSide(anchor.spot());
    const { x, y, middlewareData } = await computePosition(reference, box, {
      strategy: 'fixed',
      placement: `${side}-${rtl ? 'end' : 'start'}`,
      middleware: [
        offset(GAP),
        shift({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply: ({ availableHeight }) => room(Math.min(availableHeight, MAX_HEIGHT)),
        }),
        hide(),
      ],
    });
    const lowest = windowHeight() - MARGIN - box.offsetHeight;
    const top = Math.max(MARGIN, Math.min(y, lowest));
    set(box, 'translate', `${Math.round(x)}px ${Math.round(top)}px`);
    if (middlewareData.hide?.referenceHidden) options.onHidden();
  };
  const update = () => void (innerWidth < SHEET_BELOW ? asSheet() : asCard());
  return autoUpdate(reference, box, update);
}
