import { beforeEach, expect, it, vi } from 'vitest';
import { atGate, openGate } from '../../lib/gate';

const page = new EventTarget();
vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
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
