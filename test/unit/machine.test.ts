import { describe, expect, test } from 'vitest';
import {
  delayOf,
  type Event,
  LEAVE_DELAY,
  OPEN_DELAY,
  reduce,
  type State,
  SWITCH_DELAY,
  shownIn,
  stays,
} from '../../entrypoints/reader/machine';

/** A and B stand for two terms on a page. */
type Match = 'A' | 'B';
type S = State<Match>;
type E = Event<Match>;

const idle: S = { at: 'idle' };
const waiting: S = { at: 'waiting', match: 'A' };
const hover: S = { at: 'open', match: 'A', by: 'hover', focus: false, used: false };
const press: S = { at: 'open', match: 'A', by: 'press', focus: false, used: false };
const keys: S = { at: 'open', match: 'A', by: 'keys', focus: false, used: false };
const inside: S = { at: 'open', match: 'A', by: 'keys', focus: true, used: false };
const used: S = { at: 'open', match: 'A', by: 'hover', focus: false, used: true };
const leaving: S = { at: 'leaving', match: 'A', by: 'hover' };
const switching: S = { at: 'leaving', match: 'A', by: 'hover', next: 'B' };
const switchingKeys: S = { at: 'leaving', match: 'A', by: 'keys', next: 'B' };
const pinned: S = { at: 'pinned', match: 'A' };

const openB = (by: 'hover' | 'press' | 'keys'): S => ({
  at: 'open',
  match: 'B',
  by,
  focus: false,
  used: false,
});
const on = (match: Match): E => ({ is: 'over', match, moving: false });
const passing = (match: Match): E => ({ is: 'over', match, moving: true });
const asked = (match: Match): E => ({ is: 'over', match, moving: false, now: true });
const off: E = { is: 'away', toward: false };
const toward: E = { is: 'away', toward: true };
const card: E = { is: 'card' };
const time: E = { is: 'time' };
const pressed = (match: Match): E => ({ is: 'press', match });
const outside: E = { is: 'outside' };
const step = (match: Match): E => ({ is: 'step', match });
const focusIn: E = { is: 'focus', inside: true };
const focusOut: E = { is: 'focus', inside: false };
const use: E = { is: 'use' };
const busy: E = { is: 'busy' };
const select: E = { is: 'select' };
const typing: E = { is: 'typing' };
const hidden: E = { is: 'hidden' };
const gone: E = { is: 'gone' };
const pin: E = { is: 'pin' };
const close: E = { is: 'close' };

/** `same`: the very same object, so that a running delay goes on. */
const same = 'same' as const;
/** `anew`: an equal object, so that the delay begins again. */
const anew = 'anew' as const;

