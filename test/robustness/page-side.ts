/** What tests ask a page, from the page's side. */
import { ChromiumReader } from '../e2e/chromium-reader';
import { FirefoxReader } from '../e2e/firefox-reader';
import type { Reader } from '../e2e/reader';

/** An HTML page about leukemia, in a language and with a head of its own. */
export const article = (body: string, { head = '', attributes = 'lang="en"' } = {}): string =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>Acute lymphoblastic leukemia: notes</title>${head}</head><body>${body}</body></html>`;

/** Runs in the page: the text of everything that is lit, by either painter, in the document's open shadow roots too. */
export function litTexts(): string[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const marks = roots.flatMap((root) => [...root.querySelectorAll('mark[data-termlight]')]);
  const ranges = [...(CSS.highlights.get('termlight') ?? [])];
  return [
    ...marks.map((mark) => mark.textContent ?? ''),
    ...ranges.map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range.toString();
    }),
  ];
}

/** The same in every frame of the page: lit texts by the frame's name, '' for the page itself. */
export async function litInFrames(reader: Reader): Promise<Record<string, string[]>> {
  const lit: Record<string, string[]> = {};
  const read = async (frame: { evaluate<T>(script: () => T): Promise<T> }) => {
    lit[await frame.evaluate(() => window.name)] = await frame.evaluate(litTexts);
  };
  if (reader instanceof ChromiumReader) for (const frame of reader.page.frames()) await read(frame);
  if (reader instanceof FirefoxReader) for (const frame of reader.page.frames()) await read(frame);
  return lit;
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
