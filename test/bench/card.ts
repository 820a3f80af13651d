/**
 * How long a reader waits for a card: from the pointer's last move on a term to the frame in which the card is painted,
 * in the built extension, its background stopped before each opening.
 */
import type { Browser } from 'puppeteer-core';
import { OPEN_DELAY } from '../../entrypoints/reader/machine';
import { contexts, evaluateIn } from '../../scripts/bidi';
import type { BrowserName } from '../../scripts/browsers';
import { FIREFOX_ID, launchChromium, launchFirefox } from '../../scripts/launch';
import { middleOf, paintedTexts, untilStill } from '../../scripts/painted';
import { servePages } from '../../scripts/serve';
import { median, percentile } from './stats';

const TERMS = ['acute lymphoblastic leukemia', 'induction', 'vincristine', 'lumbar puncture'];
/** Long enough for a card to be closed, and for the machine to come to rest. */
const BETWEEN = 450;

/** What is needed of a tab, in either browser's tongue. */
interface Tab {
  goto(url: string): Promise<unknown>;
  evaluate<T>(script: (argument: never) => T, argument?: unknown): Promise<Awaited<T>>;
  mouse: { move(x: number, y: number): Promise<void> };
  close(): Promise<unknown>;
}

interface Session {
  newTab(): Promise<Tab>;
  /** Stops the extension's background. */
  putAsleep(): Promise<unknown>;
  close(): Promise<void>;
}

/** Runs in the page: notes when the pointer moved last and when the frame with the card was done. */
function watch(): void {
  const world = window as unknown as { moved: number; shown: number[] };
  world.shown = [];
  addEventListener('pointermove', (event) => {
    world.moved = event.timeStamp;
  });
  const watchParent = new MutationObserver((records) => {
    const added = records.flatMap(({ addedNodes }) => [...addedNodes] as Element[]);
    if (!added.some(({ localName }) => localName === 'termlight-card')) return;
    const { moved } = world;
    // The first task after the frame's own callbacks: style, layout and paint are over.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => world.shown.push(performance.now() - moved);
      port2.postMessage(undefined);
    });
  });
  watchParent.observe(document.documentElement, { childList: true });
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function chromium(): Promise<Session> {
  const { context, close } = await launchChromium({ headless: true });
  const session = await context.newCDPSession(context.pages()[0]);
  await session.send('ServiceWorker.enable');
  return {
    newTab: async () => (await context.newPage()) as unknown as Tab,
    putAsleep: () => session.send('ServiceWorker.stopAllWorkers'),
    close,
  };
}

/** Firefox's own way to end an event page that has been idle. */
const TERMINATE = `WebExtensionPolicy.getByID(${JSON.stringify(FIREFOX_ID)}).extension.terminateBackground()`;

async function firefox(): Promise<Session> {
  const { browser, close } = await launchFirefox({ headless: true });
  return {
    newTab: async () => (await browser.newPage()) as unknown as Tab,
    putAsleep: () => inBrowser(browser, TERMINATE),
    close,
  };
}

async function inBrowser(browser: Browser, expression: string): Promise<unknown> {
  const [window] = await contexts(browser, true);
  return evaluateIn(browser, window.context, expression);
}

async function hoverAll(tab: Tab, putAsleep: () => Promise<unknown>): Promise<number[]> {
  for (const term of TERMS) {
    await putAsleep();
    const point = await tab.evaluate(middleOf as (argument: never) => ReturnType<typeof middleOf>, [term, 0]);
    if (!point) throw new Error(`"${term}" is not lit`);
    await tab.mouse.move(point.x - 1, point.y);
    await tab.mouse.move(point.x, point.y);
    await wait(OPEN_DELAY + BETWEEN);
    await tab.mouse.move(2, 2);
    await wait(OPEN_DELAY + BETWEEN);
  }
  const waits = await tab.evaluate(() => (window as unknown as { shown: number[] }).shown.splice(0));
  if (waits.length !== TERMS.length) throw new Error(`${waits.length} of ${TERMS.length} cards opened`);
  return waits;
}

/** A line of the table: how much longer than the delay it took, in milliseconds. */
function line(name: string, waits: number[]): string {
  const over = waits.map((ms) => ms - OPEN_DELAY);
  const cells = [median(over), percentile(over, 0.95), Math.max(...over)].map((ms) => ms.toFixed(0));
  return `| ${name} | ${over.length} | ${cells.join(' | ')} |`;
}

/**
 * Opens each term's card in fresh tabs, one round in each.
 * @returns a table of milliseconds beyond the delay
 * @throws Error when a card does not open
 */
export async function cards(name: BrowserName, rounds: number): Promise<string[]> {
  const server = await servePages(new URL('../fixtures', import.meta.url).pathname);
  const { newTab, putAsleep, close } = await (name === 'firefox' ? firefox() : chromium());
  const first: number[] = [];
  const later: number[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const tab = await newTab();
      await tab.goto(`${server.origin}/induction.html`);
      await untilStill(() => tab.evaluate(paintedTexts), 8);
      // The card's texts come after the first lights.
      await wait(1000);
      await tab.evaluate(watch);
      const [cold, ...warm] = await hoverAll(tab, putAsleep);
      first.push(cold);
      later.push(...warm);
      await tab.close();
    }
  } finally {
    await close();
    await server.close();
  }
  return [
    `Milliseconds beyond the delay of ${OPEN_DELAY} ms, the background stopped before each opening.`,
    '',
    '| card | openings | median | p95 | longest |',
    '|---|---|---|---|---|',
    line('first on a page', first),
    line('each later one', later),
  ];
}
