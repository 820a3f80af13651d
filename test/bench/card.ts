/**
 * How long a reader waits for a card: from the pointer's last move on a term to the frame in which the card is painted,
 * in the built extension.
 * usage: npm run bench:card [-- --browser firefox --rounds 24]; each round has one first opening
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { OPEN_DELAY } from '../../entrypoints/reader/machine';
import { launchChromium, launchFirefox } from '../../scripts/launch';
import { middleOf, paintedTexts, untilStill } from '../../scripts/painted';
import { servePages } from '../../scripts/serve';

const DEFAULT_ROUNDS = '6';
const TERMS = [
  'acute lymphoblastic leukemia',
  'induction',
  'vincristine',
  'lumbar puncture',
  'MRD',
  'blinatumomab',
];
/** Long enough for a card to be closed, and for the machine to come to rest. */
const BETWEEN = 450;

/** What is needed of a tab, in either browser's tongue. */
interface Tab {
  goto(url: string): Promise<unknown>;
  evaluate<T>(script: (argument: never) => T, argument?: unknown): Promise<Awaited<T>>;
  mouse: { move(x: number, y: number): Promise<void> };
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

async function hoverAll(tab: Tab, asleep: () => Promise<void>): Promise<number[]> {
  for (const term of TERMS) {
    await asleep();
    const point = await tab.evaluate(middleOf as (argument: never) => ReturnType<typeof middleOf>, [term, 0]);
    if (!point) throw new Error(`"${term}" is not lit`);
    await tab.mouse.move(point.x - 1, point.y);
    await tab.mouse.move(point.x, point.y);
    await wait(OPEN_DELAY + BETWEEN);
    await tab.mouse.move(2, 2);
    await wait(OPEN_DELAY + BETWEEN);
  }
  return tab.evaluate(() => {
    const { shown } = window as unknown as { shown: number[] };
    return shown.splice(0);
  });
}

const at = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** A line of the table: how much longer than the delay it took, in milliseconds. */
function line(name: string, waits: number[]): string {
  const over = waits.map((ms) => ms - OPEN_DELAY).sort((a, b) => a - b);
  const cells = [at(over, 0.5), at(over, 0.95), over[over.length - 1]].map((ms) => ms.toFixed(0));
  return `| ${name} | ${over.length} | ${cells.join(' | ')} |`;
}

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    rounds: { type: 'string', default: DEFAULT_ROUNDS },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds wants a whole number above 0');
const server = await servePages(new URL('../fixtures', import.meta.url).pathname);

async function measure(
  version: string,
  newTab: () => Promise<{ tab: Tab; close(): Promise<void> }>,
  asleep: () => Promise<void>,
  how = '',
): Promise<void> {
  const first: number[] = [];
  const later: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { tab, close } = await newTab();
    await tab.goto(`${server.origin}/induction.html`);
    await untilStill(() => tab.evaluate(paintedTexts), 8);
    // The card's texts come after the first lights.
    await wait(1000);
    await tab.evaluate(watch);
    const [cold, ...warm] = await hoverAll(tab, asleep);
    first.push(cold);
    later.push(...warm);
    await close();
  }
  console.log(`${version}, ${cpus().length} cores; milliseconds beyond the delay of ${OPEN_DELAY} ms\n`);
  console.log('| card | openings | median | p95 | longest |\n|---|---|---|---|---|');
  console.log(line(`first on a page${how}`, first));
  console.log(line(`each later one${how}`, later));
}

if (values.browser === 'firefox') {
  const { browser, close } = await launchFirefox({ headless: true });
  const newTab = async () => {
    const page = await browser.newPage();
    return { tab: page as unknown as Tab, close: () => page.close() };
  };
  // An event page of Firefox is ended by the browser alone, after 30 seconds without an event.
  await measure(await browser.version(), newTab, async () => undefined);
  await close();
} else {
  const { context, close } = await launchChromium({ headless: true });
  const session = await context.newCDPSession(context.pages()[0]);
  await session.send('ServiceWorker.enable');
  const newTab = async () => {
    const page = await context.newPage();
    return { tab: page as unknown as Tab, close: () => page.close() };
  };
  const asleep = async () => {
    await session.send('ServiceWorker.stopAllWorkers');
  };
  await measure(`Chromium ${context.browser()?.version() ?? ''}`, newTab, asleep, ', worker asleep');
  await close();
}
await server.close();
