import { middleOf, paintedTexts, untilStill } from '../../scripts/painted';
import type { ExtensionPage, Reader } from './reader';

/** What Playwright's page and Puppeteer's have in common, as far as it is needed. */
export interface DrivenPage {
  goto(url: string): Promise<unknown>;
  mouse: {
    move(x: number, y: number, options?: { steps: number }): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
    click(x: number, y: number): Promise<void>;
  };
  keyboard: { down(key: string): Promise<void>; up(key: string): Promise<void> };
}

/** What driving a tab has in common in both browsers. */
export abstract class PageReader<P extends DrivenPage> implements Reader {
  #errors: string[] = [];

  constructor(readonly page: P) {}

  /** To be called with each error that the page or the extension threw. */
  protected noteError(error: unknown): void {
    this.#errors.push(String(error));
  }
  /** To be called with each line of the console. */
  protected noteLine(line: { type(): string; text(): string }): void {
    if (line.type() === 'error') this.#errors.push(line.text());
  }

  abstract doubleClick(x: number, y: number): Promise<void>;
  abstract tap(x: number, y: number): Promise<void>;
  abstract command(name: 'next-term' | 'previous-term'): Promise<void>;
  abstract resize(width: number, height: number): Promise<void>;
  abstract unseal(): Promise<void>;
  abstract press(key: string): Promise<void>;
  abstract card(): Promise<string | undefined>;
  abstract evaluate<T, A = undefined>(script: (argument: A) => T | Promise<T>, argument?: A): Promise<T>;
  abstract evaluateInFrame<T, A = undefined>(
    script: (argument: A) => T | Promise<T>,
    argument?: A,
  ): Promise<T>;
  abstract extensionPage(name: string): Promise<ExtensionPage>;

  async goto(url: string): Promise<void> {
    await this.page.goto(url);
  }
  painted(): Promise<string[]> {
    return this.evaluate(paintedTexts);
  }
  settled(count = 1): Promise<string[]> {
    return untilStill(() => this.painted(), count);
  }
  async pointAt(text: string, nth = 0): Promise<{ x: number; y: number }> {
    const point = await this.evaluate(middleOf, [text, nth] as [string, number]);
    if (!point) throw new Error(`"${text}" is not painted`);
    return point;
  }
  async hover(text: string, nth = 0): Promise<void> {
    const point = await this.pointAt(text, nth);
    await this.page.mouse.move(point.x - 1, point.y);
    await this.page.mouse.move(point.x, point.y);
  }
  movePointer(x: number, y: number, steps = 1): Promise<void> {
    return this.page.mouse.move(x, y, { steps });
  }
  button(down: boolean): Promise<void> {
    return down ? this.page.mouse.down() : this.page.mouse.up();
  }
  hold(key: string, down: boolean): Promise<void> {
    return down ? this.page.keyboard.down(key) : this.page.keyboard.up(key);
  }
  click(x: number, y: number): Promise<void> {
    return this.page.mouse.click(x, y);
  }
  errors(): string[] {
    return this.#errors;
  }
}
