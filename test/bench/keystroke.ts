/**
 * Time from a keystroke in the popup's search field to its results, laid out, in real Chromium: every prefix of some of the
 * queries of the readers' table. Processor time of the page's main thread stands beside the time on the clock, which
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

const { context, extensionId, close } = await launchChromium({ headless: true });
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

const clock: number[] = [];
const processor: number[] = [];
for (const text of texts) {
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
  clock.push(took);
  processor.push((await busy()) - before);
}
await close();

function report(name: string, times: number[]): void {
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
  console.log(`${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);
}
console.log(`${texts.length} keystrokes`);
report('on the clock', clock);
report('processor time of the main thread, painting and the measuring itself included', processor);
