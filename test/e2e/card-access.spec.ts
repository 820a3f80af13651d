import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { article, openByPointer, pause, pressInCard, withSettings } from './card-tools';
import { expect, test } from './fixtures';
import type { Reader } from './reader';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules that the open card breaks, of all that axe has, the page around it left out. */
async function violations(reader: Reader): Promise<string[]> {
  await reader.unseal();
  await reader.evaluate((source: string) => {
    // As a script of the page: nothing else sees what was unsealed.
    const script = document.createElement('script');
    script.textContent = source;
    document.head.append(script);
    script.remove();
  }, AXE);
  return reader.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations: found, passes } = await axe.run({ fromShadowDom: ['termlight-card', '.tl-place'] });
    if (passes.length < 10) throw new Error('axe did not see the card');
    return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  });
}

const THEMES: [name: string, style: string][] = [
  ['light', ''],
  ['dark', 'body { background: #111; color: #eee }'],
];
for (const [name, style] of THEMES) {
  test(`axe finds nothing in the card: ${name}`, async ({ reader, server }) => {
    await reader.goto(server.add(article(style)));
    await reader.settled(6);
    await openByPointer(reader, 'cytokine release syndrome');
    await pause(400);
    expect(await violations(reader)).toEqual([]);
    await pressInCard(reader, 'More');
    await pressInCard(reader, 'Why this meaning?');
    expect(await violations(reader)).toEqual([]);
    await pressInCard(reader, 'I know this');
    await expect.poll(() => reader.card()).toContain('Undo');
    expect(await violations(reader)).toEqual([]);
    await pressInCard(reader, 'Undo');
    await reader.press('Escape');
  });
}

test('axe finds nothing in the sheet of a narrow window', async ({ reader, server }) => {
  await reader.resize(360, 640);
  await reader.goto(server.add(article('body { margin: 16px }')));
  await reader.settled(6);
  await openByPointer(reader, 'blinatumomab');
  expect(await violations(reader)).toEqual([]);
  await reader.resize(1280, 800);
});

test('a screen reader hears the term and finds a dialog with name and description', {
  tag: '@chromium',
}, async ({ chromium, server }) => {
  await chromium.goto(server.add(article()));
  await chromium.settled(6);
  await chromium.press('Alt+.');
  await expect.poll(() => chromium.card()).toBeDefined();
  await pause(400);
  const session = await chromium.context.newCDPSession(chromium.page);
  const tree = async () => {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes.filter((node) => !node.ignored);
  };
  const before = await tree();
  const dialog = before.find((node) => node.role?.value === 'dialog');
  expect(dialog?.name?.value).toBe('acute lymphoblastic leukemia: acute lymphocytic leukemia');
  expect(dialog?.description?.value).toContain('fast-growing blood cancer');
  const status = before.find((node) => node.role?.value === 'status');
  expect(status?.properties?.find((p) => p.name === 'live')?.value.value).toBe('polite');
  expect(JSON.stringify(before.filter((node) => node.parentId === status?.nodeId))).toContain('Term 1 of');
  for (const node of before.filter((n) => ['button', 'link'].includes(String(n.role?.value))))
    expect(node.name?.value).not.toBe('');
  const named = (role: string, name: string) =>
    before.some((node) => node.role?.value === role && node.name?.value === name);
  for (const name of ['Keep open', 'Close', 'More', 'Side panel', 'Save', 'I know this', 'Wrong here'])
    expect(named('button', name)).toBe(true);
  expect(named('list', 'Related')).toBe(true);
  // Entered, the focus is on the dialog itself, so that its name and description are read.
  await chromium.press('Enter');
  const entered = await tree();
  const focused = entered.filter((node) =>
    node.properties?.some((p) => p.name === 'focused' && p.value.value),
  );
  expect(focused.map((node) => node.role?.value)).toContain('dialog');
});

test('the keyboard’s focus stays in the card: at its top after a way to another term, at Undo and back', async ({
  reader,
  server,
}) => {
  /** What has the focus in the card, by its name. */
  const focused = () =>
    reader.evaluate(() => {
      const element = document.querySelector('termlight-card')?.shadowRoot?.activeElement;
      return element?.getAttribute('role') === 'dialog'
        ? 'the card'
        : (element?.getAttribute('aria-label') ?? element?.textContent?.trim());
    });
  /** Presses Enter on a control, which gets the focus for that. */
  const enter = async (selector: string) => {
    await reader.evaluate((wanted: string) => {
      document.querySelector('termlight-card')?.shadowRoot?.querySelector<HTMLElement>(wanted)?.focus();
    }, selector);
    await reader.press('Enter');
  };
  await reader.goto(server.add(article()));
  await reader.settled(6);
  await reader.press('Alt+.');
  await expect.poll(() => reader.card()).toBeDefined();
  await reader.press('Enter');
  await reader.unseal();
  await expect.poll(focused).toBe('the card');
  const title = () =>
    reader.evaluate(
      () => document.querySelector('termlight-card')?.shadowRoot?.querySelector('h1')?.textContent,
    );
  for (const way of ['.tl-plain .tl-link', '.tl-chip']) {
    const before = await title();
    await enter(way);
    await expect.poll(title).not.toBe(before);
    expect(await focused()).toBe('the card');
    await reader.press('Tab');
    expect(await focused()).toBe('Back');
  }
  await reader.press('Enter');
  expect(await focused()).toBe('Back');
  await enter('[aria-label="Back"]');
  await expect.poll(title).toContain('acute lymphocytic leukemia');
  for (const verdict of ['known', 'wrong']) {
    await enter(`[data-verdict="${verdict}"]`);
    await expect.poll(focused).toBe('Undo');
    await expect.poll(() => reader.painted()).not.toContain('acute lymphoblastic leukemia');
    await reader.press('Enter');
    await expect.poll(focused).toBe(verdict === 'known' ? 'I know this' : 'Wrong here');
    await expect.poll(() => reader.painted()).toContain('acute lymphoblastic leukemia');
  }
  await reader.press('Escape');
  await expect.poll(() => reader.card()).toBeUndefined();
});

test('a card that changes takes no focus from the page', async ({ reader, server }) => {
  await reader.goto(server.add(article()));
  await reader.settled(6);
  await reader.press('Alt+.');
  await expect.poll(() => reader.card()).toBeDefined();
  await reader.evaluate(() => document.querySelector<HTMLElement>('#link')?.focus());
  await withSettings(reader, { language: 'es' });
  await expect.poll(() => reader.card()).toContain('Relacionados');
  expect(await reader.evaluate(() => document.activeElement?.id)).toBe('link');
  await withSettings(reader, {});
});
