import { A_WHILE, article, openByPointer, pause, pressInCard, withSettings } from './card-tools';
import { expect, test } from './fixtures';
import type { Reader } from './reader';

test.beforeEach(async ({ reader, server }) => {
  await reader.goto(server.add(article()));
  await reader.settled(6);
});

test('a pointer at rest opens the card whole: headword, note in context and why, plain text, source', async ({
  reader,
}) => {
  await openByPointer(reader, 'blinatumomab');
  const card = await reader.card();
  expect(card).toContain('blin-uh-TOO-moh-mab');
  expect(card).toContain('In this text');
  expect(card).toContain('Because this paragraph mentions consolidation');
  expect(card).toContain('American Cancer Society');
  expect(card).toContain('Information, not medical advice.');
  expect(reader.errors()).toEqual([]);
});

test('a pointer that passes over terms opens nothing', async ({ reader }) => {
  const { x, y } = await reader.pointAt('blinatumomab');
  await reader.movePointer(x - 200, y);
  await reader.movePointer(x + 200, y, 40);
  await reader.movePointer(x, y + 150);
  await pause(A_WHILE);
  expect(await reader.card()).toBeUndefined();
});

test('a click on a term opens its card, which stays until a click elsewhere', async ({ reader }) => {
  const { x, y } = await reader.pointAt('vincristine');
  await reader.click(x, y);
  await expect.poll(() => reader.card()).toContain('vincristine');
  await reader.movePointer(5, 5);
  await pause(A_WHILE);
  expect(await reader.card()).toContain('vincristine');
  await reader.click(5, 5);
  await expect.poll(() => reader.card()).toBeUndefined();
});

test('a click on a term in a link follows the link and opens no card', async ({ reader }) => {
  const { x, y } = await reader.pointAt('induction');
  await reader.movePointer(x, y);
  await reader.click(x, y);
  expect(await reader.evaluate(() => location.hash)).toBe('#elsewhere');
  expect(await reader.card()).toBeUndefined();
});

test('the keyboard goes from term to term, enters a card with Enter and comes back with Esc', async ({
  reader,
}) => {
  await reader.evaluate(() => document.querySelector<HTMLElement>('#link')?.focus());
  await reader.press('Alt+.');
  await expect.poll(() => reader.card()).toContain('acute lymphocytic leukemia');
  await reader.press('Alt+.');
  await expect.poll(() => reader.card()).toContain('induction');
  await reader.press('Alt+.');
  await expect.poll(() => reader.card()).toContain('MRD');
  await reader.press('Alt+,');
  await expect.poll(() => reader.card()).toContain('induction');
  expect(await reader.evaluate(() => document.activeElement?.id)).toBe('link');
  await reader.press('Enter');
  await expect.poll(() => reader.evaluate(() => document.activeElement?.localName)).toBe('termlight-card');
  expect(await reader.evaluate(() => location.hash)).toBe('');
  await reader.press('Escape');
  await expect.poll(() => reader.card()).toBeUndefined();
  expect(await reader.evaluate(() => document.activeElement?.id)).toBe('link');
});

test('the focus goes back into a component of the page, and to a drawing', async ({ reader, server }) => {
  await reader.goto(
    server.add(
      article(
        '',
        `<own-field></own-field><svg tabindex="0" width="20" height="20"></svg><script>
          customElements.define('own-field', class extends HTMLElement {
            constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<button>x</button>'; }
          });
        </script>`,
      ),
    ),
  );
  await reader.settled(6);
  const focused = () =>
    reader.evaluate(() => {
      const { activeElement } = document;
      return (activeElement?.shadowRoot?.activeElement ?? activeElement)?.localName;
    });
  for (const name of ['button', 'svg']) {
    await reader.evaluate((wanted: string) => {
      const inside = document.querySelector('own-field')?.shadowRoot?.querySelector<HTMLElement>(wanted);
      (inside ?? document.querySelector<HTMLElement>(wanted))?.focus();
    }, name);
    expect(await focused()).toBe(name);
    await expect(async () => {
      await reader.command('next-term');
      await pause(A_WHILE);
      expect(await reader.card()).toBeDefined();
    }).toPass();
    await reader.press('Enter');
    await expect.poll(focused).toBe('termlight-card');
    await reader.press('Escape');
    await expect.poll(() => reader.card()).toBeUndefined();
    expect(await focused()).toBe(name);
  }
});

