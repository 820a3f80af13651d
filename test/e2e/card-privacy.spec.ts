import { A_WHILE, article, cardBox, openByPointer, pause, pressInCard } from './card-tools';
import { expect, test } from './fixtures';

/** Runs before anything else on the page: notes down every event that any listener could see on the card. */
const SPY = `<script>
  window.seen = [];
  const types = 'click dblclick auxclick contextmenu mousedown mouseup pointerdown pointerup keydown keyup keypress focus focusin focusout copy wheel touchstart touchend'.split(' ');
  const note = (event) => { if (event.target?.localName === 'termlight-card') window.seen.push(event.type); };
  for (const target of [window, document, document.documentElement])
    for (const type of types) { target.addEventListener(type, note, true); target.addEventListener(type, note); }
  window.changed = [];
  new MutationObserver((records) => {
    for (const { target, attributeName } of records)
      if (attributeName) window.changed.push(target.localName + ' ' + attributeName);
  }).observe(document, { subtree: true, attributes: true });
</script>`;
const spied = () => article().replace('<head>', `<head>${SPY}`);

test('what the reader does in the card never reaches the page', async ({ reader, server }) => {
  await reader.goto(server.add(spied()));
  await reader.settled(6);
  await openByPointer(reader, 'vincristine');
  await pressInCard(reader, 'More');
  await pressInCard(reader, 'chemotherapy');
  await pressInCard(reader, 'Back');
  await pressInCard(reader, 'Save');
  await expect.poll(() => reader.card()).toContain('Saved');
  await pressInCard(reader, 'Saved');
  await reader.press('Tab');
  await reader.press('a');
  await expect.poll(() => reader.card()).toBeDefined();
  await reader.press('Escape');
  await expect.poll(() => reader.card()).toBeUndefined();
  expect(await reader.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
  expect(await reader.evaluate(() => (window as unknown as { changed: string[] }).changed)).toEqual([]);
});

test('turning the wheel in the card, and touching it, reaches no listener of the page', {
  tag: '@chromium',
}, async ({ chromium, server }) => {
  await chromium.goto(server.add(spied().replace('<style>', '<style>html { height: 5000px }')));
  await chromium.settled(6);
  await openByPointer(chromium, 'vincristine');
  const { left, top } = await cardBox(chromium);
  const [x, y] = [left + 40, top + 80];
  const session = await chromium.context.newCDPSession(chromium.page);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
  await chromium.movePointer(x, y);
  await chromium.page.mouse.wheel(0, 20);
  // When this one has come, so have the others.
  await chromium.movePointer(5, 5);
  await chromium.page.mouse.wheel(0, 100);
  await expect.poll(() => chromium.evaluate(() => scrollY)).toBeGreaterThan(0);
  expect(await chromium.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
});

test('the host tells the page nothing: no root, no attribute, no size, no place', async ({
  reader,
  server,
}) => {
  await reader.goto(server.add(article()));
  await reader.settled(6);
  await openByPointer(reader, 'vincristine');
  const host = await reader.evaluate(() => {
    const element = document.querySelector('termlight-card');
    const { width, height, left, top } = element?.getBoundingClientRect() ?? new DOMRect(9, 9, 9, 9);
    return {
      root: element?.shadowRoot,
      attributes: element?.getAttributeNames(),
      text: element?.textContent,
      box: [width, height, left, top],
      aria: document.querySelectorAll('[aria-describedby], [aria-details], [aria-controls]').length,
    };
  });
  expect(host).toEqual({ root: null, attributes: ['popover'], text: '', box: [0, 0, 0, 0], aria: 0 });
});

test('a page that defines the host as an element of its own gets no root', async ({ reader, server }) => {
  const define = `<script>customElements.define('termlight-card', class extends HTMLElement {
    constructor() { super(); (window.internals ??= []).push(this.attachInternals()); }
  })</script>`;
  await reader.goto(server.add(article('', define)));
  await reader.settled(6);
  await openByPointer(reader, 'vincristine');
  const roots = await reader.evaluate(() => {
    const { internals } = window as unknown as { internals: ElementInternals[] };
    return internals.map(({ shadowRoot }) => shadowRoot);
  });
  // The host is one of the page's elements, and yet its root is shut.
  expect(roots.length).toBeGreaterThan(0);
  expect(roots.filter((root) => root !== null)).toEqual([]);
});

test('a page cannot read what is dragged over in the card', async ({ reader, server }) => {
  await reader.goto(server.add(article()));
  await reader.settled(6);
  await openByPointer(reader, 'vincristine');
  const { left, top } = await cardBox(reader);
  await reader.movePointer(left + 20, top + 60);
  await reader.button(true);
  for (let step = 1; step <= 5; step++) await reader.movePointer(left + 20 + step * 50, top + 60 + step * 30);
  await reader.button(false);
  expect(await reader.card()).toContain('vincristine');
  expect(await reader.evaluate(() => getSelection()?.toString())).toBe('');
});

test('events that the page makes do nothing', async ({ reader, server }) => {
  await reader.goto(server.add(article()));
  await reader.settled(6);
  const { x, y } = await reader.pointAt('vincristine');
  const play = (at: number[]) => {
    const [clientX, clientY] = at;
    const mouse = { bubbles: true, composed: true, cancelable: true, clientX, clientY };
    const target = document.elementFromPoint(clientX, clientY) ?? document.body;
    for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup'])
      target.dispatchEvent(new PointerEvent(type, { ...mouse, pointerType: 'mouse' }));
    for (const type of ['mousemove', 'click']) target.dispatchEvent(new MouseEvent(type, mouse));
    for (const key of ['.', 'Enter', 'Escape'])
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', {
          key,
          code: key === '.' ? 'Period' : key,
          altKey: key === '.',
          bubbles: true,
        }),
      );
    (document.querySelector('termlight-card') as HTMLElement | null)?.click();
  };
  await reader.evaluate(play, [x, y]);
  await pause(A_WHILE);
  expect(await reader.card()).toBeUndefined();
  // Nor do they close a card that is open.
  await openByPointer(reader, 'vincristine');
  await reader.evaluate(play, [2, 2]);
  await pause(A_WHILE);
  expect(await reader.card()).toContain('vincristine');
});