/** Every event in every state. */
const EDGES: Record<string, [state: S, edges: [event: E, after: S | typeof same | typeof anew][]]> = {
  idle: [
    idle,
    [
      [on('A'), waiting],
      [passing('A'), waiting],
      [asked('A'), hover],
      [off, same],
      [toward, same],
      [card, same],
      [time, same],
      [pressed('A'), press],
      [outside, same],
      [step('A'), keys],
      [focusIn, same],
      [focusOut, same],
      [use, same],
      [busy, same],
      [select, same],
      [typing, same],
      [hidden, same],
      [gone, same],
      [pin, same],
      [close, same],
    ],
  ],
  waiting: [
    waiting,
    [
      [on('A'), same],
      [passing('A'), anew],
      [on('B'), { at: 'waiting', match: 'B' }],
      [asked('A'), hover],
      [off, idle],
      [toward, idle],
      [card, idle],
      [time, hover],
      [pressed('A'), press],
      [outside, idle],
      [step('B'), openB('keys')],
      [focusIn, same],
      [focusOut, same],
      [use, same],
      [busy, idle],
      [select, idle],
      [typing, idle],
      [hidden, idle],
      [gone, idle],
      [pin, same],
      [close, idle],
    ],
  ],
  'open by the pointer': [
    hover,
    [
      [on('A'), same],
      [passing('A'), same],
      [on('B'), switching],
      [passing('B'), switching],
      [asked('A'), same],
      [asked('B'), openB('hover')],
      [off, leaving],
      [toward, leaving],
      [card, same],
      [time, same],
      [pressed('A'), press],
      [pressed('B'), openB('press')],
      [outside, idle],
      [step('B'), openB('keys')],
      [focusIn, { at: 'open', match: 'A', by: 'hover', focus: true, used: false }],
      [focusOut, same],
      [use, used],
      [busy, same],
      [select, idle],
      [typing, idle],
      [hidden, idle],
      [gone, idle],
      [pin, pinned],
      [close, idle],
    ],
  ],
  'open by a press': [
    press,
    [
      [on('A'), same],
      [on('B'), { at: 'leaving', match: 'A', by: 'press', next: 'B' }],
      [off, same],
      [toward, same],
      [card, same],
      [time, same],
      [pressed('A'), anew],
      [outside, idle],
      [select, idle],
      [hidden, idle],
      [gone, idle],
      [use, { at: 'open', match: 'A', by: 'press', focus: false, used: true }],
      [pin, pinned],
      [close, idle],
    ],
  ],
  'open by the keyboard': [
    keys,
    [
      [on('A'), same],
      [on('B'), switchingKeys],
      [off, same],
      [card, same],
      [step('A'), anew],
      [step('B'), openB('keys')],
      [focusIn, inside],
      [use, { at: 'open', match: 'A', by: 'keys', focus: false, used: true }],
      [busy, same],
      [select, idle],
      [typing, idle],
      [outside, idle],
      [close, idle],
    ],
  ],
  'with the focus in the card': [
    inside,
    [
      [on('B'), same],
      [off, same],
      [hidden, same],
      [focusIn, same],
      [focusOut, keys],
      [outside, idle],
      [select, idle],
      [gone, idle],
      [step('B'), openB('keys')],
      [use, { at: 'open', match: 'A', by: 'keys', focus: true, used: true }],
      [pin, pinned],
      [close, idle],
    ],
  ],
  'with something pressed in the card': [
    used,
    [
      [on('A'), same],
      [on('B'), same],
      [asked('B'), openB('hover')],
      [off, same],
      [toward, same],
      [card, same],
      [time, same],
      [pressed('B'), openB('press')],
      [outside, idle],
      [step('B'), openB('keys')],
      [focusIn, { at: 'open', match: 'A', by: 'hover', focus: true, used: true }],
      [focusOut, same],
      [use, same],
      [busy, same],
      [select, idle],
      [typing, idle],
      [hidden, same],
      [gone, idle],
      [pin, pinned],
      [close, idle],
    ],
  ],
  leaving: [
    leaving,
    [
      [on('A'), hover],
      [passing('A'), hover],
      [on('B'), switching],
      [asked('B'), openB('hover')],
      [off, same],
      [toward, anew],
      [card, hover],
      [time, idle],
      [pressed('A'), press],
      [outside, idle],
      [step('B'), openB('keys')],
      [focusIn, { at: 'open', match: 'A', by: 'hover', focus: true, used: false }],
      [focusOut, same],
      [use, used],
      [busy, same],
      [select, idle],
      [typing, idle],
      [hidden, idle],
      [gone, idle],
      [pin, pinned],
      [close, idle],
    ],
  ],
  'leaving for another term': [
    switching,
    [
      [on('A'), hover],
      [on('B'), same],
      [passing('B'), anew],
      [off, leaving],
      [toward, leaving],
      [card, hover],
      [time, openB('hover')],
      [use, used],
      [busy, leaving],
      [select, idle],
      [typing, idle],
      [close, idle],
    ],
  ],
  'leaving for another term, opened by the keyboard': [
    switchingKeys,
    [
      [off, keys],
      [card, keys],
      [on('A'), keys],
      [time, openB('hover')],
    ],
  ],
  pinned: [
    pinned,
    [
      [on('A'), same],
      [on('B'), same],
      [asked('B'), same],
      [off, same],
      [toward, same],
      [card, same],
      [time, same],
      [pressed('A'), same],
      [pressed('B'), { at: 'pinned', match: 'B' }],
      [outside, same],
      [step('A'), same],
      [step('B'), { at: 'pinned', match: 'B' }],
      [focusIn, same],
      [focusOut, same],
      [use, same],
      [busy, same],
      [select, same],
      [typing, same],
      [hidden, same],
      [gone, same],
      [pin, { at: 'open', match: 'A', by: 'press', focus: false, used: true }],
      [close, idle],
    ],
  ],
};

for (const [name, [state, edges]] of Object.entries(EDGES)) {
  describe(name, () => {
    test.each(edges)('%o', (event, after) => {
      const next = reduce(state, event);
      if (after === same) expect(next).toBe(state);
      else if (after === anew) {
        expect(next).toEqual(state);
        expect(next).not.toBe(state);
      } else expect(next).toEqual(after);
    });
  });
}

test.each<[S, number | undefined, Match | undefined]>([
  [idle, undefined, undefined],
  [waiting, OPEN_DELAY, undefined],
  [hover, undefined, 'A'],
  [leaving, LEAVE_DELAY, 'A'],
  [switching, SWITCH_DELAY, 'A'],
  [pinned, undefined, 'A'],
])('delay and card of %o', (state, delay, shown) => {
  expect(delayOf(state)).toBe(delay);
  expect(shownIn(state)).toBe(shown);
});

test.each<[S, boolean]>([
  [idle, false],
  [waiting, false],
  [hover, false],
  [used, true],
  [press, true],
  [keys, true],
  [inside, true],
  [leaving, false],
  [switching, false],
  [switchingKeys, true],
  [pinned, true],
])('%o: the card stays whatever the pointer does: %o', (state, expected) => {
  expect(stays(state)).toBe(expected);
});