test('Tab goes through the card and leads out of it at its end', async ({ reader }) => {
  await reader.evaluate(() => document.querySelector<HTMLElement>('#link')?.focus());
  await reader.press('Alt+.');
  await expect.poll(() => reader.card()).toBeDefined();
  await reader.press('Enter');
  await reader.unseal();
  const stops = await reader.evaluate(
    () =>
      document
        .querySelector('termlight-card')
        ?.shadowRoot?.querySelectorAll('button, a[href], [tabindex="0"]').length ?? 0,
  );
  expect(stops).toBeGreaterThan(8);
  const focused = () => reader.evaluate(() => document.activeElement?.localName);
  let tabs = 0;
  // Firefox stops at the scrolling text itself, too.
  for (; tabs <= stops + 1 && (await focused()) === 'termlight-card'; tabs++) await reader.press('Tab');
  expect(tabs).toBeGreaterThan(stops);
  expect(await reader.evaluate(() => document.activeElement?.id)).toBe('link');
  expect(await reader.card()).toBeUndefined();
});

test('a term far down is scrolled into view', async ({ reader, server }) => {
  await reader.goto(
    server.add(article('', '<div style="height: 4000px"></div><p>She also had asparaginase.</p>')),
  );
  await reader.settled(7);
  await reader.press('Alt+,');
  await expect.poll(() => reader.card()).toContain('asparaginase');
  await pause(A_WHILE);
  expect(await reader.card()).toContain('asparaginase');
  expect(await reader.evaluate(() => scrollY)).toBeGreaterThan(2000);
});

test('a card that was kept open can be entered again with Enter, until the focus goes elsewhere', async ({
  reader,
}) => {
  const focused = () => reader.evaluate(() => document.activeElement?.localName);
  await reader.press('Alt+.');
  await expect.poll(() => reader.card()).toBeDefined();
  await reader.press('Enter');
  await expect.poll(focused).toBe('termlight-card');
  await pressInCard(reader, 'Keep open');
  // Back past the first control.
  for (let tabs = 0; tabs < 9 && (await focused()) === 'termlight-card'; tabs++)
    await reader.press('Shift+Tab');
  expect(await focused()).toBe('body');
  await reader.press('Enter');
  await expect.poll(focused).toBe('termlight-card');
  for (let tabs = 0; tabs < 9 && (await focused()) === 'termlight-card'; tabs++)
    await reader.press('Shift+Tab');
  await reader.press('Alt+.');
  await expect.poll(() => reader.card()).toContain('induction');
  await reader.press('Enter');
  await expect.poll(focused).toBe('termlight-card');
  for (let tabs = 0; tabs < 9 && (await focused()) === 'termlight-card'; tabs++)
    await reader.press('Shift+Tab');
  await reader.evaluate(() => document.querySelector<HTMLElement>('#link')?.focus());
  await reader.press('Enter');
  await expect.poll(() => reader.evaluate(() => location.hash)).toBe('#elsewhere');
  expect(await focused()).toBe('a');
});

test('Enter is the page’s own where the focus went to since a card was opened by keys', async ({
  reader,
  server,
}) => {
  await reader.goto(
    server.add(article('', '<button onclick="document.body.dataset.pressed = 1">Page button</button>')),
  );
  await reader.settled(6);
  const focus = (selector: string) =>
    reader.evaluate((to: string) => document.querySelector<HTMLElement>(to)?.focus(), selector);
  const focused = () => reader.evaluate(() => document.activeElement?.localName);
  await reader.press('Alt+.');
  await expect.poll(() => reader.card()).toBeDefined();
  await focus('article + button');
  await reader.press('Enter');
  await expect.poll(() => reader.evaluate(() => document.body.dataset.pressed)).toBe('1');
  expect(await focused()).toBe('button');
  await reader.press('Alt+.');
  await expect.poll(() => reader.card()).toBeDefined();
  await focus('#link');
  await reader.press('Enter');
  await expect.poll(() => reader.evaluate(() => location.hash)).toBe('#elsewhere');
  expect(await focused()).toBe('a');
  // From there the next step goes on, and Enter goes in.
  await reader.press('Alt+.');
  await expect.poll(() => reader.card()).toBeDefined();
  await reader.press('Enter');
  await expect.poll(focused).toBe('termlight-card');
  await reader.press('Escape');
  expect(await focused()).toBe('a');
});

