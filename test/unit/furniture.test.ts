import { parseHTML } from 'linkedom';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { proseTeller } from '../../entrypoints/article/furniture';
import type { DomBlock } from '../../entrypoints/content/blocks';

const PROSE =
  'The boxed warning names damage of the liver, with blockage of its small veins, during or after <b>treatment</b>.';
const HEADLINE = '<h3><a href="/x">A new antibody for leukemia is approved</a></h3>';

/** Whether the block that holds the word "treatment", or all of the element `#x`, is taken for prose. */
function isProse(page: string): boolean {
  const { document } = parseHTML(`<!doctype html><html><body>${page}</body></html>`);
  vi.stubGlobal('document', document);
  const element = document.querySelector('#x') as unknown as Element;
  const inner = (element.querySelector('b') ?? element).firstChild as Text;
  const block: DomBlock = {
    text: element.textContent ?? '',
    at: 0,
    pieces: [{ node: inner, at: 0 }],
    element: element.localName === 'p' ? element : undefined,
    candidates: [],
    heading: undefined,
    isHeading: false,
    visible: true,
  };
  return proseTeller(document.querySelector('article') as unknown as Element)(block);
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
    [
      'a paragraph that begins with a link',
      `<div><p id="x"><a href="/y"><b>Source</b></a> ${PROSE}</p></div>`,
    ],
    [
      'beside a long text with links',
      `<div><p id="x">${PROSE}</p><p>${PROSE.repeat(4)} ${HEADLINE}</p></div>`,
    ],
  ])('%s is prose', (_, page) => {
    expect(isProse(page)).toBe(true);
  });

  test.each([
    ['a label', '<div><p id="x">Date of treatment</p></div>'],
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
    expect(isProse(page)).toBe(false);
  });
});
