import { article, openByPointer, pressInCard, withSettings } from './card-tools';
import { expect, test } from './fixtures';
import type { Reader } from './reader';

test.beforeEach(async ({ reader, server }) => {
  await reader.goto(server.add(article()));
  await reader.settled(6);
});

/** What stands in the extension's storage under a key. */
async function stored(
  reader: Reader,
  key: 'settings' | 'saved',
): Promise<Record<string, unknown> | undefined> {
  const page = await reader.extensionPage('options.html');
  const all = await page.evaluate(() => {
    type Storage = { local: { get(): Promise<Record<string, Record<string, unknown>>> } };
    const world = globalThis as unknown as Record<'browser' | 'chrome', { storage: Storage } | undefined>;
    return (world.browser ?? world.chrome)?.storage.local.get();
  });
  await page.close();
  return all?.[key];
}

test('a form that differs from the headword stands before it', async ({ reader }) => {
  await openByPointer(reader, 'MRD');
  expect(await reader.card()).toContain('MRD : measurable residual disease');
});

test('the title takes at most two lines on a phone, however long the form and the headword are', async ({
  reader,
  server,
}) => {
  test.slow();
  const forms = [
    'Philadelphia chromosome-negative acute lymphoblastic leukemia',
    'B-cell precursor acute lymphoblastic leukemia',
    'hematopoietic stem cell transplantation',
    'reduced-intensity chemotherapy',
    'certified treatment center',
    'ICANS',
    'National Comprehensive Cancer Network',
  ];
  await reader.resize(360, 760);
  for (const form of forms) {
    await reader.goto(
      server.add(
        `<!doctype html><html lang="en"><title>Acute lymphoblastic leukemia</title>
        <p>Here is the ${form} for acute lymphoblastic leukemia.</p>`,
      ),
    );
    await reader.settled(2);
    await openByPointer(reader, form);
    await reader.unseal();
    const lines = await reader.evaluate(() => {
      const title = document.querySelector('termlight-card')?.shadowRoot?.querySelector('h1');
      if (!title) return undefined;
      return title.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(title).lineHeight);
    });
    expect(lines, form).toBeGreaterThan(0.9);
    // Words in two sizes may make a line a little higher.
    expect(lines, form).toBeLessThan(2.5);
  }
});

for (const [place, open, close] of [
  ['paragraph', '<p>', '</p>'],
  ['paragraph', '<ul><li><p>', '</p></li></ul>'],
  ['heading', '<h2>', '</h2>'],
  ['list item', '<ul><li>', '</li></ul>'],
  ['list item', '<dl><dd>', '</dd></dl>'],
  ['table cell', '<table><tr><td><div>', '</div></td></tr></table>'],
  ['caption', '<figure><figcaption>', '</figcaption></figure>'],
]) {
  test(`a note that fits what stands in ${open} says so`, async ({ reader, server }) => {
    await reader.goto(
      server.add(
        `<!doctype html><html lang="en"><title>Acute lymphoblastic leukemia</title><h1>Leukemia</h1>
        ${open}Blinatumomab in consolidation${close}<p>The year with leukemia.</p>`,
      ),
    );
    await reader.settled(2);
    await openByPointer(reader, 'Blinatumomab');
    expect(await reader.card()).toContain(`Because this ${place} mentions consolidation`);
  });
}

test('an effect that may be dangerous says so before all else', async ({ reader }) => {
  await openByPointer(reader, 'cytokine release syndrome');
  const card = (await reader.card()) ?? '';
  expect(card).toContain('Tell the care team right away');
  expect(card.indexOf('Tell the care team')).toBeLessThan(card.indexOf('In this text'));
});

test('a note that fits the paragraph comes first, one that only the page speaks for after what the term is', async ({
  reader,
  server,
}) => {
  const page = (near: string) => `<!doctype html><html lang="en"><title>Acute lymphoblastic leukemia</title>
    <article><h1>Acute lymphoblastic leukemia</h1><h2>One</h2><p>He was given nelarabine on Monday. ${near}</p>
    <h2>Two</h2><p>Maintenance for acute lymphoblastic leukemia takes two years of chemotherapy.</p></article>`;
  const order = async (near: string) => {
    await reader.goto(server.add(page(near)));
    await reader.settled(3);
    await openByPointer(reader, 'nelarabine');
    const card = (await reader.card()) ?? '';
    return card.indexOf('In this text') < card.indexOf('keeps them from making DNA');
  };
  expect(await order('It was part of maintenance for his leukemia.')).toBe(true);
  expect(await order('')).toBe(false);
});