test('Esc goes back to what was in view before the first step, unless the reader scrolled since', async ({
  reader,
  server,
}) => {
  const far = (text: string) =>
    `<div style="height: 2000px"></div><p style="height: 90px; overflow: auto">${text}<span style="display: block; height: 400px"></span></p>`;
  await reader.goto(
    server.add(
      article('', `${far('She also had asparaginase.')}${far('Then daunorubicin, and dexamethasone.')}`),
    ),
  );
  await reader.settled(8);
  await reader.evaluate(() => scrollTo({ top: 700, behavior: 'instant' }));
  const at = () => reader.evaluate(() => scrollY);
  const before = await at();
  const walk = async () => {
    for (const text of ['asparaginase', 'daunorubicin', 'dexamethasone']) {
      await reader.press('Alt+.');
      await expect.poll(() => reader.card()).toContain(text);
    }
    expect(await at()).toBeGreaterThan(before + 2000);
  };
  await walk();
  await reader.press('Escape');
  await expect.poll(() => reader.card()).toBeUndefined();
  await expect.poll(at).toBe(before);
  await walk();
  await reader.evaluate(() => scrollBy({ top: -30, behavior: 'instant' }));
  const after = await at();
  await reader.press('Escape');
  await expect.poll(() => reader.card()).toBeUndefined();
  await pause(300);
  expect(await at()).toBe(after);
});

test.describe('by setting', () => {
  test.afterEach(({ reader }) => withSettings(reader, {}));

  test('only while Alt is held', async ({ reader }) => {
    await withSettings(reader, { open: 'modifier' });
    await reader.hover('vincristine');
    await pause(A_WHILE);
    expect(await reader.card()).toBeUndefined();
    await reader.hold('Alt', true);
    await expect.poll(() => reader.card()).toContain('vincristine');
    await reader.hold('Alt', false);
    await pause(A_WHILE);
    expect(await reader.card()).toContain('vincristine');
  });

  test('only by a click', async ({ reader }) => {
    await withSettings(reader, { open: 'click' });
    await reader.hover('vincristine');
    await pause(A_WHILE);
    expect(await reader.card()).toBeUndefined();
    const { x, y } = await reader.pointAt('vincristine');
    await reader.click(x, y);
    await expect.poll(() => reader.card()).toContain('vincristine');
  });
});

test('inline marks are buttons: Enter goes into the card and Esc back to the mark, a click opens it', async ({
  reader,
  server,
}) => {
  await withSettings(reader, { painter: 'marks' });
  await reader.goto(server.add(article()));
  const marked = () =>
    reader.evaluate(() => [...document.querySelectorAll('mark')].map((mark) => mark.textContent ?? ''));
  await expect.poll(marked).toContain('MRD');
  await reader.evaluate(() =>
    [...document.querySelectorAll('mark')].find((mark) => mark.textContent === 'MRD')?.focus(),
  );
  await reader.press('Enter');
  await expect.poll(() => reader.card()).toContain('measurable residual disease');
  expect(await reader.evaluate(() => document.activeElement?.localName)).toBe('termlight-card');
  await reader.press('Escape');
  await expect.poll(() => reader.card()).toBeUndefined();
  expect(await reader.evaluate(() => document.activeElement?.textContent)).toBe('MRD');
  const at = await reader.evaluate(() => {
    const mark = [...document.querySelectorAll('mark')].find(
      ({ textContent }) => textContent === 'vincristine',
    );
    const box = mark?.getBoundingClientRect() ?? new DOMRect();
    return { x: box.left + 9, y: box.top + 9 };
  });
  await reader.click(at.x, at.y);
  await expect.poll(() => reader.card()).toContain('vincristine');
  await withSettings(reader, {});
});

