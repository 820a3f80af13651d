import { ChromiumReader } from '../../e2e/chromium-reader';
import { FirefoxReader } from '../../e2e/firefox-reader';
import type { Reader } from '../../e2e/reader';
import { type DomCheck, installDomCheck } from './dom-print';

/** Time for a page's own scripts, and for the extension, after the page has loaded, in milliseconds. */
const SETTLE = 1500;
/** Firefox reports requests that fail, and each failure in its own order, as errors of the page. */
const NETWORK =
  /Cross-Origin Request Blocked|integrity attribute|CORS request|NS_ERROR|Content-Security-Policy/;
const EXTENSION = /(chrome|moz)-extension:\/\//;

export interface Visit {
  /** Exceptions that nobody caught, the page's own and the extension's. */
  errors: string[];
  /** Those of them, and console errors, that come from the extension's files. */
  extensionErrors: string[];
}

/** Headers with which a page's scripts stay in it and do not run. */
export const NO_SCRIPTS = { 'content-security-policy': "script-src 'none'" };

/** Has a function run in each page that a tab loads from now on, before the page's own scripts. */
export async function beforeAll(reader: Reader, script: () => void): Promise<void> {
  if (reader instanceof ChromiumReader) await reader.page.addInitScript(script);
  else if (reader instanceof FirefoxReader) await reader.page.evaluateOnNewDocument(script);
}

/** Prepares a tab: what it loads from now on is printed at DOMContentLoaded, and its errors are kept. */
export async function prepare(reader: Reader): Promise<Visit> {
  const visit: Visit = { errors: [], extensionErrors: [] };
  const onError = (error: Error) => {
    if (!NETWORK.test(String(error))) visit.errors.push(String(error));
    if (EXTENSION.test(String(error.stack))) visit.extensionErrors.push(String(error.stack));
  };
  const onConsole = (type: string, text: string, url: string | undefined) => {
    if (type === 'error' && EXTENSION.test(url ?? '')) visit.extensionErrors.push(text);
  };
  await beforeAll(reader, installDomCheck);
  if (reader instanceof ChromiumReader) {
    reader.page.on('pageerror', onError);
    reader.page.on('console', (m) => onConsole(m.type(), m.text(), m.location().url));
  } else if (reader instanceof FirefoxReader) {
    reader.page.on('pageerror', (error) => onError(error as Error));
    reader.page.on('console', (m) => onConsole(m.type(), m.text(), m.location().url));
  }
  return visit;
}

/** Loads a page and gives it, and the extension, their time. */
export async function load(reader: Reader, url: string): Promise<void> {
  await reader.goto(url).catch((error) => {
    // A page whose scripts go on to another address, which is blocked, stays where it was.
    if (!String(error).includes('Address rejected')) throw error;
  });
  await new Promise((resolve) => setTimeout(resolve, SETTLE));
}

export const printNow = (reader: Reader): Promise<string> =>
  reader.evaluate(() => (window as unknown as { domCheck: DomCheck }).domCheck.print());
export const printAtReady = (reader: Reader): Promise<string | undefined> =>
  reader.evaluate(() => (window as unknown as { domCheck: DomCheck }).domCheck.atReady);
/** What stands in inline marks, `text (concept)`. */
export const marked = (reader: Reader): Promise<string[]> =>
  reader.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('mark[data-termlight]')].map(
      (mark) => `${mark.textContent} (${mark.dataset.termlight})`,
    ),
  );