test('More shows detail and picture, Why this meaning the reason', async ({ reader }) => {
  await openByPointer(reader, 'blinatumomab');
  expect(await reader.card()).not.toContain('28 days');
  await pressInCard(reader, 'More');
  await expect.poll(() => reader.card()).toContain('28 days');
  expect(await reader.card()).toContain('How a T-cell engager ties two cells together');
  const before = (await reader.card())?.length ?? 0;
  await pressInCard(reader, 'Why this meaning?');
  await expect.poll(async () => (await reader.card())?.length ?? 0).toBeGreaterThan(before + 10);
  const isSeen = () =>
    reader.evaluate(() => {
      const root = document.querySelector('termlight-card')?.shadowRoot;
      const [reason, actions] = ['.tl-reason', '.tl-actions'].map((part) => root?.querySelector(part));
      return (
        !!reason && !!actions && reason.getBoundingClientRect().bottom <= actions.getBoundingClientRect().top
      );
    });
  await expect.poll(isSeen).toBe(true);
});

test('words in the text lead to their own card', async ({ reader }) => {
  await openByPointer(reader, 'blinatumomab');
  await pressInCard(reader, 'T cell');
  await expect.poll(() => reader.card()).toMatch(/^cell .*T cell/);
});

test('Save keeps the term, and takes it out again', async ({ reader }) => {
  await openByPointer(reader, 'vincristine');
  await pressInCard(reader, 'Save');
  await expect.poll(() => reader.card()).toContain('Saved');
  await expect.poll(() => stored(reader, 'saved')).toEqual([{ concept: 'vincristine', note: '' }]);
  await pressInCard(reader, 'Saved');
  await expect.poll(() => stored(reader, 'saved')).toEqual([]);
});

for (const [button, text] of [
  ['I know this', 'This term will no longer be lit.'],
  ['Wrong here', 'This term will no longer be lit on this site.'],
]) {
  test(`${button} darkens the term, and Undo lights it again`, async ({ reader }) => {
    await openByPointer(reader, 'vincristine');
    await pressInCard(reader, button);
    await expect.poll(() => reader.card()).toContain(text);
    await expect.poll(() => reader.painted()).not.toContain('vincristine');
    await pressInCard(reader, 'Undo');
    await expect.poll(() => reader.painted()).toContain('vincristine');
    expect(await reader.card()).toContain(button);
    await withSettings(reader, {});
  });
}

test('a dark page gets a dark card, whatever the system says; the setting overrides both', async ({
  reader,
  server,
}) => {
  const surface = async () => {
    await reader.unseal();
    return reader.evaluate(() => {
      const card = document.querySelector('termlight-card')?.shadowRoot?.querySelector('.tl-card');
      return card && getComputedStyle(card).backgroundColor;
    });
  };
  await openByPointer(reader, 'vincristine');
  expect(await surface()).toBe('rgb(255, 255, 255)');
  await reader.goto(server.add(article('body { background: oklch(0.2 0.02 250); color: #ddd }')));
  await reader.settled(6);
  await openByPointer(reader, 'vincristine');
  expect(await surface()).toBe('rgb(29, 36, 43)');
  await reader.press('Escape');
  await withSettings(reader, { theme: 'light' });
  await reader.movePointer(3, 3);
  await openByPointer(reader, 'vincristine');
  expect(await surface()).toBe('rgb(255, 255, 255)');
  // A card that is open follows the setting, too.
  await pressInCard(reader, 'Keep open');
  await withSettings(reader, { theme: 'dark' });
  await expect.poll(surface).toBe('rgb(29, 36, 43)');
  await withSettings(reader, { theme: 'light' });
  await expect.poll(surface).toBe('rgb(255, 255, 255)');
  await withSettings(reader, {});
  await expect.poll(surface).toBe('rgb(29, 36, 43)');
});
