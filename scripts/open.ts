/**
 * Opens a browser with the built extension on an article.
 * usage: npm start [-- [--headless] [address or HTML file]]
 * Without a display: headless, a screenshot with one open card, and the terms found, one a line, with the reason.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'wxt';
import { findTerms } from './find-terms';
import { type ChromiumSession, launchChromium } from './launch';
import { middleOf, paintedTexts, untilStill } from './painted';
import { servePages } from './serve';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SAMPLE = join(ROOT, 'scripts/sample/article.html');
const SHOT_DIR = join(ROOT, '.output');
const CARD_TIMEOUT = 5_000;

const USAGE = 'usage: npm start [-- [--headless] [address or HTML file]]';

class UsageError extends Error {}

/** What a browser says of a page that it cannot open, without what is only of use to programmers. */
const faultOf = ({ message }: Error): string =>
  message
    .split('\n')[0]
    .replace(/^page\.goto: /, '')
    .replace(/ at \S+$/, '')
    .replace('Download is starting', 'it is no page that a browser shows');

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** What to open: an address as it is, a file as a path that exists. */
function targetOf(given: string | undefined): { url?: string; file?: string } {
  if (!given) return { file: SAMPLE };
  if (/^https?:/i.test(given)) {
    if (!URL.canParse(given)) throw new UsageError(`${given} is no valid address`);
    return { url: given };
  }
  if (/^[a-z]+:\/\//i.test(given))
    throw new UsageError(`${given}: only http and https addresses can be opened`);
  const file = resolve(process.env.INIT_CWD ?? process.env.TERMLIGHT_CWD ?? '.', given);
  if (!existsSync(file))
    throw new UsageError(`${given}: there is no such file; an address begins with https:// or http://`);
  if (!statSync(file).isFile()) throw new UsageError(`${given} is not a file`);
  return { file };
}

async function printTerms(page: Page): Promise<void> {
  const painted = await untilStill(() => page.evaluate(paintedTexts), 0);
  if (!painted.length) {
    console.log('No term found on this page.');
    return;
  }
  const reasons = new Map(findTerms(await page.content(), 'page.html').map((t) => [t.text, t]));
  for (const [index, text] of painted.entries()) {
    const term = reasons.get(text);
    console.log(
      `${String(index + 1).padStart(3)}  ${text.replace(/\s+/g, ' ')}${term ? `  →  ${term.concept}: ${term.reason}` : ''}`,
    );
  }
  const point = await page.evaluate(middleOf, [painted[Math.min(3, painted.length - 1)], 0] as [
    string,
    number,
  ]);
  if (point) {
    await page.mouse.move(point.x - 1, point.y);
    await page.mouse.move(point.x, point.y);
    await page.locator('termlight-card').first().waitFor({ state: 'attached', timeout: CARD_TIMEOUT });
    // One more frame, so that the card is painted as well as placed.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const unknown = args.find((a) => a.startsWith('-') && a !== '--headless');
  if (unknown) throw new UsageError(`${unknown} is no option; ${USAGE}`);
  const given = args.filter((a) => !a.startsWith('-'));
  if (given.length > 1) throw new UsageError(`one page at a time, not ${given.join(' and ')}; ${USAGE}`);
  const target = targetOf(given[0]);
  const headless = args.includes('--headless') || !hasDisplay();

  console.log('Building the extension …');
  await build({ root: ROOT, browser: 'chrome', debug: false });

  const server = target.file ? await servePages(dirname(target.file)) : undefined;
  const url = target.url ?? `${server?.origin}/${encodeURIComponent(basename(target.file as string))}`;
  console.log(`Opening ${target.url ?? target.file} …`);
  let session: ChromiumSession | undefined;
  try {
    session = await launchChromium({ headless }).catch((error: Error) => {
      throw new UsageError(error.message.split('\n')[0]);
    });
    const { context } = session;
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url, { waitUntil: 'domcontentloaded' }).catch((error: Error) => {
      throw new UsageError(`${target.url ?? target.file} cannot be opened: ${faultOf(error)}`);
    });
    if (!headless) {
      console.log('The browser is open; close its window to end.');
      await new Promise<void>((done) => context.on('close', () => done()));
      return;
    }
    await printTerms(page);
    mkdirSync(SHOT_DIR, { recursive: true });
    const shot = join(SHOT_DIR, 'screenshot.png');
    await page.screenshot({ path: shot });
    console.log(`Screenshot: ${shot}`);
  } finally {
    await session?.close().catch(() => {});
    await server?.close();
  }
}

main().catch((error: Error) => {
  console.error(`termlight: ${error instanceof UsageError ? error.message : (error.stack ?? error.message)}`);
  process.exitCode = 1;
});
