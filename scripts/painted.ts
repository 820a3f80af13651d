/** What the extension painted on a page, read from the page's side. */

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
  // Ranges in different shadow trees stay in the order in which they were painted.
  ranges.sort((a, b) =>
    a.startContainer.getRootNode() === b.startContainer.getRootNode()
      ? a.compareBoundaryPoints(Range.START_TO_START, b)
      : 0,
  );
  return ranges.map((range) => range.toString().replace(/\s+/g, ' '));
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
  ranges.sort((a, b) =>
    a.startContainer.getRootNode() === b.startContainer.getRootNode()
      ? a.compareBoundaryPoints(Range.START_TO_START, b)
      : 0,
  );
  const range = ranges.filter((r) => r.toString().replace(/\s+/g, ' ') === text)[nth];
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
