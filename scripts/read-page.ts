import { parseHTML } from 'linkedom';
import { blockAround } from '../entrypoints/content/blocks';
import { ElementFacts, HEADINGS } from '../entrypoints/content/elements';

export interface PageBlock {
  text: string;
  /**
   * Where the block begins, UTF-16: in a text file, its offset in the file; in an HTML file, its offset in the page's
   * text, blocks joined by one line break.
   */
  at: number;
  section: number;
  heading: boolean;
}

export interface ReadPage {
  blocks: PageBlock[];
  title: string;
  lang: string;
}

const LOOKS_LIKE_HTML =
  /^\s*(<!doctype html|<\?xml|<html|<head|<body)|<\/(p|div|body|html|article|li|h[1-6])>/i;

/** Paragraphs of a plain text: parted by empty lines. */
function readText(text: string): ReadPage {
  const blocks: PageBlock[] = [];
  for (const found of text.matchAll(/\S(?:(?!\n[ \t]*\r?\n)[\s\S])*/g)) {
    blocks.push({ text: found[0], at: found.index, section: 0, heading: false });
  }
  return { blocks, title: '', lang: '' };
}

/** The displays of a page without style sheets, for elements that do not stand in a line of text. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark math q ruby s samp small span strike strong sub sup svg time tt u var wbr'.split(
    ' ',
  ),
);
const styleOf = (element: Element) => ({
  display: element.hasAttribute('hidden') ? 'none' : INLINE.has(element.localName) ? 'inline' : 'block',
  visibility: 'visible',
});

function* textNodes(root: Node): Generator<Text> {
  for (const child of root.childNodes) {
    if (child.nodeType === 3) yield child as Text;
    else yield* textNodes(child);
  }
}

/** Reads a page from its source, text or HTML, without a browser: the same blocks as on a page without style sheets. */
export async function readPage(content: string): Promise<ReadPage> {
  if (!LOOKS_LIKE_HTML.test(content)) return readText(content);
  const { document } = parseHTML(content);
  const facts = new ElementFacts(true, styleOf);
  const seen = new Set<Text>();
  const blocks: PageBlock[] = [];
  let at = 0;
  let section = 0;
  let heading: Element | null = null;
  for (const node of textNodes(document.body ?? document.documentElement)) {
    const parent = node.parentElement;
    if (seen.has(node) || !parent || facts.excluded(parent)) continue;
    const { text, pieces } = blockAround(node, facts.flow);
    for (const piece of pieces) seen.add(piece.node);
    if (!/\p{L}/u.test(text)) continue;
    const over = parent.closest(HEADINGS);
    if (over && over !== heading) section++;
    heading = over ?? heading;
    blocks.push({ text, at, section, heading: over !== null });
    at += text.length + 1;
  }
  return { blocks, title: document.title, lang: document.documentElement.getAttribute('lang') ?? '' };
}
