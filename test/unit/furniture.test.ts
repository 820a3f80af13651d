import { parseHTML } from 'linkedom';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { isProse } from '../../entrypoints/article/furniture';
import type { DomBlock } from '../../entrypoints/content/blocks';

const PROSE =
  'The boxed warning names damage of the liver, with blockage of its small veins, during or after <b>treatment</b>.';
const HEADLINE = '<h3><a href="/x">A new antibody for leukemia is approved</a></h3>';

/** Whether the block that is the text of `#x`, with a candidate in its `<b>`, is taken for prose. */
function isProseOf(page: string): boolean {
  const { document } = parseHTML(`<!doctype html><html><body>${page}</body></html>`);
  vi.stubGlobal('document', document);
  const element = document.querySelector('#x') as unknown as Element;
  const isPlain = element.localName === 'p' && !element.querySelector('dfn');
  const walker = document.createTreeWalker(element.querySelector('b') ?? element, 4);
  const pieces: DomBlock['pieces'][number][] = [];
  for (let at = 0; walker.nextNode(); ) {
    const node = walker.currentNode as unknown as Text;
    pieces.push({ node, at });
    at += node.length;
  }
  const block: DomBlock = {
    text: element.textContent ?? '',
    at: 0,
    pieces: isPlain ? pieces.slice(0, 1) : pieces,
    element: isPlain ? element : undefined,
    candidates: [],
    heading: undefined,
    isHeading: false,
    visible: true,
  };
  return isProse(block, (document.querySelector('article') as unknown as Element | null) ?? undefined);
}

afterEach(() => vi.unstubAllGlobals());

describe('outside of the article', () => {
  test.each([
    ['a paragraph', `<div class="card"><h3>Warning</h3><p id="x">${PROSE}</p></div>`],
    [
      'a line of a longer paragraph',
      `<div><p>${PROSE}<br><span id="x">Three cycles of treatment</span></p></div>`,
    ],
    ['a paragraph with a link', `<div><p id="x">${PROSE} <a href="/y">More about it</a></p></div>`],
    [
      'in what is named for a column at the side, with the article',
      `<div class="with-sidebar"><article></article><p id="x">${PROSE}</p></div>`,
    ],
    ['the discussion of a study', `<div id="discussion"><p id="x">${PROSE}</p></div>`],
    ['a slug with a loose word', `<div id="therapy-related-aml"><p id="x">${PROSE}</p></div>`],
    ["a page builder's class", `<div class="elementor-widget-text-editor"><p id="x">${PROSE}</p></div>`],
    ["a post's own tags in its class", `<div class="post tag-leukemia hentry"><p id="x">${PROSE}</p></div>`],
    [
      'under a heading with a link to itself',
      `<div><h2><a href="#x">Adverse reactions to vincristine</a></h2><p id="x">${PROSE}</p></div>`,
    ],
    [
      'above a link',
      `<div><p id="x">${PROSE}</p><p><a href="/label">See the full prescribing information</a></p></div>`,
    ],
    ['a paragraph that begins with a term', `<div><p id="x"><dfn>Vincristine</dfn> ${PROSE}</p></div>`],
    ['loose text of some length', `<div><h2>Warning</h2><span id="x">${PROSE}</span><p>And more.</p></div>`],
    [
      'a paragraph that begins with a link',
      `<div><p id="x"><a href="/y"><b>Source</b></a> ${PROSE}</p></div>`,
    ],
    [
      'beside a long text with links',
      `<div><p id="x">${PROSE}</p><p>${PROSE.repeat(4)} ${HEADLINE}</p></div>`,
    ],
  ])('%s is prose', (_, page) => {
    expect(isProseOf(page)).toBe(true);
  });

  test.each([
    ['a label', '<div><p id="x">Date of treatment</p></div>'],
    ['a loose label', `<div><span id="x">Date of treatment</span><p>${PROSE}</p></div>`],
    [
      'a loose link beside the article',
      `<div><a href="/l" id="x">Leukemia</a><br><article><p>${PROSE}</p></article></div>`,
    ],
    ['a list of sources', `<ol class="references"><li><p id="x">${PROSE}</p></li></ol>`],
    ['related texts', `<div class="related-posts"><p id="x">${PROSE}</p></div>`],
    ['the head of a page', `<div class="site-header"><p id="x">${PROSE}</p></div>`],
    ['a label with much blank space', `<div><p id="x">Date of${' \n'.repeat(80)}treatment</p></div>`],
    ['a menu', `<nav><p id="x">${PROSE}</p></nav>`],
    ['what its role calls a menu', `<div role="navigation"><p id="x">${PROSE}</p></div>`],
    ['what stands at the side', `<aside><div><p id="x">${PROSE}</p></div></aside>`],
    ['a comment, by its class', `<div class="postComments"><p id="x">${PROSE}</p></div>`],
    ['small print, by its id', `<div id="page-footer"><p id="x">${PROSE}</p></div>`],
    ['a link', `<div><a href="/x"><p id="x">${PROSE}</p></a></div>`],
    ['a list of links', `<div><p id="x">Read on: <a href="/a">${PROSE}</a></p></div>`],
    ['a teaser', `<ul><li>${HEADLINE}<p id="x">${PROSE}</p></li></ul>`],
    ['a teaser, one level deeper', `<div>${HEADLINE}<div><p id="x">${PROSE}</p></div></div>`],
  ])('%s is not', (_, page) => {
    expect(isProseOf(page)).toBe(false);
  });
});