test('the source opens in a tab of its own, and is told nothing of the page', async ({ reader, server }) => {
  await reader.goto(server.add(article()));
  await reader.settled(6);
  await openByPointer(reader, 'vincristine');
  await reader.unseal();
  const links = await reader.evaluate(() =>
    [...(document.querySelector('termlight-card')?.shadowRoot?.querySelectorAll('a') ?? [])].map((a) => [
      a.protocol,
      a.target,
      a.rel,
      a.referrerPolicy,
    ]),
  );
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(link).toEqual(['https:', '_blank', 'noopener noreferrer', 'no-referrer']);
});

const HOSTILE = `
  * { all: unset !important; display: none !important }
  html, head, body, article, p, h1 { display: block !important }
  a { display: inline !important }
  p { font-size: 16px !important; letter-spacing: 0 !important }
  html { font-size: 90px !important; filter: blur(2px); transform: rotate(3deg) scale(0.9); user-select: none !important;
    letter-spacing: 1em !important; --tl-ink: lime; --tl-surface: lime; --tl-rem: 99px; cursor: none !important }
  termlight-card { --tl-ink: lime !important; opacity: 0 !important; visibility: hidden !important; width: 3px !important;
    transform: scale(0) !important; animation: spin 1s infinite !important; transition: all 9s !important }
  termlight-card::before { content: "x"; display: block !important; font-size: 99px }
  @keyframes spin { to { rotate: 360deg } }
  @property --tl-rem { syntax: "<length>"; inherits: true; initial-value: 99px }`;

/** What the card looks like, down to each element's box and colours. */
const look = () => {
  const root = document.querySelector('termlight-card')?.shadowRoot;
  const card = root?.querySelector('.tl-card')?.getBoundingClientRect() ?? new DOMRect();
  const all = [...(root?.querySelectorAll('.tl-card, .tl-card *:not(svg *)') ?? [])];
  return all
    .filter((element) => element.checkVisibility())
    .map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const { color, backgroundColor, fontSize, fontFamily, letterSpacing, opacity, visibility, userSelect } =
        getComputedStyle(element);
      const box = [left - card.left, top - card.top, width, height].map(Math.round).join(' ');
      return `${element.className} ${box} ${color} ${backgroundColor} ${fontSize} ${fontFamily} ${letterSpacing} ${opacity} ${visibility} ${userSelect}`;
    });
};

test("no page's style reaches the card, and the card's none of the page's", async ({ reader, server }) => {
  const at = async (style: string) => {
    await reader.goto(server.add(article(style)));
    await reader.settled(5);
    const before = await reader.evaluate(
      () => getComputedStyle(document.querySelector('p') as Element).cssText,
    );
    // High enough for a whole card, wherever the page has its text.
    await reader.resize(1280, 1600);
    await reader.press('Alt+.');
    await expect.poll(() => reader.card()).toBeDefined();
    await cardBox(reader);
    const after = await reader.evaluate(
      () => getComputedStyle(document.querySelector('p') as Element).cssText,
    );
    expect(after).toBe(before);
    const seen = await reader.evaluate(look);
    await reader.resize(1280, 800);
    return seen;
  };
  const plain = await at('html { font-size: 16px }');
  expect(plain.length).toBeGreaterThan(30);
  expect(await at(HOSTILE)).toEqual(plain);
});
