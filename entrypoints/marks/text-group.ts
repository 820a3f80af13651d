import { ownOf } from '../content/elements';
import type { Match } from '../content/match';

const MARK = 'mark[data-termlight]';

/** A text node of the page that was split around marks. */
export interface TextGroup {
  /** The page's own node; it holds what stands before the first mark. */
  origin: Text;
  /** What it was left with. */
  head: string;
  /** What was put after it: mark, text, mark, text … */
  parts: (HTMLElement | Text)[];
  /** The text of the parts. */
  tail: string;
  matches: Match[];
}

const isText = (node: Node | null | undefined): node is Text => node?.nodeType === Node.TEXT_NODE;

const textOf = (nodes: readonly Node[]): string => nodes.map((node) => node.textContent).join('');

/**
 * Puts the parts of a marked copy into the page, around a text node of the page's own. Where that is left empty, an empty
 * one stands at the end, too: `normalize()` takes both away, a page that means its own node takes only that.
 */
export function split(origin: Text, copy: Element, matches: Match[]): TextGroup {
  const [{ data: head }, ...parts] = [...copy.childNodes] as [Text, ...(HTMLElement | Text)[]];
  if (!head && parts.at(-1)?.textContent) parts.push(new Text());
  const group = { origin, head, parts, tail: textOf(parts), matches };
  origin.data = head;
  origin.after(...parts);
  return group;
}

/** Every node of a group that a change of the page may name. */
export function groupTexts({ origin, parts }: TextGroup): Node[] {
  return [origin, ...parts.flatMap((part) => [part, ...part.childNodes])];
}

/** Whether `normalize()` took away the page's own node, as one without text or as one to be joined with the text before it. */
function isNormalized({ origin, head, parts }: TextGroup): boolean {
  if (origin.parentNode || !parts[0].parentNode) return false;
  if (!head) return parts.some((part) => !part.parentNode);
  const before = parts[0].previousSibling;
  return isText(before) && before.data.endsWith(head);
}

/** Whether the page split its node, which it took for all the text there is. */
function isSplit({ origin, head, parts }: TextGroup): boolean {
  let between = '';
  let at = parts[0].previousSibling;
  for (; isText(at) && at !== origin; at = at.previousSibling) between = at.data + between;
  return at === origin && between !== '' && origin.data + between === head;
}

/** Whether the page worked on the parts themselves: translated, wrapped or cut out some of them. */
function isReworked({ parts, tail }: TextGroup): boolean {
  const places = new Set(parts.map(({ parentNode }) => parentNode));
  places.delete(null);
  return (
    textOf(parts) !== tail ||
    places.size > 1 ||
    parts.some((part) => !isText(part) && part.childElementCount > 0)
  );
}

/** Joins a text node with the one before it. */
function join(node: Node | null | undefined): void {
  if (!isText(node)) return;
  const before = node.previousSibling;
  if (isText(before)) before.appendData(node.data);
  if (isText(before) || !node.data) node.remove();
}

/**
 * Leaves the text where it stands, without the marks.
 * @returns the text nodes that stay in the page
 */
function unwrap(nodes: readonly Node[]): Text[] {
  const texts: Text[] = [];
  for (const node of nodes) {
    const inner = isText(node) ? [node] : [...node.childNodes];
    if (!isText(node)) (node as Element).replaceWith(...inner);
    for (const text of inner) {
      join(text);
      if (isText(text) && text.parentNode) texts.push(text);
    }
  }
  return texts;
}

/** The marks at and under a node. */
export function marksIn(node: Node): Element[] {
  if (!(node instanceof Element)) return [];
  const inside = [...ownOf(node, 'querySelectorAll').call(node, MARK)];
  return node.localName === 'mark' && node.matches(MARK) ? [node, ...inside] : inside;
}

/** Takes away a mark that belongs to no group: one that the page copied, or that an earlier script left behind. */
export function unwrapStray(mark: Element): void {
  let after: Node | null | undefined = mark.nextSibling;
  unwrap([mark]);
  // The text after a mark was put there with it, and an empty one at the end.
  do {
    const next: Node | null | undefined = after?.nextSibling;
    join(after);
    after = next;
  } while (isText(after) && !after.data);
}

/**
 * Makes a split text node whole, and takes what was put after it out of the page. Where the page has meanwhile written
 * into its node, that stands, and the parts hold nothing but an old copy; where it worked on the parts, their text stays
 * where it is.
 * @returns the parts that stay in the page as its own
 */
export function dissolve(group: TextGroup): Text[] {
  const { origin, head, parts } = group;
  const normalized = isNormalized(group);
  if (normalized || isReworked(group) || isSplit(group)) {
    const last = parts.findLast((part) => part.parentNode);
    const after = last?.nextSibling;
    const texts = unwrap(parts);
    if (normalized) join(after);
    return texts;
  }
  if (origin.data === head) origin.appendData(textOf(parts));
  for (const part of parts) part.remove();
  return [];
}
