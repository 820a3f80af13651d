import { A_WHILE, article, cardBox, openByPointer, pause, pressInCard } from './card-tools';
import { expect, test } from './fixtures';

test.beforeEach(async ({ reader, server }) => {
  await reader.goto(server.add(article('', '<div style="height: 3000px"></div>')));
  await reader.settled(6);
});

test('dismissible: Esc closes it without moving the pointer, and it stays closed', async ({ reader }) => {
  await openByPointer(reader, 'vincristine');
  await reader.press('Escape');
  await expect.poll(() => reader.card()).toBeUndefined();
  await pause(A_WHILE);
  expect(await reader.card()).toBeUndefined();
});

test('hoverable: the pointer can go slowly over to it and read there; leaving closes it', async ({
  reader,
}) => {
  await openByPointer(reader, 'blinatumomab');
  const from = await reader.pointAt('blinatumomab');
  const box = await cardBox(reader);
  const to = { x: box.right - 30, y: (box.top + box.bottom) / 2 };
  for (let step = 0; step <= 12; step++) {
    await reader.movePointer(from.x + ((to.x - from.x) * step) / 12, from.y + ((to.y - from.y) * step) / 12);
    await pause(80);
  }
  await pause(A_WHILE);
  expect(await reader.card()).toContain('blinatumomab');
  await reader.movePointer(5, 5);
  await expect.poll(() => reader.card()).toBeUndefined();
});

test('persistent: it stays as long as the pointer rests on the term', async ({ reader }) => {
  await openByPointer(reader, 'MRD');
  await pause(3000);
  expect(await reader.card()).toContain('measurable residual disease');
});

test('there is one card: another term takes it over', async ({ reader }) => {
  await openByPointer(reader, 'MRD');
  const { x, y } = await reader.pointAt('acute lymphoblastic leukemia');
  await reader.movePointer(x, y);
  await expect.poll(() => reader.card()).toContain('acute lymphocytic leukemia');
  expect(await reader.evaluate(() => document.querySelectorAll('termlight-card').length)).toBe(1);
});

test('it goes when a selection is dragged from its term, and does not stand in the way of it', async ({
  reader,
}) => {
  for (const open of ['rest', 'press']) {
    await openByPointer(reader, 'blinatumomab');
    const from = await reader.pointAt('blinatumomab');
    if (open === 'press') await reader.click(from.x, from.y);
    await cardBox(reader);
    await reader.button(true);
    // A hand that presses is not quite at rest.
    await reader.movePointer(from.x + 1, from.y + 1);
    expect(await reader.card()).toBeDefined();
    await reader.movePointer(from.x + 20, from.y + 60, 8);
    await expect.poll(() => reader.card()).toBeUndefined();
    const end = await reader.pointAt('cytokine release syndrome');
    await reader.movePointer(end.x, end.y, 8);
    await reader.button(false);
    await pause(A_WHILE);
    expect(await reader.card()).toBeUndefined();
    expect(await reader.evaluate(() => getSelection()?.toString())).toContain('On the second night');
    await reader.evaluate(() => getSelection()?.empty());
    await reader.movePointer(5, 5);
  }
});

test('dragging in it, or from anywhere while it is kept open, leaves it there', async ({ reader }) => {
  const drag = async (from: { x: number; y: number }) => {
    await reader.movePointer(from.x, from.y);
    await reader.button(true);
    await reader.movePointer(from.x + 9, from.y + 3, 4);
    await reader.movePointer(from.x + 9, 700, 8);
    await reader.button(false);
    await pause(A_WHILE);
    expect(await reader.card()).toContain('blinatumomab');
  };
  const term = await reader.pointAt('blinatumomab');
  await reader.click(term.x, term.y);
  const box = await cardBox(reader);
  await drag({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });
  await pressInCard(reader, 'Keep open');
  await drag(term);
});

test('a double click that selects the term closes it, a single one does not', async ({ reader }) => {
  const { x, y } = await reader.pointAt('vincristine');
  await reader.movePointer(x, y);
  await reader.click(x, y);
  await pause(A_WHILE);
  expect(await reader.card()).toContain('vincristine');
  await reader.doubleClick(x, y);
  await expect.poll(() => reader.card()).toBeUndefined();
  expect(await reader.evaluate(() => getSelection()?.toString().trim())).toBe('vincristine');
  await pause(A_WHILE);
  expect(await reader.card()).toBeUndefined();
});

test('pinned, it stays whatever the pointer does; Esc closes it', async ({ reader }) => {
  await openByPointer(reader, 'MRD');
  await pressInCard(reader, 'Keep open');
  await reader.movePointer(5, 5);
  await reader.click(5, 5);
  await reader.evaluate(() => scrollBy(0, 1500));
  await pause(A_WHILE);
  expect(await reader.card()).toContain('measurable residual disease');
  await reader.press('Escape');
  await expect.poll(() => reader.card()).toBeUndefined();
});

