import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useRoute, type Way } from '../../entrypoints/pages/route';

/** A tab's history: of each entry its address after `#`, and its state. */
let entries: { hash: string; state: unknown }[];
let at: number;
const view = new EventTarget();
const changed = () => view.dispatchEvent(new Event('hashchange'));

let way: Way<string>;
let root: Element;
function Panel() {
  way = useRoute(() => `left ${way.route.view}`);
  return null;
}
/** The panel opens in a tab. */
const open = () => act(() => render(<Panel />, root));
/** Something that the reader does; the browser tells of the new address later. */
const then = async (action: () => void) => {
  await act(action);
  await act(async () => {
    await vi.advanceTimersByTimeAsync(10);
  });
};
const depths = () => entries.map(({ state }) => (state as { depth: number } | null)?.depth);

beforeEach(() => {
  vi.useFakeTimers();
  entries = [{ hash: '', state: null }];
  at = 0;
  const { document } = parseHTML('<main></main>');
  root = document.querySelector('main') as unknown as Element;
  vi.stubGlobal('document', document);
  vi.stubGlobal('addEventListener', view.addEventListener.bind(view));
  vi.stubGlobal('removeEventListener', view.removeEventListener.bind(view));
  vi.stubGlobal('location', {
    get hash() {
      return entries[at].hash;
    },
    set hash(hash: string) {
      if (hash === entries[at].hash) return;
      entries = [...entries.slice(0, ++at), { hash, state: null }];
      setTimeout(changed, 5);
    },
  });
  vi.stubGlobal('history', {
    get state() {
      return entries[at].state;
    },
    replaceState: (state: unknown, _: string, hash = entries[at].hash) => {
      entries[at] = { hash, state };
    },
    back: () => {
      at--;
      setTimeout(changed, 5);
    },
  });
});
afterEach(async () => {
  await act(() => render(null, root));
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('goes to a term and back, and counts its steps', async () => {
  await open();
  expect(way.route).toEqual({ view: 'page' });
  await then(() => way.go('#platelet'));
  await then(() => way.go('#fever'));
  expect(way.route).toEqual({ view: 'term', id: 'fever' });
  expect(depths()).toEqual([0, 1, 2]);
  await then(() => way.back());
  expect(way.route).toEqual({ view: 'term', id: 'platelet' });
  await then(() => way.go('#rash'));
  expect(depths()).toEqual([0, 1, 2]);
  await then(() => way.back());
  await then(() => way.back());
  expect([way.route, at]).toEqual([{ view: 'page' }, 0]);
});

it('goes back to all terms from where it began, and adds no step for that', async () => {
  entries = [
    { hash: '#elsewhere', state: null },
    { hash: '#platelet', state: null },
  ];
  at = 1;
  await open();
  await then(() => way.back());
  expect(way.route).toEqual({ view: 'terms' });
  expect(entries.map(({ hash }) => hash)).toEqual(['#elsewhere', '#/terms']);
});

it('knows its depth again when it is loaded anew', async () => {
  entries = [
    { hash: '', state: { depth: 0 } },
    { hash: '#platelet', state: { depth: 1 } },
  ];
  at = 1;
  await open();
  await then(() => way.back());
  expect([way.route, at]).toEqual([{ view: 'page' }, 0]);
});

it('replaces an address without a step', async () => {
  await open();
  await then(() => way.go('#platelet'));
  await then(() => way.replace('#/map'));
  expect(way.route).toEqual({ view: 'map' });
  expect(depths()).toEqual([0, 1]);
  await then(() => way.back());
  expect(way.route).toEqual({ view: 'page' });
});

it('begins a place with the search that it asks for, or with none', async () => {
  entries = [{ hash: '#/find/chemo', state: null }];
  await open();
  expect(way.query).toBe('chemo');
  await then(() => way.search('chemother'));
  expect([way.query, way.route]).toEqual(['chemother', { view: 'find', query: 'chemo' }]);
  await then(() => way.go('#platelet'));
  expect(way.query).toBe('');
  await then(() => way.back());
  expect(way.query).toBe('chemo');
});

it('keeps what was typed before the browser told of the new address', async () => {
  await open();
  await act(() => way.go('#platelet'));
  const { route } = way;
  await then(() => way.search('fe'));
  expect(way.query).toBe('fe');
  expect(way.route).toBe(route);
});
