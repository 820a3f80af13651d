import { article, type Box, cardBox, openByPointer, pause, pressInCard } from './card-tools';
import { expect, test } from './fixtures';
import type { Reader } from './reader';

/** The boxes of the term whose card is open, by line. */
const activeLines = (reader: Reader) =>
  reader.evaluate(() => {
    const [range] = CSS.highlights.get('termlight-active') ?? [];
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return [...live.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  });
const viewOf = (reader: Reader): Promise<Box> =>
  reader.evaluate(() => ({ left: 0, top: 0, right: innerWidth, bottom: innerHeight }));
const overlaps = (a: Box, b: Box) =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
const isInside = (a: Box, b: Box) =>
  a.left >= b.left && a.top >= b.top && a.right <= b.right && a.bottom <= b.bottom;

async function expectWellPlaced(reader: Reader): Promise<Box> {
  const box = await cardBox(reader);
  for (const line of await activeLines(reader)) expect(overlaps(box, line)).toBe(false);
  expect(isInside(box, await viewOf(reader))).toBe(true);
  return box;
}

const EDGES: [name: string, style: string][] = [
  ['top left', 'body { margin: 0 }'],
  ['top right', 'body { margin: 0; text-align: right; max-width: none }'],
  ['bottom', 'body { margin: 560px 100px 0 }'],
  ['right', 'body { margin: 300px 0 0; max-width: none; text-align: right }'],
  ['right to left', 'body { direction: rtl }'],
  ['a narrow column', 'body { max-width: 130px }'],
  ['a page that zooms itself', 'html { zoom: 1.4 }'],
  ['in another size', 'body { font-size: 40px; margin-top: 0 }'],
];
for (const [name, style] of EDGES) {
  test(`never over its term and never out of view: ${name}`, async ({ reader, server }) => {
    await reader.goto(server.add(article(style)));
    await reader.settled(6);
    for (const text of ['acute lymphoblastic leukemia', 'blinatumomab']) {
      await reader.hover(text);
      await expect.poll(() => reader.card()).toBeDefined();
      await expectWellPlaced(reader);
      await reader.press('Escape');
      await expect.poll(() => reader.card()).toBeUndefined();
    }
  });
}

test('a term on two lines gets its card at the line under the pointer', async ({ reader, server }) => {
  await reader.goto(server.add(article('body { max-width: 250px; margin: 900px auto }')));
  await reader.settled(6);
  await reader.pointAt('acute lymphoblastic leukemia');
  // To the middle of the window, where there is room on both sides.
  await reader.evaluate(() => {
    const [range] = CSS.highlights.get('termlight') ?? [];
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    scrollBy(0, live.getBoundingClientRect().top - 390);
  });
  for (const which of ['first', 'last'] as const) {
    await reader.movePointer(2, 2);
    await expect.poll(() => reader.card()).toBeUndefined();
    const lines = await reader.evaluate(() => {
      const range = [...(CSS.highlights.get('termlight') ?? [])].find(
        (r) => r.startContainer.textContent?.includes('acute') && r.startOffset < 40,
      );
      const live = document.createRange();
      if (range) live.setStart(range.startContainer, range.startOffset);
      if (range) live.setEnd(range.endContainer, range.endOffset);
      return [...live.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
    });
    expect(lines.length).toBeGreaterThan(1);
    const line = which === 'first' ? lines[0] : lines[lines.length - 1];
    await reader.movePointer(line.left + 9, (line.top + line.bottom) / 2);
    await reader.movePointer(line.left + 10, (line.top + line.bottom) / 2);
    const box = await expectWellPlaced(reader);
    if (which === 'first') expect(line.top - box.bottom).toBeCloseTo(8, -1);
    else expect(box.top - line.bottom).toBeCloseTo(8, -1);
  }
});

test.describe('small windows', () => {
  test.afterEach(({ reader }) => reader.resize(1280, 800));

  test('a sheet over the whole width under 480 CSS pixels', async ({ reader, server }) => {
    await reader.resize(390, 760);
    await reader.goto(server.add(article('body { margin: 20px }')));
    await reader.settled(6);
    await openByPointer(reader, 'MRD');
    const box = await expectWellPlaced(reader);
    const view = await viewOf(reader);
    expect(box.left).toBe(0);
    expect(box.bottom).toBeCloseTo(view.bottom, 0);
    expect(box.right - box.left).toBeGreaterThan(370);
  });

  test('a sheet goes when its term is scrolled out of view, unless it was kept open', async ({
    reader,
    server,
  }) => {
    await reader.resize(390, 760);
    const tall = '<div style="height: 3000px"></div>';
    await reader.goto(server.add(article('body { margin: 20px }', tall)));
    await reader.settled(6);
    const tap = async () => {
      const { x, y } = await reader.pointAt('MRD');
      await reader.click(x, y);
      await expect.poll(() => reader.card()).toContain('measurable residual disease');
    };
    const scroll = (by: number) =>
      reader.evaluate((way: number) => scrollBy({ top: way, behavior: 'instant' }), by);
    await tap();
    await scroll(20);
    await pause(300);
    expect(await reader.card()).toBeDefined();
    await scroll(1500);
    await expect.poll(() => reader.card()).toBeUndefined();
    await scroll(-2000);
    await tap();
    await pressInCard(reader, 'Keep open');
    await scroll(1500);
    await pause(300);
    expect(await reader.card()).toBeDefined();
  });

  test('in a low window the actions stay in sight, and the text can be read between', async ({
    reader,
    server,
  }) => {
    await reader.resize(640, 400);
    await reader.goto(server.add(article('body { margin: 170px 20px }')));
    await reader.settled(6);
    await openByPointer(reader, 'MRD');
    const card = await expectWellPlaced(reader);
    const { text, actions } = await reader.evaluate(() => {
      const root = document.querySelector('termlight-card')?.shadowRoot;
      const edges = (name: string) => root?.querySelector(name)?.getBoundingClientRect().toJSON();
      return { text: edges('.tl-body'), actions: edges('.tl-actions') };
    });
    expect(card.bottom - card.top).toBeLessThan(260);
    expect(isInside(actions, card)).toBe(true);
    expect(isInside(text, card)).toBe(true);
    expect(text.bottom - text.top).toBeGreaterThan(70);
  });

  test('at 320 CSS pixels every action takes one line, and no icon stands alone on one', async ({
    reader,
    server,
  }) => {
    await reader.resize(320, 568);
    await reader.goto(server.add(article('body { margin: 20px }')));
    await reader.settled(6);
    for (const term of ['MRD', 'vincristine', 'blinatumomab']) {
      await openByPointer(reader, term);
      await reader.unseal();
      const { labels, apart } = await reader.evaluate(() => {
        const all = (selector: string) => [
          ...(document.querySelector('termlight-card')?.shadowRoot?.querySelectorAll(selector) ?? []),
        ];
        return {
          labels: all('.tl-action span').map((label) => ({
            top: Math.round(label.getBoundingClientRect().top),
            high: label.getBoundingClientRect().height,
          })),
          apart: all('.tl-sources a svg').filter((icon) => {
            const word = document.createRange();
            word.selectNode(icon.previousSibling ?? icon);
            const box = icon.getBoundingClientRect();
            const line = [...word.getClientRects()].at(-1);
            return !line || box.top > line.bottom || box.left < line.left;
          }).length,
        };
      });
      expect(labels.length).toBe(4);
      expect(new Set(labels.map(({ top }) => top)).size, term).toBe(1);
      for (const { high } of labels) expect(high).toBeLessThan(24);
      expect(apart, term).toBe(0);
      await reader.press('Escape');
    }
  });

  test('at 400% zoom it can be scrolled and closed', async ({ reader, server }) => {
    await reader.resize(320, 200);
    await reader.goto(server.add(article('body { margin: 20px }')));
    await reader.settled(6);
    for (const text of ['MRD', 'vincristine', 'blinatumomab']) {
      await openByPointer(reader, text);
      await expectWellPlaced(reader);
      await pressInCard(reader, 'Close');
      await expect.poll(() => reader.card()).toBeUndefined();
    }
  });
});

test('in nested scrollers it goes when its term is scrolled out of the inner one', async ({
  reader,
  server,
}) => {
  await reader.goto(
    server.add(article('article { height: 180px; overflow: auto } article p { margin-bottom: 400px }')),
  );
  await reader.settled(6);
  const { x, y } = await reader.pointAt('MRD');
  await reader.click(x, y);
  await expectWellPlaced(reader);
  await reader.evaluate(() => document.querySelector('article')?.scrollBy(0, 300));
  await expect.poll(() => reader.card()).toBeUndefined();
});

test('in a modal dialog it can be seen and used', async ({ reader, server }) => {
  await reader.goto(server.add(article()));
  await reader.settled(6);
  await reader.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.innerHTML = '<p style="margin: 40px">She had daunorubicin in the same week.</p>';
    document.querySelector('article')?.append(dialog);
    dialog.showModal();
  });
  await reader.settled(7);
  await openByPointer(reader, 'daunorubicin');
  await pressInCard(reader, 'Keep open');
  await reader.movePointer(3, 3);
  await pause(700);
  expect(await reader.card()).toContain('daunorubicin');
  await reader.press('Escape');
  await expect.poll(() => reader.card()).toBeUndefined();
  expect(await reader.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
});

/** A component that shows what is in it, or a text of its own, in the first element of its shadow tree, which `show` opens. */
const component = (show: 'showModal' | 'showPopover' | undefined, inner: string, slotted = '') =>
  `<x-box>${slotted}</x-box><script>{
    const root = document.querySelector('x-box').attachShadow({ mode: 'open' });
    root.innerHTML = ${JSON.stringify(inner)};
    ${show ? `root.firstChild.${show}()` : ''}
  }</script>`;
/** The page without an article that would be all that is read, and with something more in it. */
const pageWith = (more: string) => article('', more).replace(/<.?article>/g, '');
const DIALOG_TEXT = '<p style="margin: 40px">She had daunorubicin in the same week.</p>';
/** Presses More, and finds that it did what it is for. */
async function expectUsable(reader: Reader): Promise<void> {
  await pressInCard(reader, 'More');
  await expect
    .poll(() =>
      reader.evaluate(
        () =>
          (window as unknown as { unsealed: ShadowRoot }).unsealed.querySelector('[aria-expanded="true"]')
            ?.textContent,
      ),
    )
    .toBe('More');
  expect(await reader.card()).toContain('daunorubicin');
}

const SHADOWS: [name: string, inner: string, slotted: string][] = [
  ['in a dialog of a component', `<dialog>${DIALOG_TEXT}</dialog>`, ''],
  ['in an element slotted into such a dialog', '<dialog><slot></slot></dialog>', DIALOG_TEXT],
  [
    'in a text slotted into such a dialog',
    '<dialog><slot></slot></dialog>',
    'She had daunorubicin this week.',
  ],
];
for (const [name, inner, slotted] of SHADOWS) {
  test(`it can be seen and used ${name}`, async ({ reader, server }) => {
    await reader.goto(server.add(pageWith(component('showModal', inner, slotted))));
    await reader.settled(6);
    await expect.poll(() => reader.painted()).toContain('daunorubicin');
    await openByPointer(reader, 'daunorubicin');
    await pressInCard(reader, 'Keep open');
    await reader.movePointer(3, 3);
    await pause(700);
    expect(await reader.card()).toContain('daunorubicin');
    await expectUsable(reader);
    await reader.press('Escape');
    await expect.poll(() => reader.card()).toBeUndefined();
  });
}

test('in the upper one of two modal dialogs it can be used', async ({ reader, server }) => {
  await reader.goto(
    server.add(pageWith(`<dialog id="upper">${DIALOG_TEXT}</dialog><dialog id="lower">A form</dialog>`)),
  );
  await reader.settled(6);
  await reader.evaluate(() => {
    for (const id of ['lower', 'upper']) document.querySelector<HTMLDialogElement>(`#${id}`)?.showModal();
  });
  await expect.poll(() => reader.painted()).toContain('daunorubicin');
  await openByPointer(reader, 'daunorubicin');
  await expectUsable(reader);
});

test('a press in it leaves the popover of a component open, into which its term is slotted', async ({
  reader,
  server,
}) => {
  await reader.goto(
    server.add(pageWith(component('showPopover', '<div popover><slot></slot></div>', DIALOG_TEXT))),
  );
  await reader.settled(6);
  await expect.poll(() => reader.painted()).toContain('daunorubicin');
  await openByPointer(reader, 'daunorubicin');
  await expectUsable(reader);
  expect(
    await reader.evaluate(() =>
      document.querySelector('x-box')?.shadowRoot?.querySelector('div')?.matches(':popover-open'),
    ),
  ).toBe(true);
});

test('a dialog that opens later does not cover a card that was kept open', async ({ reader, server }) => {
  await reader.goto(
    server.add(article('', '<dialog style="width: 90vw; height: 90vh">Take our survey?</dialog>')),
  );
  await reader.settled(6);
  await openByPointer(reader, 'MRD');
  await pressInCard(reader, 'Keep open');
  await reader.evaluate(() => document.querySelector('dialog')?.showModal());
  await pause(300);
  const box = await cardBox(reader);
  const onTop = await reader.evaluate(
    ([px, py]: [number, number]) => document.elementFromPoint(px, py)?.localName,
    [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as [number, number],
  );
  expect(onTop).toBe('termlight-card');
  await pressInCard(reader, 'Close');
  await expect.poll(() => reader.card()).toBeUndefined();
});

test('over a fullscreen element', async ({ reader, server }) => {
  await reader.goto(
    server.add(
      article('article { background: white; padding: 100px }', '<button id="full">Full screen</button>'),
    ),
  );
  await reader.settled(6);
  await reader.evaluate(() => {
    const button = document.querySelector<HTMLElement>('#full');
    button?.addEventListener('click', () => document.querySelector('article')?.requestFullscreen());
    button?.scrollIntoView();
  });
  const at = await reader.evaluate(() => {
    const box = document.querySelector('#full')?.getBoundingClientRect() ?? new DOMRect();
    return { x: box.left + 5, y: box.top + 5 };
  });
  await reader.click(at.x, at.y);
  await expect.poll(() => reader.evaluate(() => document.fullscreenElement?.localName)).toBe('article');
  await pause(300);
  await openByPointer(reader, 'MRD');
  const box = await expectWellPlaced(reader);
  const onTop = await reader.evaluate(
    ([px, py]: [number, number]) => document.elementFromPoint(px, py)?.localName,
    [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as [number, number],
  );
  expect(onTop).toBe('termlight-card');
  await reader.evaluate(() => document.exitFullscreen());
});

test('over a fullscreen element of a component', async ({ reader, server }) => {
  const inner = `<section style="background: white">${DIALOG_TEXT}</section>`;
  await reader.goto(server.add(pageWith(component(undefined, inner))));
  await expect.poll(() => reader.painted()).toContain('daunorubicin');
  await reader.evaluate(() => {
    const section = document.querySelector('x-box')?.shadowRoot?.querySelector('section');
    document.addEventListener('click', () => section?.requestFullscreen(), { once: true });
  });
  await reader.click(5, 5);
  await expect.poll(() => reader.evaluate(() => document.fullscreenElement?.localName)).toBe('x-box');
  await pause(300);
  await openByPointer(reader, 'daunorubicin');
  await expectUsable(reader);
  await reader.evaluate(() => document.exitFullscreen());
});

test('in an iframe', { tag: '@chromium' }, async ({ chromium, server }) => {
  const inner = server.add(article('body { margin: 20px }'));
  await chromium.goto(
    server.add(
      `<!doctype html><title>Outer</title><iframe src="${inner}" width="700" height="500"></iframe>`,
    ),
  );
  const frame = chromium.page.frames()[1];
  await expect
    .poll(() => frame.evaluate(() => CSS.highlights.get('termlight')?.size ?? 0))
    .toBeGreaterThan(5);
  const point = await frame.evaluate(() => {
    const range = [...(CSS.highlights.get('termlight') ?? [])][2];
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const box = live.getClientRects()[0];
    return { x: box.left + 5, y: box.top + 5 };
  });
  const outer = await chromium.page.locator('iframe').boundingBox();
  if (!outer) throw new Error('The iframe is not there');
  await chromium.page.mouse.move(outer.x + point.x, outer.y + point.y);
  await chromium.page.mouse.move(outer.x + point.x + 1, outer.y + point.y);
  await expect.poll(() => frame.evaluate(() => !!document.querySelector('termlight-card'))).toBe(true);
  await chromium.page.mouse.move(outer.x + 1100, outer.y + 600);
  await expect.poll(() => frame.evaluate(() => !!document.querySelector('termlight-card'))).toBe(false);
});

test('a press in another frame closes the card in this one', { tag: '@chromium' }, async ({
  chromium,
  server,
}) => {
  const inner = server.add(article('body { margin: 20px }'));
  await chromium.goto(
    server.add(article('body { margin: 20px }', `<iframe src="${inner}" width="700" height="300"></iframe>`)),
  );
  await chromium.settled(6);
  const { x, y } = await chromium.pointAt('vincristine');
  await chromium.click(x, y);
  await expect.poll(() => chromium.card()).toContain('vincristine');
  const outer = await chromium.page.locator('iframe').boundingBox();
  if (!outer) throw new Error('The iframe is not there');
  await chromium.click(outer.x + 20, outer.y + 20);
  await expect.poll(() => chromium.card()).toBeUndefined();
});

test('the wheel over a row of the card that does not scroll leaves the page where it is', {
  tag: '@chromium',
}, async ({ chromium, server }) => {
  await chromium.goto(server.add(article('', '<div style="height: 3000px"></div>')));
  await chromium.settled(6);
  await openByPointer(chromium, 'blinatumomab');
  const { left, top, bottom } = await cardBox(chromium);
  for (const y of [top + 20, bottom - 20]) {
    await chromium.movePointer(left + 80, y);
    await chromium.page.mouse.wheel(0, 100);
    await pause(300);
    expect(await chromium.evaluate(() => scrollY)).toBe(0);
  }
  await chromium.movePointer(5, 5);
  await chromium.page.mouse.wheel(0, 100);
  await expect.poll(() => chromium.evaluate(() => scrollY)).toBeGreaterThan(0);
});
