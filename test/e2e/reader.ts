/** One browser tab with the extension, as a test drives it: the same words for Chromium and Firefox. */
export interface Reader {
  goto(url: string): Promise<void>;
  /** Text of every painted match, in reading order. */
  painted(): Promise<string[]>;
  /** Waits until the painted texts stand still and at least `count` are there. */
  settled(count?: number): Promise<string[]>;
  /** Rests the pointer on the nth painted match with this text. */
  hover(text: string, nth?: number): Promise<void>;
  /** The middle of the nth painted match with this text, scrolled into view: CSS pixels of the viewport. */
  pointAt(text: string, nth?: number): Promise<{ x: number; y: number }>;
  /** In one go, over so many places on the way. */
  movePointer(x: number, y: number, steps?: number): Promise<void>;
  /** Presses or releases the mouse's main button where the pointer is. */
  button(down: boolean): Promise<void>;
  click(x: number, y: number): Promise<void>;
  doubleClick(x: number, y: number): Promise<void>;
  /** By a finger. */
  tap(x: number, y: number): Promise<void>;
  /** One key, or several held together: `Alt+.`. */
  press(key: string): Promise<void>;
  hold(key: string, down: boolean): Promise<void>;
  /** Does what a command's keys do, in the tab in front. */
  command(name: 'next-term' | 'previous-term'): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** Lets scripts of the page read the open card's closed root, as `host.shadowRoot` and as `unsealed`. */
  unseal(): Promise<void>;
  /** Text of the open card (its shadow root is closed: read over the browser's debugging protocol), or undefined. */
  card(): Promise<string | undefined>;
  /** Runs a function without outer variables in the page. */
  evaluate<T, A = undefined>(script: (argument: A) => T | Promise<T>, argument?: A): Promise<T>;
  /** The same in the page's first iframe. */
  evaluateInFrame<T, A = undefined>(script: (argument: A) => T | Promise<T>, argument?: A): Promise<T>;
  /** Opens a page of the extension (`popup.html`) in a tab of its own. */
  extensionPage(name: string): Promise<ExtensionPage>;
  /** Errors that the page or the extension threw so far. */
  errors(): string[];
}

/** A page of the extension. */
export interface ExtensionPage {
  text(): Promise<string>;
  /** Runs a function without outer variables in the page. */
  evaluate<T>(script: () => T | Promise<T>): Promise<T>;
  type(text: string): Promise<void>;
  press(key: string): Promise<void>;
  close(): Promise<void>;
}
