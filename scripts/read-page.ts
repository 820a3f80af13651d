import { parseHTML } from 'linkedom';

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

/** Reads a page from its source, text or HTML, without a browser: the same blocks as on a page without style sheets. */
export async function readPage(content: string): Promise<ReadPage> {
  if (!LOOKS_LIKE_HTML.test(content)) return readText(content);
  const { window, document } = parseHTML(content);
  // The page side's reader names the platform's classes; here they are the parser's.
  Object.assign(globalThis, { Node: window.Node, Element: window.Element });
  const { readBlocks } = await import('../entrypoints/content/blocks');
  let at = 0;
  const blocks = readBlocks(document.body ?? document.documentElement).map((block) => {
    const out: PageBlock = { text: block.text, at, section: block.section, heading: block.heading };
    at += block.text.length + 1;
    return out;
  });
  return { blocks, title: document.title, lang: document.documentElement.getAttribute('lang') ?? '' };
}
