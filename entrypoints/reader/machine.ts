/*
 * When the card comes and when it goes: one pure reducer. docs/card.md draws its diagram, test/unit/machine.test.ts goes
 * along every edge of it. `M` is a match on the page; it is compared by identity alone.
 */

/** The pointer rests this long before a card opens: long enough that reading with the pointer opens nothing. */
export const OPEN_DELAY = 250;
/** A card stays this long after the pointer left: WCAG 2.2, 1.4.13 wants the way from the term into the card open. */
export const LEAVE_DELAY = 300;
/** With a card open, another term under the pointer takes it over after this rest. */
export const SWITCH_DELAY = 250;

/** What brought the card up: the pointer takes away only what the pointer brought. */
export type By = 'hover' | 'press' | 'keys';

export type State<M> =
  /** No card, and the pointer rests on no term. */
  | { at: 'idle' }
  /** The pointer came to a term. */
  | { at: 'waiting'; match: M }
  /**
   * The card is there. `focus`: the keyboard's focus is in it; `used`: the reader has pressed something in it. With either
   * the pointer has no say, nor has scrolling.
   */
  | { at: 'open'; match: M; by: By; focus: boolean; used: boolean }
  /** The card is still there, but the pointer left it and its term; `next`: for another term. */
  | { at: 'leaving'; match: M; by: By; next?: M }
  /** The reader asked the card to stay. */
  | { at: 'pinned'; match: M };

export type Event<M> =
  /** The pointer moved on a term. `moving`: faster than a resting hand; `now`: the reader asks for it (held key). */
  | { is: 'over'; match: M; moving: boolean; now?: boolean }
  /** The pointer moved and is on no term and not on the card. `toward`: it is on the way from the term to the card. */
  | { is: 'away'; toward: boolean }
  /** The pointer is on the card. */
  | { is: 'card' }
  /** The delay of the present state is over. */
  | { is: 'time' }
  /** Click or tap on a term. */
  | { is: 'press'; match: M }
  /** Click or tap elsewhere. */
  | { is: 'outside' }
  /** The keyboard went to a term. */
  | { is: 'step'; match: M }
  /** The keyboard's focus came into the card, or left it. */
  | { is: 'focus'; inside: boolean }
  /** The reader presses something in the card. */
  | { is: 'use' }
  /** The reader presses keys, or a button of the pointer. */
  | { is: 'busy' }
  /** The reader drags from a place on the page, or selects a word of it: what is to be selected must be seen. */
  | { is: 'select' }
  /** The reader types into a field of the page. */
  | { is: 'typing' }
  /** The term was scrolled out of view. */
  | { is: 'hidden' }
  /** The term is no longer on the page. */
  | { is: 'gone' }
  | { is: 'pin' }
  /** Esc, or the card's close button. */
  | { is: 'close' };

const IDLE = { at: 'idle' } as const;
const open = <M>(match: M, by: By): At<M, 'open'> => ({ at: 'open', match, by, focus: false, used: false });

/** The state after an event; the same object where nothing changed, a new one where the delay begins anew. */
export function reduce<M>(state: State<M>, event: Event<M>): State<M> {
  if (state.at === 'pinned') return fromPinned(state, event);
  // What the reader asks for in so many words counts in every other state.
  if (event.is === 'step') return open(event.match, 'keys');
  if (event.is === 'press') return open(event.match, 'press');
  if (event.is === 'over' && event.now && !isShown(state, event.match)) return open(event.match, 'hover');
  switch (state.at) {
    case 'idle':
      return event.is === 'over' ? { at: 'waiting', match: event.match } : state;
    case 'waiting':
      return fromWaiting(state, event);
    case 'open':
      return fromOpen(state, event);
    case 'leaving':
      return fromLeaving(state, event);
  }
}

/** How long a state lasts until `time` comes, in milliseconds; undefined: without end. */
export function delayOf(state: State<unknown>): number | undefined {
  if (state.at === 'waiting') return OPEN_DELAY;
  if (state.at === 'leaving') return state.next === undefined ? LEAVE_DELAY : SWITCH_DELAY;
  return undefined;
}

/** The match whose card is to be seen. */
export function shownIn<M>(state: State<M>): M | undefined {
  return state.at === 'idle' || state.at === 'waiting' ? undefined : state.match;
}

/** Whether the card is there until the reader does away with it, whatever the pointer does. */
export function stays(state: State<unknown>): boolean {
  if (state.at === 'open') return state.used || state.by !== 'hover';
  return state.at === 'pinned' || (state.at === 'leaving' && state.by !== 'hover');
}

const isShown = <M>(state: State<M>, match: M) => shownIn(state) === match;

type At<M, S extends State<M>['at']> = Extract<State<M>, { at: S }>;

function fromWaiting<M>(state: At<M, 'waiting'>, event: Event<M>): State<M> {
  switch (event.is) {
    case 'over':
      return event.match === state.match && !event.moving ? state : { at: 'waiting', match: event.match };
    case 'time':
      return open(state.match, 'hover');
    case 'focus':
    case 'use':
    case 'pin':
      return state;
    default:
      return IDLE;
  }
}

function fromOpen<M>(state: At<M, 'open'>, event: Event<M>): State<M> {
  const { match, by } = state;
  const held = state.focus || state.used;
  switch (event.is) {
    case 'over':
      return event.match === match || held ? state : { at: 'leaving', match, by, next: event.match };
    case 'away':
      return by !== 'hover' || held ? state : { at: 'leaving', match, by };
    case 'focus':
      return event.inside === state.focus ? state : { ...state, focus: event.inside };
    case 'use':
      return state.used ? state : { ...state, used: true };
    case 'hidden':
      return held ? state : IDLE;
    case 'pin':
      return { at: 'pinned', match };
    case 'close':
    case 'outside':
    case 'select':
    case 'typing':
    case 'gone':
      return IDLE;
    default:
      return state;
  }
}

function fromLeaving<M>(state: At<M, 'leaving'>, event: Event<M>): State<M> {
  const { match, by, next } = state;
  switch (event.is) {
    case 'over':
      if (event.match === match) return open(match, by);
      return event.match === next && !event.moving ? state : { at: 'leaving', match, by, next: event.match };
    case 'away':
      if (by !== 'hover') return open(match, by);
      return event.toward || next !== undefined ? { at: 'leaving', match, by } : state;
    case 'card':
      return open(match, by);
    case 'focus':
      return event.inside ? { ...open(match, by), focus: true } : state;
    case 'use':
      return { ...open(match, by), used: true };
    case 'busy':
      return next === undefined ? state : { at: 'leaving', match, by };
    case 'time':
      return next === undefined ? IDLE : open(next, 'hover');
    case 'pin':
      return { at: 'pinned', match };
    default:
      return IDLE;
  }
}

function fromPinned<M>(state: At<M, 'pinned'>, event: Event<M>): State<M> {
  switch (event.is) {
    case 'press':
    case 'step':
      return event.match === state.match ? state : { at: 'pinned', match: event.match };
    case 'pin':
      // The pin was pressed in the card.
      return { ...open(state.match, 'press'), used: true };
    case 'close':
      return IDLE;
    default:
      return state;
  }
}
