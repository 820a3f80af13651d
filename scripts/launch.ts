/** Opens a browser with the built extension in it: for npm start, for the end-to-end tests, for the benchmarks. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium } from '@playwright/test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { closeContext, contexts } from './bidi';
import { type BrowserName, ensureBrowser } from './browsers';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILD: Record<BrowserName, string> = {
  chromium: resolve(ROOT, '.output/chrome-mv3'),
  firefox: resolve(ROOT, '.output/firefox-mv3'),
};

/**
 * The folder of the built extension.
 * @throws Error when it has not been built
 */
export function buildOf(name: BrowserName): string {
  if (!existsSync(join(BUILD[name], 'manifest.json')))
    throw new Error(
      `The extension is not built: run npm run ${name === 'firefox' ? 'build:firefox' : 'build'}`,
    );
  return BUILD[name];
}

const WELCOME = '/welcome.html';
const WELCOME_WITHIN = 10_000;
const POLL = 50;

/**
 * The first-run page comes a moment after the installation and takes the foreground, and a page in the background is not
 * read: it is closed before anything else happens.
 * @throws Error when it does not come
 */
async function closeWelcome(find: () => Promise<{ close(): Promise<void> } | undefined>): Promise<void> {
  for (const end = Date.now() + WELCOME_WITHIN; Date.now() < end; ) {
    const tab = await find();
    if (tab) return tab.close();
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
  throw new Error(`The first-run page did not open within ${WELCOME_WITHIN} ms`);
}

export interface ChromiumOptions {
  headless: boolean;
  width?: number;
  height?: number;
  /** Further switches of the browser. */
  args?: string[];
  /** Another unpacked extension than the built one. */
  extension?: string;
  /** Nothing but this machine can be reached. */
  offline?: boolean;
}

export interface ChromiumSession {
  context: BrowserContext;
  /** Of the extension, for `chrome-extension://ID/popup.html`. */
  extensionId: string;
  close(): Promise<void>;
}

/** A fresh profile of Chromium with the extension; the profile is deleted at the end. */
export async function launchChromium(options: ChromiumOptions): Promise<ChromiumSession> {
  const extension = options.extension ?? buildOf('chromium');
  const executablePath = await ensureBrowser('chromium');
  const profile = mkdtempSync(join(tmpdir(), 'termlight-chromium-'));
  const { width = 1280, height = 800 } = options;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: options.headless ? { width, height } : null,
    // What readers have: pages come back from the back/forward cache.
    ignoreDefaultArgs: ['--disable-extensions', '--disable-back-forward-cache'],
    args: [
      ...(options.headless ? ['--headless=new'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(options.offline
        ? ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost']
        : []),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...(options.args ?? []),
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  if (!options.extension)
    await closeWelcome(async () => context.pages().find((page) => page.url().endsWith(WELCOME)));
  return {
    context,
    extensionId: new URL(worker.url()).host,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export interface FirefoxSession {
  browser: Browser;
  close(): Promise<void>;
}

/** A fresh profile of Firefox with the extension, driven over WebDriver BiDi. */
export async function launchFirefox(options: {
  headless: boolean;
  width?: number;
  height?: number;
  /** Nothing but this machine can be reached. */
  offline?: boolean;
  /** False: the browser without the extension. */
  extension?: boolean;
}): Promise<FirefoxSession> {
  const { width = 1280, height = 800 } = options;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: await ensureBrowser('firefox'),
    headless: options.headless,
    // Tests open the extension's own pages from the browser's side, which WebDriver BiDi alone may not.
    args: ['--remote-allow-system-access'],
    defaultViewport: options.headless ? { width, height } : null,
    extraPrefsFirefox: {
      // The extension's pages get one known address, so that they can be opened.
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
      // A proxy at the discard port swallows every request but those to this machine.
      ...(options.offline
        ? {
            'network.proxy.type': 1,
            'network.proxy.http': '127.0.0.1',
            'network.proxy.http_port': 9,
            'network.proxy.ssl': '127.0.0.1',
            'network.proxy.ssl_port': 9,
          }
        : {}),
    },
  });
  if (options.extension ?? true) {
    await browser.installExtension(buildOf('firefox'));
    await closeWelcome(async () => {
      const tab = (await contexts(browser, false)).find(({ url }) => url.endsWith(WELCOME));
      return tab && { close: () => closeContext(browser, tab.context) };
    });
  }
  return { browser, close: () => browser.close() };
}

/** The extension's id in Firefox, as wxt.config.ts names it. */
export const FIREFOX_ID = 'termlight@termlight.example';

/** The host of the extension's pages in a Firefox that `launchFirefox` opened. */
export const FIREFOX_UUID = '7e4d1a52-9f0b-4c63-8a2e-5b1c6d7e8f90';
