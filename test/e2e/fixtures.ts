import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import {
  type ChromiumSession,
  type FirefoxSession,
  launchChromium,
  launchFirefox,
} from '../../scripts/launch';
import { type PageServer, servePages } from '../../scripts/serve';
import { ChromiumReader } from './chromium-reader';
import { FirefoxReader } from './firefox-reader';
import type { Reader } from './reader';

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));

interface WorkerFixtures {
  /** Set by the project: which browser the tests run in. */
  in: 'chromium' | 'firefox';
  server: PageServer;
  session: { chromium?: ChromiumSession; firefox?: FirefoxSession };
}
interface TestFixtures {
  /** A fresh tab with the extension. */
  reader: Reader;
  /** The same, for what only Chromium's tools can do: in tests tagged `@chromium`. */
  chromium: ChromiumReader;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  in: ['chromium', { option: true, scope: 'worker' }],
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const server = await servePages(FIXTURES);
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  session: [
    async ({ in: name }, use) => {
      if (name === 'firefox') {
        const firefox = await launchFirefox({ headless: true, offline: true });
        await use({ firefox });
        await firefox.close();
      } else {
        const chromium = await launchChromium({ headless: true, offline: true });
        await use({ chromium });
        await chromium.close();
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  reader: async ({ session }, use) => {
    if (session.firefox) {
      const page = await session.firefox.browser.newPage();
      await use(new FirefoxReader(page, session.firefox.browser));
      await page.close();
    } else if (session.chromium) {
      const { context, extensionId } = session.chromium;
      const page = await context.newPage();
      await use(new ChromiumReader(page, context, extensionId));
      await page.close();
    }
  },
  chromium: async ({ reader }, use) => {
    if (!(reader instanceof ChromiumReader)) throw new Error('Needs the tools of Chromium: tag it @chromium');
    await use(reader);
  },
});

export { expect } from '@playwright/test';
