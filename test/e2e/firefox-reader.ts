import type { Browser, KeyInput, Page } from 'puppeteer-core';
import {
  closeContext,
  contexts,
  evaluateIn,
  openPrivileged,
  pressKeys,
  shadowText,
  unsealRoot,
} from '../../scripts/bidi';
import { FIREFOX_ID, FIREFOX_UUID } from '../../scripts/launch';
import { PageReader } from './page-reader';
import type { ExtensionPage } from './reader';

/** Drives one Firefox tab over WebDriver BiDi. */
export class FirefoxReader extends PageReader<Page> {
  constructor(
    page: Page,
    readonly browser: Browser,
  ) {
    super(page);
    page.on('pageerror', (error) => this.noteError(error));
    page.on('console', (line) => this.noteLine(line));
  }

  async command(name: string): Promise<void> {
    const [window] = await contexts(this.browser, true);
    const extension = `WebExtensionPolicy.getByID(${JSON.stringify(FIREFOX_ID)}).extension`;
    await evaluateIn(
      this.browser,
      window.context,
      `void ${extension}.shortcuts.onCommand(${JSON.stringify(name)})`,
    );
  }
  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewport({ width, height });
  }
  doubleClick(x: number, y: number): Promise<void> {
    return this.page.mouse.click(x, y, { count: 2 });
  }
  tap(x: number, y: number): Promise<void> {
    return this.page.touchscreen.tap(x, y);
  }
  unseal(): Promise<void> {
    return unsealRoot(this.browser, this.#context, 'termlight-card');
  }
  async press(key: string): Promise<void> {
    const keys = key.split(/(?<=.)\+/) as KeyInput[];
    for (const held of keys.slice(0, -1)) await this.page.keyboard.down(held);
    await this.page.keyboard.press(keys[keys.length - 1]);
    for (const held of keys.slice(0, -1).reverse()) await this.page.keyboard.up(held);
  }
  /** Puppeteer keeps the id of a frame's browsing context to itself. */
  get #context(): string {
    return (this.page.mainFrame() as unknown as { _id: string })._id;
  }
  card(): Promise<string | undefined> {
    return shadowText(this.browser, this.#context, 'termlight-card');
  }
  evaluate<T, A = undefined>(script: (argument: A) => T | Promise<T>, argument?: A): Promise<T> {
    return this.page.evaluate(script as (argument: unknown) => T | Promise<T>, argument) as Promise<T>;
  }
  evaluateInFrame<T, A = undefined>(script: (argument: A) => T | Promise<T>, argument?: A): Promise<T> {
    const frame = this.page.frames()[1];
    return frame.evaluate(script as (argument: unknown) => T | Promise<T>, argument) as Promise<T>;
  }
  async extensionPage(name: string): Promise<ExtensionPage> {
    const { browser } = this;
    const context = await openPrivileged(browser, `moz-extension://${FIREFOX_UUID}/${name}`);
    return {
      text: async () => String(await evaluateIn(browser, context, 'document.body.innerText')),
      evaluate: <T>(script: () => T | Promise<T>) =>
        evaluateIn(browser, context, `(${script})()`) as Promise<T>,
      type: (text) => pressKeys(browser, context, [...text]),
      press: (key) => pressKeys(browser, context, [key]),
      close: () => closeContext(browser, context),
    };
  }
}
