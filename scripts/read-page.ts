import { parseHTML } from 'linkedom';
import { blockAround } from '../entrypoints/content/blocks';
import { ABSENT, ElementFacts, HEADINGS } from '../entrypoints/content/elements';

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

/** A text that begins with a tag, a doctype or a comment; a text that only mentions tags farther down is a text. */
const LOOKS_LIKE_HTML =
  /^\uFEFF?\s*<(!doctype\s+html|!--|\?xml|html|head|body|title|meta|main|article|section|header|nav|div|p|h[1-6]|ul|ol|li|dl|table|blockquote|figure|span|b|i|em|strong|a)[\s>/]/i;

/** Paragraphs of a plain text: parted by empty lines. */
function readText(text: string): ReadPage {
  const blocks: PageBlock[] = [];
  for (const found of text.matchAll(/\S[\s\S]*?(?=\n[ \t]*\r?\n|$)/g)) {
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
const HIDDEN_STYLE = /display\s*:\s*none/i;
const styleOf = (element: Element) => ({
  display:
    element.hasAttribute('hidden') || HIDDEN_STYLE.test(element.getAttribute('style') ?? '')
      ? 'none'
      : INLINE.has(element.localName)
        ? 'inline'
        : 'block',
  visibility: 'visible',
});

function* textNodes(root: Node): Generator<Text> {
  for (const child of root.childNodes) {
    if (child.nodeType === 3) yield child as Text;
    else yield* textNodes(child);
  }
}

/** The document of an HTML source; the parser needs the tags that HTML lets a writer leave out. */
function parse(content: string): { document: Document; root: Element } {
  const whole = /<html[\s>]/i.test(content) ? content : `<!doctype html><html><body>${content}</body></html>`;
  const { document } = parseHTML(whole);
  return { document, root: document.querySelector('body') ?? document.documentElement };
}

/** Whether an element or one around it is not rendered. */
function isAbsent(element: Element, facts: ElementFacts): boolean {
  for (let at: Element | null = element; at; at = at.parentElement)
    if (facts.flow(at) === ABSENT) return true;
  return false;
}

/**
 * Reads a page from its source, text or HTML, without a browser: the same blocks as on a page without style sheets.
 * @param name its file name: an ending such as .html settles what the content leaves open
 */
export function readPage(content: string, name = ''): ReadPage {
  if (!LOOKS_LIKE_HTML.test(content) && !/\.x?html?$/i.test(name)) return readText(content);
  const { document, root } = parse(content);
  const facts = new ElementFacts(true, styleOf);
  const seen = new Set<Text>();
  const blocks: PageBlock[] = [];
  let at = 0;
  let section = 0;
  let heading: Element | null = null;
  for (const node of textNodes(root)) {
    const parent = node.parentElement;
    if (seen.has(node) || !parent || facts.excluded(parent) || isAbsent(parent, facts)) continue;
    const { text, pieces } = blockAround(node, facts.flow);
    for (const piece of pieces) seen.add(piece.node);
    if (!/\p{L}/u.test(text)) continue;
    const over = parent.closest(HEADINGS);
    if (over && over !== heading) section++;
    heading = over ?? heading;
    blocks.push({ text, at, section, heading: over !== null });
    at += text.length + 1;
  }
  return {
    blocks,
    title: document.querySelector('title')?.textContent ?? '',
    lang: document.documentElement.getAttribute('lang') ?? '',
  };
}
