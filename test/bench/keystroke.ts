/**
 * Time from a keystroke in the popup's search field to its results, laid out, in real Chromium: the first one in a fresh
 * popup, and every prefix of some of the queries of the readers' table. Processor time of the page's main thread stands beside the time on the clock, which
 * grows with whatever else the machine does.
 * usage: npm run bench:keystroke
 */
import { launchChromium } from '../../scripts/launch';
import { QUERIES } from '../unit/tables/search-queries';

/** Every so-manieth query: enough for a p95. */
const EVERY = 5;

const texts = Object.values(QUERIES)
  .flat()
  .filter((_, i) => i % EVERY === 0)
  .flatMap(([query]) => [...query].map((_, i) => query.slice(0, i + 1)));

/** How often the popup is opened anew for a first keystroke. */
const OPENINGS = 20;
/** Nobody types sooner after the field is to be seen, in milliseconds. */
const REACTION = 300;

const { context, extensionId, close } = await launchChromium({ headless: true });

async function openPopup() {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await page.bringToFront();
  await page.getByRole('combobox').waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  /** Milliseconds on the clock, and of the main thread's processor time, from a keystroke to its results. */
  const type = async (text: string): Promise<[clock: number, processor: number]> => {
    const before = await busy();
    const took = await page.evaluate(async (typed) => {
      const field = document.querySelector('input[role=combobox]') as HTMLInputElement;
      field.value = typed;
      const from = performance.now();
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      // Preact renders in a microtask of the event: by the next task it has.
      await new Promise((resolve) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = resolve;
        channel.port2.postMessage(0);
      });
      document.body.getBoundingClientRect();
      return performance.now() - from;
    }, text);
    return [took, (await busy()) - before];
  };
  return { page, type };
}

function report(name: string, all: [clock: number, processor: number][]): void {
  console.log(`${name}: ${all.length} keystrokes`);
  ['on the clock', 'processor time of the main thread, the measuring itself included'].forEach((kind, i) => {
    const times = all.map((one) => one[i]).sort((a, b) => a - b);
    const at = (share: number) =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
    console.log(`  ${kind}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);
  });
}

const first: [number, number][] = [];
for (let i = 0; i < OPENINGS; i++) {
  const { page, type } = await openPopup();
  await new Promise((resolve) => setTimeout(resolve, REACTION));
  first.push(await type(texts[i % texts.length][0]));
  await page.close();
}
report('the first in a popup', first);

const { type } = await openPopup();
const later: [number, number][] = [];
for (const text of texts) later.push(await type(text));
report('one after the other', later.slice(1));
await close();