test('nothing opens while the reader selects or types', async ({ reader }) => {
  const { x, y } = await reader.pointAt('vincristine');
  await reader.movePointer(x - 60, y);
  await reader.button(true);
  await reader.movePointer(x - 1, y);
  await reader.movePointer(x, y);
  await pause(A_WHILE);
  expect(await reader.card()).toBeUndefined();
  await reader.button(false);
  await pause(A_WHILE);
  expect(await reader.card()).toBeUndefined();
  await reader.evaluate(() => {
    getSelection()?.empty();
    document.querySelector<HTMLElement>('#note')?.focus();
  });
  await reader.press('a');
  await reader.movePointer(x + 1, y);
  await pause(A_WHILE);
  expect(await reader.card()).toBeUndefined();
  expect(await reader.evaluate(() => document.querySelector('input')?.value)).toBe('a');
});

test('a card goes when the reader types into a field of the page, unless it was kept open', async ({
  reader,
}) => {
  await reader.evaluate(() => document.querySelector<HTMLElement>('#note')?.focus());
  await openByPointer(reader, 'vincristine');
  await reader.press('ArrowLeft');
  await pause(A_WHILE);
  expect(await reader.card()).toContain('vincristine');
  await reader.press('a');
  await expect.poll(() => reader.card()).toBeUndefined();
  await pause(A_WHILE * 2);
  await openByPointer(reader, 'MRD');
  await pressInCard(reader, 'Keep open');
  await reader.evaluate(() => document.querySelector<HTMLElement>('#note')?.focus());
  await reader.press('b');
  await pause(A_WHILE);
  expect(await reader.card()).toContain('measurable residual disease');
  expect(await reader.evaluate(() => document.querySelector('input')?.value)).toBe('ab');
});

test('a tap opens the card, a tap elsewhere closes it', async ({ reader }) => {
  const { x, y } = await reader.pointAt('MRD');
  await reader.tap(x, y);
  await expect.poll(() => reader.card()).toContain('measurable residual disease');
  await reader.tap(5, 5);
  await expect.poll(() => reader.card()).toBeUndefined();
});

test('related terms open in the same card, with the way back and forward', async ({ reader }) => {
  await openByPointer(reader, 'vincristine');
  await pressInCard(reader, 'chemotherapy');
  await expect.poll(() => reader.card()).toMatch(/^treatment .*chemotherapy/);
  expect(await reader.evaluate(() => document.querySelectorAll('termlight-card').length)).toBe(1);
  await pressInCard(reader, 'Back');
  await expect.poll(() => reader.card()).toMatch(/^drug .*vincristine/);
  await pressInCard(reader, 'Forward');
  await expect.poll(() => reader.card()).toMatch(/^treatment .*chemotherapy/);
});

test('a term under the page’s own bar is brought out from under it', async ({ reader, server }) => {
  const bar =
    '<header style="position: fixed; inset: 0 0 auto; height: 120px; background: #ccc">Bar</header>';
  await reader.goto(server.add(article('', `${bar}<div style="height: 3000px"></div>`)));
  await reader.settled(6);
  const { y } = await reader.pointAt('vincristine');
  await reader.evaluate((by: number) => scrollBy({ top: by, behavior: 'instant' }), y - 80);
  const seen = () =>
    reader.evaluate(() => {
      const [range] = CSS.highlights.get('termlight-active') ?? [];
      if (!range) return undefined;
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const { left, right, top, bottom } = live.getBoundingClientRect();
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return `${live} ${hit?.localName}`;
    });
  await reader.command('next-term');
  await expect.poll(seen).toBeDefined();
  expect(await seen()).not.toContain('header');
  await reader.command('next-term');
  await expect.poll(seen).toMatch(/ (p|h\d)$/);
});

/** The text of the term whose card is open, and where it stands. */
const active = (reader: Reader) =>
  reader.evaluate(() => {
    const [range] = CSS.highlights.get('termlight-active') ?? [];
    if (!range) return undefined;
    const { startContainer, startOffset, endOffset } = range;
    const within = startContainer.parentElement?.closest('dialog, [inert]')?.id ?? 'the page';
    return `${startContainer.textContent?.slice(startOffset, endOffset)} in ${within}`;
  });

