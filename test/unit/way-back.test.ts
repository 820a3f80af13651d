import { beforeEach, expect, it, vi } from 'vitest';
import { WayBack } from '../../entrypoints/reader/way-back';

/** What scrolls: the page, as the browser gives it, and a box in it. */
const scroller = () => ({
  scrollLeft: 0,
  scrollTop: 0,
  scrollTo({ left, top }: { left: number; top: number }) {
    this.scrollLeft = left;
    this.scrollTop = top;
  },
});
let page = scroller();
let box = scroller();
vi.mock('../../entrypoints/content/reveal', () => ({ scrollersAround: () => [box] }));
const range = {} as StaticRange;
const step = (way: WayBack, by: number) =>
  way.note(range, () => {
    page.scrollTop += by;
    box.scrollTop += by / 10;
  });

beforeEach(() => {
  page = scroller();
  box = scroller();
  page.scrollTop = 300;
  vi.stubGlobal('document', { scrollingElement: page });
});

it('leads back to where the first of some steps began', () => {
  const way = new WayBack();
  step(way, 500);
  step(way, 500);
  // A browser rounds.
  page.scrollTop += 1;
  way.take();
  expect([page.scrollTop, box.scrollTop]).toEqual([300, 0]);
});

it('begins anew where the reader has scrolled between two steps', () => {
  const way = new WayBack();
  step(way, 500);
  page.scrollTop = 2000;
  step(way, 500);
  way.take();
  expect([page.scrollTop, box.scrollTop]).toEqual([2000, 50]);
});

it('leads nowhere once the reader has scrolled, or after it was taken or forgotten', () => {
  const way = new WayBack();
  step(way, 500);
  page.scrollTop = 2000;
  way.take();
  expect(page.scrollTop).toBe(2000);
  step(way, 500);
  way.forget();
  way.take();
  expect(page.scrollTop).toBe(2500);
});
