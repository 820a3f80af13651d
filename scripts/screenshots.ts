/**
 * Takes the documentation's pictures of the card, in the built extension.
 * usage: npm run screenshots [-- name …]
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { launchChromium } from './launch';
import { middleOf, paintedTexts, untilStill } from './painted';
import { PAGES } from './screenshots-pages';
import { servePages } from './serve';

const OUT = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
/** The card's delay, and time for the page to be painted. */
const OPENING = 700;

interface Shot {
  page: keyof typeof PAGES;
  /** The word on which the pointer rests. */
  term: string;
  size?: [width: number, height: number];
  /** CSS pixels are drawn this many times as large, as the browser's zoom does. */
  scale?: number;
  media?: Parameters<Page['emulateMedia']>[0];
  /** Controls of the card that are pressed, by their names in BUTTONS. */
  press?: string[];
  /** How far the card is scrolled then, in CSS pixels. */
  scroll?: number;
}

const SHOTS: Record<string, Shot> = {
  light: { page: 'light', term: 'blinatumomab' },
  dark: { page: 'dark', term: 'MRD' },
  danger: { page: 'light', term: 'cytokine release syndrome', size: [900, 900] },
  wrapped: { page: 'narrowColumn', term: 'acute lymphoblastic leukemia' },
  'bottom-edge': { page: 'low', term: 'blinatumomab' },
  phone: { page: 'light', term: 'MRD', size: [390, 760] },
  'zoom-400': { page: 'light', term: 'induction', size: [320, 200], scale: 3 },
  'zoom-200': { page: 'light', term: 'consolidation', size: [640, 400], scale: 1.5 },
  nested: { page: 'nested', term: 'blinatumomab' },
  pinned: { page: 'light', term: 'consolidation', press: ['pin'] },
  more: { page: 'light', term: 'blinatumomab', size: [900, 900], press: ['more'], scroll: 980 },
  contrast: { page: 'light', term: 'cytokine release syndrome', media: { contrast: 'more' } },
  'forced-colors': { page: 'light', term: 'blinatumomab', media: { forcedColors: 'active' } },
  'right-to-left': { page: 'rtl', term: 'MRD' },
};

/** Where a control of the card is, by the words on it: read over the debugging protocol, since the root is closed. */
async function pointOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const node = nodes.find(
    (n) => n.role?.value === 'button' && String(n.name?.value).toLowerCase().startsWith(name),
  );
  if (!node?.backendDOMNodeId) throw new Error(`The card has no button "${name}"`);
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node.backendDOMNodeId });
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node.backendDOMNodeId });
  await session.detach();
  const [left, top, , , right, bottom] = model.content;
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

const BUTTONS: Record<string, string> = { pin: 'keep open', more: 'more' };

async function take(page: Page, address: string, name: string, shot: Shot): Promise<void> {
  const [width, height] = shot.size ?? [900, 720];
  await page.setViewportSize({ width, height });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: shot.scale ?? 1,
    mobile: false,
  });
  await page.emulateMedia({ contrast: null, forcedColors: null, ...shot.media });
  await page.mouse.move(0, 0);
  await page.goto(address);
  await untilStill(() => page.evaluate(paintedTexts), 3);
  const point = await page.evaluate(middleOf, [shot.term, 0] as [string, number]);
  if (!point) throw new Error(`${name}: "${shot.term}" is not lit`);
  await page.mouse.move(point.x - 1, point.y);
  await page.mouse.move(point.x, point.y);
  await page.waitForTimeout(OPENING);
  for (const button of shot.press ?? []) {
    const { x, y } = await pointOf(page, BUTTONS[button]);
    await page.mouse.click(x, y);
    await page.waitForTimeout(OPENING);
  }
  if (shot.scroll) {
    await page.mouse.wheel(0, shot.scroll);
    await page.waitForTimeout(OPENING);
  }
  await page.screenshot({ path: `${OUT}card-${name}.png` });
  await session.detach();
}

const wanted = process.argv.slice(2);
mkdirSync(OUT, { recursive: true });
const server = await servePages(OUT);
const { context, close } = await launchChromium({ headless: true });
const page = await context.newPage();
for (const [name, shot] of Object.entries(SHOTS)) {
  if (wanted.length && !wanted.includes(name)) continue;
  await take(page, server.add(PAGES[shot.page]), name, shot);
  console.log(`docs/screenshots/card-${name}.png`);
}
await close();
await server.close();
