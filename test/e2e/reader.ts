/** One browser tab with the extension, as a test drives it: the same words for Chromium and Firefox. */
export interface Reader {
  goto(url: string): Promise<void>;
  /** Text of every painted match, in reading order. */
  painted(): Promise<string[]>;
  /** Waits until the painted texts stand still and at least `count` are there. */
  settled(count?: number): Promise<string[]>;
  /** Rests the pointer on the nth painted match with this text. */
  hover(text: string, nth?: number): Promise<void>;
  movePointer(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  press(key: string): Promise<void>;
  /** Text of the open card (its shadow root is closed: read over the browser's debugging protocol), or undefined. */
  card(): Promise<string | undefined>;
  evaluate<T>(script: () => T | Promise<T>): Promise<T>;
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

/** Runs in the page: the text of every range painted under a highlight's name, in reading order. */
export function paintedTexts(): string[] {
  const highlight = CSS.highlights.get('termlight');
  if (!highlight) return [];
  const ranges = [...highlight].map((range) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live;
  });
  ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
  return ranges.map((range) => range.toString());
}

/** Runs in the page: scrolls the nth painted match with a text into view and returns its middle in CSS pixels. */
export function middleOf([text, nth]: [string, number]): { x: number; y: number } | undefined {
  const highlight = CSS.highlights.get('termlight');
  const ranges = [...(highlight ?? [])].map((range) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live;
  });
  ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
  const range = ranges.filter((r) => r.toString() === text)[nth];
  if (!range) return undefined;
  const element = range.startContainer.parentElement;
  if (element) element.scrollIntoView({ block: 'center' });
  const box = range.getClientRects()[0];
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

const POLL = 50;
const STILL_FOR = 300;
const LONGEST = 10_000;

/** Polls until a list of texts has not changed for a while and is long enough. */
export async function untilStill(read: () => Promise<string[]>, count: number): Promise<string[]> {
  const end = Date.now() + LONGEST;
  let last = await read();
  let since = Date.now();
  while (Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, POLL));
    const now = await read();
    if (now.join('\n') !== last.join('\n')) since = Date.now();
    last = now;
    if (now.length >= count && Date.now() - since >= STILL_FOR) return now;
  }
  throw new Error(
    `Painted after ${LONGEST} ms, where at least ${count} were expected: ${JSON.stringify(last)}`,
  );
}
