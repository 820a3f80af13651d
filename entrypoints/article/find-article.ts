import { isProbablyReaderable, Readability } from '@mozilla/readability';
import type { DomBlock } from '../content/blocks';
import { parentOf } from '../content/elements';
import { textWalker } from '../content/hot-texts';
import { isComment, isProse } from './furniture';

/**
 * A page with more elements is taken whole: copying it and finding its article would hold it for longer than a reader
 * overlooks (a second and more on 5 MB of text), and cannot be cut into slices.
 */
const MOST_ELEMENTS = 20_000;

/** Names the elements of the clone that stand for elements of the page. */
const KEY = 'data-termlight-key';

/** What belongs to the page's article. */
export interface Article {
  /** Tells of a block, one that comes later too, whether it belongs to the article; true where the page has none. */
  holds(block: DomBlock): boolean;
  /** Whether the page still shows what was looked at: not when it went to another address, or put another article there. */
  isCurrent(): boolean;
  /** The element that holds all of it; undefined where the page has none. */
  body: Element | undefined;
}

const addressOf = () => location.href.split('#', 1)[0];

/** The element around a block's first text: around that, Readability may put other elements in the place of the page's. */
const elementOf = ({ element, pieces }: DomBlock): Element | null =>
  parentOf((element && textWalker(element).nextNode()) ?? pieces[0].node);

function commonAncestor(elements: Iterable<Element>): Element | undefined {
  let common: Element | null | undefined;
  for (const element of elements) {
    if (common === undefined) common = element;
    while (common && !Node.prototype.contains.call(common, element)) common = common.parentElement;
  }
  return common ?? undefined;
}

/** What a form offers under its own name or id: `form.children` may be a field, and no list of elements. */
const FIELDS = 'button fieldset img input object output select textarea'
  .split(' ')
  .map((name) => `self::${name}`)
  .join(' or ');
const HARMFUL = `//@*[starts-with(name(), "on")] | //form//*[${FIELDS}]/@*[name() = "name" or name() = "id"]`;

/** All that a path leads to in a copy, before any of it is changed. */
function nodesAt<N extends Node>(copy: Document, path: string): N[] {
  const found = copy.evaluate(path, copy, null, XPathResult.UNORDERED_NODE_SNAPSHOT_TYPE);
  return Array.from({ length: found.snapshotLength }, (_, i) => found.snapshotItem(i) as N);
}

/**
 * Takes out of a copy what would do harm in it. Event handlers: Readability copies attributes from element to element, and
 * where a page's policy forbids handlers in its markup, each of them would be reported to the page as one more breach.
 * Names of fields: they stand before the properties of their form that Readability asks for. Comments: Readability takes each
 * of the texts between them, and of those that a framework left in pieces, for a text by itself.
 */
function disarm(copy: Document): void {
  for (const attribute of nodesAt<Attr>(copy, HARMFUL))
    attribute.ownerElement?.removeAttributeNode(attribute);
  for (const comment of nodesAt<Comment>(copy, '//comment()')) comment.remove();
  copy.normalize();
}

/**
 * Finds the article of the page, by a copy: the page itself is not touched.
 * @param blocks the blocks with candidates; each is looked for in the article that comes out, as all paragraphs are
 */
export function findArticle(blocks: readonly DomBlock[]): Article {
  const address = addressOf();
  const isHere = () => addressOf() === address;
  const wholePage: Article = { holds: () => true, isCurrent: isHere, body: undefined };
  const there = document.getElementsByTagName('*');
  // To ask how many there are would count all of them.
  if (there[MOST_ELEMENTS] || !isProbablyReaderable(document)) return wholePage;
  const copy = document.cloneNode(true) as Document;
  disarm(copy);
  const wanted = new Set(blocks.map(elementOf));
  const here = copy.getElementsByTagName('*');
  const keyed: Element[] = [];
  for (let i = 0; i < there.length; i++) {
    // Paragraphs without candidates tell how far the article goes: what comes later may stand between or below them.
    if (!wanted.has(there[i]) && there[i].localName !== 'p') continue;
    here[i].setAttribute(KEY, String(keyed.length));
    keyed.push(there[i]);
  }
  const article = new Readability(copy, { serializer: (node) => node as Element }).parse();
  if (!article?.content) return wholePage;
  const found: Element[] = [];
  for (const element of article.content.querySelectorAll(`[${KEY}]`))
    found.push(keyed[Number(element.getAttribute(KEY))]);
  const around = commonAncestor(found);
  const text = found.filter((element) => !isComment(element, around));
  const body = commonAncestor(text);
  const kept = new WeakSet(text);
  const left = new WeakSet([...wanted].filter((element) => element && !kept.has(element)) as Element[]);
  const prose = new WeakMap<DomBlock, boolean>();
  const holds = (block: DomBlock) => {
    const element = elementOf(block);
    if (!element || kept.has(element)) return true;
    // Readability takes the title out of the article that it returns.
    if (block.isHeading && block.heading?.localName === 'h1') return true;
    if (!left.has(element) && body !== undefined && Node.prototype.contains.call(body, element)) return true;
    // Asked once: every change on the page has all of its blocks decided about anew.
    const answer = prose.get(block) ?? isProse(block, body);
    prose.set(block, answer);
    return answer;
  };
  return { holds, isCurrent: () => isHere() && (body?.isConnected ?? true), body };
}
