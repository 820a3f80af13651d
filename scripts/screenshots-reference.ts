/**
 * Takes the documentation's pictures of popup, side panel, options and the other pages, light and dark.
 * usage: npm run screenshots:reference [-- name …]
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { launchChromium } from './launch';
import { paintedTexts, untilStill } from './painted';
import { PAGES } from './screenshots-pages';
import { servePages } from './serve';

const OUT = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));

interface View {
  path: string;
  size: [width: number, height: number];
  /** Text that stands there when the view is ready. */
  ready: string;
  /** Typed into the focused field, then Enter if it ends with a line break. */
  typed?: string;
  /** Drawn this many times as large, as the browser's zoom does. */
  scale?: number;
  /** As chosen in the options. */
  language?: string;
  media?: Parameters<Page['emulateMedia']>[0];
}

const PANEL: [number, number] = [380, 900];
const VIEWS: Record<string, View> = {
  popup: { path: 'popup.html', size: [380, 590], ready: 'induction' },
  'popup-search': { path: 'popup.html', size: [380, 590], ready: 'On this page', typed: 'cyclophosfamide' },
  'popup-term': { path: 'popup.html', size: [380, 590], ready: 'On this page', typed: 'blina\n' },
  'panel-page': { path: 'sidepanel.html#/page', size: PANEL, ready: 'What comes after' },
  'panel-term': { path: 'sidepanel.html#consolidation', size: PANEL, ready: 'This fits the page' },
  'panel-terms': { path: 'sidepanel.html#/terms', size: PANEL, ready: '198 terms' },
  'panel-saved': { path: 'sidepanel.html#/saved', size: PANEL, ready: 'Print' },
  'panel-map': { path: 'sidepanel.html#/map', size: [320, 1200], ready: 'What stands on the page' },
  'panel-map-wide': { path: 'sidepanel.html#/map', size: [900, 1500], ready: 'What stands on the page' },
  'panel-zoom-200': { path: 'sidepanel.html#/page', size: [320, 450], ready: 'What comes after', scale: 2 },
  'panel-contrast': {
    path: 'sidepanel.html#consolidation',
    size: PANEL,
    ready: 'This fits the page',
    media: { contrast: 'more' },
  },
  'panel-forced-colors': {
    path: 'sidepanel.html#/map',
    size: [320, 900],
    ready: 'What stands on the page',
    media: { forcedColors: 'active' },
  },
  options: { path: 'options.html', size: [1080, 1100], ready: 'What is lit' },
  'options-narrow': { path: 'options.html', size: [320, 900], ready: 'What is lit' },
  'options-spanish': {
    path: 'options.html',
    size: [1080, 1640],
    ready: 'Qué se resalta',
    language: 'es',
  },
  'panel-spanish': {
    path: 'sidepanel.html#consolidation',
    size: PANEL,
    ready: 'Corresponde a la página',
    language: 'es',
  },
  welcome: { path: 'welcome.html', size: [820, 1120], ready: 'Termlight is ready' },
  sheet: { path: 'sheet.html', size: [760, 700], ready: 'blinatumomab' },
};
const SAVED = [
  { concept: 'blinatumomab', note: 'Can I carry the pump on the train?' },
  { concept: 'measurable-residual-disease', note: '' },
  { concept: 'lumbar-puncture', note: 'How many more?' },
];

interface Chrome {
  tabs: { query(about: object): Promise<{ id?: number; url?: string }[]> };
  storage: { local: { set(values: object): Promise<void> } };
}

async function take(page: Page, name: string, view: View, base: string, tab: number): Promise<void> {
  const [width, height] = view.size;
  await page.setViewportSize({ width, height });
  const session = await page.context().newCDPSession(page);
  const deviceScaleFactor = view.scale ?? 1;
  await session.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor,
    mobile: false,
  });
  const [file, hash] = view.path.split('#');
  await page.evaluate(
    (settings) => (globalThis as unknown as { chrome: Chrome }).chrome.storage.local.set({ settings }),
    { language: view.language ?? 'auto' },
  );
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ contrast: null, forcedColors: null, ...view.media, colorScheme });
    await page.goto('about:blank');
    await page.goto(`${base}${file}?tab=${tab}${hash ? `#${hash}` : ''}`);
    await page.getByText(view.ready).first().waitFor();
    if (view.typed) {
      await page.keyboard.type(view.typed.trimEnd());
      await page.getByRole('option').first().waitFor();
      if (view.typed.endsWith('\n')) await page.keyboard.press('Enter');
    }
    await page.screenshot({ path: `${OUT}${name}-${colorScheme}.png` });
    console.log(`docs/screenshots/${name}-${colorScheme}.png`);
  }
  await session.detach();
}

const wanted = process.argv.slice(2);
mkdirSync(OUT, { recursive: true });
const server = await servePages(OUT);
const { context, extensionId, close } = await launchChromium({ headless: true });
const base = `chrome-extension://${extensionId}/`;
const article = await context.newPage();
await article.goto(server.add(PAGES.light));
await untilStill(() => article.evaluate(paintedTexts), 3);
const page = await context.newPage();
await page.goto(`${base}sheet.html`);
const tab = await page.evaluate(
  async ({ url, saved }) => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    await chrome.storage.local.set({ saved });
    return (await chrome.tabs.query({})).find((t) => t.url === url)?.id ?? 0;
  },
  { url: article.url(), saved: SAVED },
);
for (const [name, view] of Object.entries(VIEWS)) {
  if (!wanted.length || wanted.includes(name)) await take(page, name, view, base, tab);
}
await close();
await server.close();
