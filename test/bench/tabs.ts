/** A tab to measure in: the same few words for Chromium and Firefox. */
import { cpus } from 'node:os';
import { chromium } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { type BrowserName, ensureBrowser } from '../../scripts/browsers';

export interface Tab {
  open(url: string, script: string): Promise<void>;
  /** Calls a function of the page side's `bench` by name. */
  call<T>(name: string, ...args: unknown[]): Promise<T>;
  close(): Promise<void>;
}
export interface MeasuredBrowser {
  /** Name, version and cores: all that is said about the machine. */
  about: string;
  tab(): Promise<Tab>;
  close(): Promise<void>;
}

/** Time for a page to come to rest before it is measured, in milliseconds. */
const REST = 150;
const rest = () => new Promise((resolve) => setTimeout(resolve, REST));

/** Runs in the page. */
const callBench = ([name, args]: [string, unknown[]]) =>
  (globalThis as unknown as { bench: Record<string, (...all: unknown[]) => unknown> }).bench[name](...args);

async function openChromium(): Promise<MeasuredBrowser> {
  const browser = await chromium.launch({
    executablePath: await ensureBrowser('chromium'),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  return {
    about: `Chromium ${browser.version()}, ${cpus().length} cores`,
    async tab() {
      const page = await browser.newPage();
      return {
        async open(url, script) {
          await page.goto(url);
          await page.addScriptTag({ content: script });
          await rest();
        },
        call: <T>(name: string, ...args: unknown[]) =>
          page.evaluate(callBench, [name, args] as [string, unknown[]]) as Promise<T>,
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}

async function openFirefox(): Promise<MeasuredBrowser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: await ensureBrowser('firefox'),
    // Its clock goes by whole milliseconds otherwise.
    extraPrefsFirefox: { 'privacy.reduceTimerPrecision': false },
  });
  return {
    about: `${(await browser.version()).replace('/', ' ')}, ${cpus().length} cores`,
    async tab() {
      const page = await browser.newPage();
      return {
        async open(url, script) {
          await page.goto(url);
          await page.addScriptTag({ content: script });
          await rest();
        },
        call: <T>(name: string, ...args: unknown[]) =>
          page.evaluate(callBench, [name, args] as [string, unknown[]]) as Promise<T>,
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}

/** A browser without extensions: the page side runs in the page itself. */
export const openBrowser = (name: BrowserName): Promise<MeasuredBrowser> =>
  name === 'firefox' ? openFirefox() : openChromium();