/** Goes so many steps, and tells where each led. */
async function walk(reader: Reader, steps: number): Promise<(string | undefined)[]> {
  const places: (string | undefined)[] = [];
  for (let step = 0; step < steps; step++) {
    const last = places.at(-1);
    await reader.press('Alt+.');
    await expect.poll(() => active(reader)).not.toBe(last);
    places.push(await active(reader));
  }
  return places;
}

test('the keyboard goes to no term behind a modal dialog, nor to an inert one', async ({
  reader,
  server,
}) => {
  const more = `<section id="still" inert><p>She had rituximab.</p></section>
    <dialog id="lower">Now methotrexate.</dialog>
    <dialog id="upper"><p>She had daunorubicin with <b inert>dexamethasone</b>, then asparaginase.</p></dialog>`;
  await reader.goto(server.add(article('', more).replace(/(<.?)article>/g, '$1section>')));
  expect(await reader.settled(9)).toContain('rituximab');
  expect(await walk(reader, 2)).toEqual([
    'acute lymphoblastic leukemia in the page',
    'induction in the page',
  ]);
  await reader.evaluate(() => {
    for (const id of ['lower', 'upper']) document.querySelector<HTMLDialogElement>(`#${id}`)?.showModal();
  });
  await expect.poll(async () => (await reader.painted()).length).toBeGreaterThan(12);
  expect(await walk(reader, 3)).toEqual([
    'daunorubicin in upper',
    'asparaginase in upper',
    'daunorubicin in upper',
  ]);
  await reader.press('Escape');
  await reader.evaluate(() => {
    for (const id of ['lower', 'upper']) document.querySelector<HTMLDialogElement>(`#${id}`)?.close();
    scrollTo({ top: 0, behavior: 'instant' });
  });
  const around = await walk(reader, 9);
  expect(around).toContain('vincristine in the page');
  expect(around.filter((place) => !place?.endsWith('in the page'))).toEqual([]);
});

test('the keyboard goes to no term that cannot be seen, but to what can be scrolled to', async ({
  reader,
  server,
}) => {
  const hidden = [
    '<div style="height: 0; overflow: hidden"><p>Then vincristine.</p></div>',
    '<p style="position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)">daunorubicin</p>',
    '<p style="opacity: 0">Then <b>rituximab</b>.</p>',
    '<p style="text-indent: -9999px">ponatinib</p>',
    '<p style="position: absolute; top: -999px">dasatinib</p>',
    '<p style="transform: scale(0)">cyclophosphamide</p>',
  ];
  const seen = [
    '<div style="height: 0"><p style="margin: 0">asparaginase</p></div>',
    '<div style="height: 0; overflow: hidden"><p style="position: absolute">dexamethasone</p></div>',
    '<div style="height: 40px; overflow: auto"><p style="height: 300px">Scroll</p><p>methotrexate</p></div>',
    '<div style="width: 200px; overflow: auto; white-space: nowrap; direction: rtl"><b style="padding-right: 900px">cytarabine</b></div>',
    '<slot style="overflow: hidden">pegaspargase</slot>',
    '<p style="opacity: 0; margin-top: 3000px" id="late">imatinib</p>',
  ];
  const late = `<script>new IntersectionObserver(([{ isIntersecting, target }]) => {
    if (isIntersecting) target.style.opacity = 1;
  }).observe(document.querySelector('#late'))</script>`;
  await reader.goto(
    server.add(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Leukemia</title>
    <body><h1>Acute lymphoblastic leukemia</h1>${[...hidden, ...seen].join('<br><br>')}${late}</body></html>`),
  );
  expect(await reader.settled(7)).toEqual(expect.arrayContaining(['vincristine', 'rituximab', 'ponatinib']));
  expect(await walk(reader, 8)).toEqual(
    [
      'Acute lymphoblastic leukemia',
      'asparaginase',
      'dexamethasone',
      'methotrexate',
      'cytarabine',
      'pegaspargase',
      'imatinib',
      'Acute lymphoblastic leukemia',
    ].map((text) => `${text} in the page`),
  );
});