test('pinned, it stays inside the window when its term leaves it', async ({ reader }) => {
  await openByPointer(reader, 'MRD');
  await pressInCard(reader, 'Keep open');
  const expectInside = async () => {
    await pause(200);
    const box = await cardBox(reader);
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.bottom).toBeLessThanOrEqual(await reader.evaluate(() => innerHeight));
    expect(box.bottom - box.top).toBeGreaterThan(200);
  };
  for (const by of [250, 1500, -2000]) {
    await reader.evaluate((way: number) => scrollBy({ top: way, behavior: 'instant' }), by);
    await expectInside();
  }
  // Below the window, too.
  await reader.evaluate(() => {
    document.body.style.marginTop = '2500px';
    scrollTo({ top: 0, behavior: 'instant' });
  });
  await expectInside();
  await reader.press('Escape');
  await expect.poll(() => reader.card()).toBeUndefined();
});

test('its close button closes it', async ({ reader }) => {
  await openByPointer(reader, 'MRD');
  await pressInCard(reader, 'Close');
  await expect.poll(() => reader.card()).toBeUndefined();
});

test('it follows its term when the page scrolls, and goes when the term is out of view', async ({
  reader,
}) => {
  const { x, y } = await reader.pointAt('vincristine');
  await reader.click(x, y);
  const gap = async () => {
    const line = await reader.evaluate(() => {
      const [{ startContainer, startOffset, endOffset }] = CSS.highlights.get('termlight-active') ?? [];
      const live = document.createRange();
      live.setStart(startContainer, startOffset);
      live.setEnd(startContainer, endOffset);
      return live.getBoundingClientRect().toJSON();
    });
    const card = await cardBox(reader);
    return Math.max(card.top - line.bottom, line.top - card.bottom);
  };
  const before = await gap();
  expect(before).toBeGreaterThan(0);
  for (const by of [60, -60, 30]) {
    await reader.evaluate((way: number) => scrollBy(0, way), by);
    await expect.poll(async () => Math.abs((await gap()) - before)).toBeLessThan(2);
  }
  await reader.evaluate(() => scrollBy(0, 1500));
  await expect.poll(() => reader.card()).toBeUndefined();
});

test('scrolling a term under a resting pointer opens nothing', async ({ reader }) => {
  const { x, y } = await reader.pointAt('vincristine');
  await reader.movePointer(x, y + 100);
  await pause(A_WHILE);
  await reader.evaluate(() => scrollBy({ top: -100, behavior: 'instant' }));
  await pause(A_WHILE);
  expect(await reader.card()).toBeUndefined();
});

test('it goes when the page takes its term away', async ({ reader }) => {
  const { x, y } = await reader.pointAt('vincristine');
  await reader.click(x, y);
  await expect.poll(() => reader.card()).toContain('vincristine');
  await reader.evaluate(() => document.querySelectorAll('p')[1].remove());
  await expect.poll(() => reader.card()).toBeUndefined();
});

for (const kept of [false, true])
  test(`it goes with the page, and does not come back with it from the back/forward cache${kept ? ', not even when it was kept open' : ''}`, async ({
    reader,
    server,
  }) => {
    const { x, y } = await reader.pointAt('vincristine');
    await reader.click(x, y);
    await expect.poll(() => reader.card()).toContain('vincristine');
    if (kept) await pressInCard(reader, 'Keep open');
    await reader.evaluate(() => {
      addEventListener('pageshow', (event) => {
        document.body.dataset.persisted = String(event.persisted);
      });
    });
    await reader.goto(server.add('<h1>Another page</h1>'));
    await reader.evaluate(() => {
      setTimeout(() => history.back());
    });
    const persisted = () => reader.evaluate(() => document.body.dataset.persisted);
    // On the way the page cannot be asked.
    await expect.poll(() => persisted().catch(() => undefined)).toBe('true');
    expect(await reader.card()).toBeUndefined();
  });

for (const [name, shows] of [
  ['combination chemotherapy', /^treatment .*combination chemotherapy/],
  ['More', /^drug .*vincristine/],
  ['I know this', /Undo/],
] as const) {
  test(`once something was pressed in it, it stays until a press elsewhere: ${name}`, async ({ reader }) => {
    await openByPointer(reader, 'vincristine');
    await pressInCard(reader, name);
    const stays = async () => {
      await pause(A_WHILE);
      expect(await reader.card()).toMatch(shows);
    };
    await reader.movePointer(5, 5);
    await stays();
    // Nor does another term take it over.
    const { x, y } = await reader.pointAt('MRD');
    await reader.movePointer(x - 1, y);
    await reader.movePointer(x, y);
    await stays();
    await reader.evaluate(() => scrollBy({ top: 1500, behavior: 'instant' }));
    await stays();
    if (name === 'I know this') await pressInCard(reader, 'Undo');
    await reader.click(5, 5);
    await expect.poll(() => reader.card()).toBeUndefined();
  });
}
