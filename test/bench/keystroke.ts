/**
 * Time from a keystroke in the popup's search field to its results, laid out: every prefix of every query of the readers'
 * table, in real Chromium.
 * usage: npm run bench:keystroke
 */
import { launchChromium } from '../../scripts/launch';
import { QUERIES } from '../unit/tables/search-queries';

const queries = Object.values(QUERIES)
  .flat()
  .map(([query]) => query);

const { context, extensionId, close } = await launchChromium({ headless: true });
const page = await context.newPage();
await page.goto(`chrome-extension://${extensionId}/popup.html`);
await page.bringToFront();
await page.getByRole('combobox').waitFor();
// Written without inner functions that have names: tsx would give them a helper that the page does not know.
const times = await page.evaluate(async (all) => {
  const field = document.querySelector('input[role=combobox]') as HTMLInputElement;
  const out: number[] = [];
  const texts = all.flatMap((query) => [...query].map((_, i) => query.slice(0, i + 1)));
  for (const text of texts) {
    field.value = text;
    const from = performance.now();
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // Preact renders in a microtask of the event: by the next task it has.
    await new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(0);
    });
    document.body.getBoundingClientRect();
    out.push(performance.now() - from);
  }
  return out;
}, queries);
await close();

times.sort((a, b) => a - b);
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
console.log(`${times.length} keystrokes: median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);
