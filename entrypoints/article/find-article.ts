import { isProbablyReaderable, Readability } from '@mozilla/readability';
import type { DomBlock } from '../content/blocks';
import { parentOf } from '../content/elements';

/** Names the elements of the clone that stand for elements of the page. */
const KEY = 'data-termlight-key';

type Scope = (block: DomBlock) => boolean;
const wholePage: Scope = () => true;

const elementOf = (block: DomBlock): Element | null => parentOf(block.pieces[0].node);

function commonAncestor(elements: Iterable<Element>): Element | undefined {
  let common: Element | null | undefined;
  for (const element of elements) {
    if (common === undefined) common = element;
    while (common && !common.contains(element)) common = common.parentElement;
  }
  return common ?? undefined;
}

/**
 * Finds the article of the page, by a copy: the page itself is not touched.
 * @param blocks the blocks with candidates; each is looked for in the article that comes out
 * @returns tells of a block, one that comes later too, whether it belongs to the article; true for every block where
 *   the page has no article
 */
export function findArticle(blocks: readonly DomBlock[]): Scope {
  if (!isProbablyReaderable(document)) return wholePage;
  const copy = document.cloneNode(true) as Document;
  const wanted = new Set(blocks.map(elementOf));
  const there = document.getElementsByTagName('*');
  const here = copy.getElementsByTagName('*');
  const keyed: Element[] = [];
  for (let i = 0; i < there.length; i++) {
    if (!wanted.has(there[i])) continue;
    here[i].setAttribute(KEY, String(keyed.length));
    keyed.push(there[i]);
  }
  const article = new Readability(copy, { serializer: (node) => node as Element }).parse();
  if (!article?.content) return wholePage;
  const kept = new Set<Element>();
  for (const element of article.content.querySelectorAll(`[${KEY}]`))
    kept.add(keyed[Number(element.getAttribute(KEY))]);
  const left = new Set(keyed.filter((element) => !kept.has(element)));
  const body = commonAncestor(kept);
  return (block) => {
    const element = elementOf(block);
    if (!element || kept.has(element)) return true;
    // Readability takes the title out of the article that it returns.
    if (block.isHeading && block.heading?.localName === 'h1') return true;
    return !left.has(element) && (body?.contains(element) ?? false);
  };
}
