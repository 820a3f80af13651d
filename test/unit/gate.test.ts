import { beforeEach, expect, it, vi } from 'vitest';
import { atGate, openGate } from '../../lib/gate';

const page = new EventTarget();
/** How each kind of event was asked for. */
const asked = new Map<string, AddEventListenerOptions>();
vi.stubGlobal(
  'addEventListener',
  (type: string, listener: EventListener, options: AddEventListenerOptions) => {
    asked.set(type, options);
    page.addEventListener(type, listener, options);
  },
);
const heard: string[] = [];
const note = (name: string) => (event: Event) => {
  heard.push(`${name} ${event.type}`);
  event.stopImmediatePropagation();
};
const happen = (...types: string[]) => {
  for (const type of types) page.dispatchEvent(new Event(type));
  return heard.splice(0);
};

beforeEach(() => {
  Reflect.deleteProperty(globalThis, Symbol.for('gate'));
  asked.clear();
});

it('lets who comes late hear first', () => {
  openGate();
  page.addEventListener('click', note('page'), { capture: true, once: true });
  const reader = new AbortController();
  atGate(note('reader'), reader.signal);
  expect(happen('click', 'wheel', 'touchstart', 'pointermove')).toEqual([
    'reader click',
    'reader wheel',
    'reader touchstart',
    'reader pointermove',
  ]);
  reader.abort();
  expect(happen('click', 'wheel', 'pointermove')).toEqual(['page click']);
});

it('keeps the one that came last when an earlier one ends', () => {
  openGate();
  const [earlier, later] = [new AbortController(), new AbortController()];
  atGate(note('earlier'), earlier.signal);
  atGate(note('later'), later.signal);
  earlier.abort();
  expect(happen('keydown')).toEqual(['later keydown']);
  later.abort();
  expect(happen('keydown')).toEqual([]);
});

it('hears without a gate, as on a page that was there first', () => {
  const reader = new AbortController();
  atGate(note('reader'), reader.signal);
  expect(happen('click', 'wheel', 'mousemove')).toHaveLength(3);
  reader.abort();
  expect(happen('click', 'wheel', 'mousemove')).toEqual([]);
});

it.each([
  ['with a gate', true],
  ['without one', false],
])('hears on the way in, and holds up no scrolling, %s', (_, gate) => {
  if (gate) openGate();
  const reader = new AbortController();
  atGate(note('reader'), reader.signal);
  const types = [...asked.keys()];
  expect(types.filter((type) => !asked.get(type)?.capture)).toEqual([]);
  const held = types.filter((type) => !asked.get(type)?.passive);
  expect(held).toEqual(expect.arrayContaining(['click', 'keydown', 'pointerdown']));
  expect(held.filter((type) => /^(touch|wheel|pointermove|mousemove)/.test(type))).toEqual([]);
  expect(types).toEqual(expect.arrayContaining(['touchstart', 'touchmove', 'touchend', 'wheel']));
  reader.abort();
});
