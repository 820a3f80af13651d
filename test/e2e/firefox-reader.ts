import type { Browser, KeyInput, Page } from 'puppeteer-core';
import { closeContext, evaluateIn, openPrivileged, pressKeys, shadowText } from '../../scripts/bidi';
import { FIREFOX_UUID } from '../../scripts/launch';
import { middleOf, paintedTexts, untilStill } from '../../scripts/painted';
import type { ExtensionPage, Reader } from './reader';

/** Drives one Firefox tab over WebDriver BiDi. */
export class FirefoxReader implements Reader {
  #errors: string[] = [];

  constructor(
    readonly page: Page,
    readonly browser: Browser,
  ) {
    page.on('pageerror', (error) => this.#errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#errors.push(message.text());
    });
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url);
  }
  painted(): Promise<string[]> {
    return this.page.evaluate(paintedTexts);
  }
  settled(count = 1): Promise<string[]> {
    return untilStill(() => this.painted(), count);
  }
  async hover(text: string, nth = 0): Promise<void> {
    const point = await this.page.evaluate(middleOf, [text, nth] as [string, number]);
    if (!point) throw new Error(`"${text}" is not painted`);
    await this.page.mouse.move(point.x - 1, point.y);
    await this.page.mouse.move(point.x, point.y);
  }
  async movePointer(x: number, y: number): Promise<void> {
    await this.page.mouse.move(x, y);
  }
  async click(x: number, y: number): Promise<void> {
    await this.page.mouse.click(x, y);
  }
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key as KeyInput);
  }
  card(): Promise<string | undefined> {
    // Puppeteer keeps the id of a frame's browsing context to itself.
    const { _id } = this.page.mainFrame() as unknown as { _id: string };
    return shadowText(this.browser, _id, 'termlight-card');
  }
  evaluate<T>(script: () => T | Promise<T>): Promise<T> {
    return this.page.evaluate(script) as Promise<T>;
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
  errors(): string[] {
    return this.#errors;
  }
}
