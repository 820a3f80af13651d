import { fileURLToPath } from 'node:url';
import { launchChromium, launchFirefox } from '../../scripts/launch';
import { ChromiumReader } from '../e2e/chromium-reader';
import { FirefoxReader } from '../e2e/firefox-reader';
import { test as base } from './fixtures';

const NO_EXTENSION = fileURLToPath(new URL('../fixtures/bare-extension', import.meta.url));

/** A browser without the extension, and how to get a fresh tab in it. */
interface Bare {
  open(): Promise<ChromiumReader | FirefoxReader>;
  close(): Promise<void>;
}

async function launchBare(name: 'chromium' | 'firefox'): Promise<Bare> {
  if (name === 'firefox') {
    const { browser, close } = await launchFirefox({ headless: true, offline: true, extension: false });
    return { open: async () => new FirefoxReader(await browser.newPage(), browser), close };
  }
  const { context, close } = await launchChromium({ headless: true, offline: true, extension: NO_EXTENSION });
  return { open: async () => new ChromiumReader(await context.newPage(), context, ''), close };
}

/** The same browser twice: `reader` with the extension, `bare` without. */
export const test = base.extend<{ bare: ChromiumReader | FirefoxReader }, { bareBrowser: Bare }>({
  bareBrowser: [
    async ({ in: name }, use) => {
      const bare = await launchBare(name);
      await use(bare);
      await bare.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  bare: async ({ bareBrowser }, use) => {
    const bare = await bareBrowser.open();
    await use(bare);
    await bare.page.close();
  },
});

export { expect } from '@playwright/test';
