import type { Match } from '../content/match';

/** A text node of the page that was split around marks. */
export interface TextGroup {
  /** The page's own node; it holds what stands before the first mark. */
  origin: Text;
  /** What it was left with. */
  head: string;
  /** What was put after it: mark, text, mark, text … */
  parts: (HTMLElement | Text)[];
  matches: Match[];
}

/** Every node of a group that a change of the page may name. */
export function groupTexts({ origin, parts }: TextGroup): Node[] {
  return [origin, ...parts.flatMap((part) => [part, ...part.childNodes])];
}

/**
 * Makes a split text node whole, and takes what was put after it out of the page. Where the page has meanwhile written
 * into its node, that stands, and the parts hold nothing but an old copy.
 */
export function dissolve({ origin, head, parts }: TextGroup): void {
  const overwritten = origin.data !== head;
  if (!overwritten) origin.appendData(parts.map((part) => part.textContent).join(''));
  for (const part of parts) part.remove();
}
