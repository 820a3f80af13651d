import { describe, expect, test } from 'vitest';
import { readPage } from '../../scripts/read-page';

const CASES: [what: string, source: string, blocks: string[]][] = [
  [
    'a whole document',
    '<!doctype html><html><head><title>T</title></head><body><p>One<p>Two</body></html>',
    ['One', 'Two'],
  ],
  ['no body tag', '<!doctype html><html><title>T</title><p>One</p><p>Two</p></html>', ['One', 'Two']],
  ['no html tag', '<!doctype html><title>T</title><p>One</p>', ['One']],
  ['a fragment', '<h1>One</h1><p>Two <b>three</b></p>', ['One', 'Two three']],
  ['a section', '<section><p>One</p></section>', ['One']],
  [
    'what is hidden by its own style',
    '<p>One</p><p style="display: none">Two</p><p hidden>Three</p>',
    ['One'],
  ],
  [
    'what stands in code, in an editor or in a drawing, however deep',
    '<p>One</p><div contenteditable><div><p>Two</p></div></div><div role="textbox"><p><b>Three</b></p></div><svg><g><text>Four</text></g></svg><pre><div>Five</div></pre>',
    ['One'],
  ],
  ['a text', 'One\n\nTwo\nthree', ['One', 'Two\nthree']],
  ['a text that mentions tags', 'Write <p> and </p> around it', ['Write <p> and </p> around it']],
];

describe('a page is read from its source', () => {
  test.each(CASES)('%s', (_, source, blocks) => {
    expect(readPage(source).blocks.map(({ text }) => text.trim())).toEqual(blocks);
  });

  test('a section begins with each heading', () => {
    const { blocks } = readPage('<p>a<h2>b <em>c</em></h2><p>d<p>e<h3>f</h3><p>g');
    expect(blocks.map(({ text, section, heading }) => [text, section, heading])).toEqual([
      ['a', 0, false],
      ['b c', 1, true],
      ['d', 1, false],
      ['e', 1, false],
      ['f', 2, true],
      ['g', 2, false],
    ]);
  });

  test('the title is read with or without a head', () => {
    expect(readPage('<!doctype html><title>T</title><p>x').title).toBe('T');
  });

  test('the name settles what the content leaves open', () => {
    expect(readPage('One <b>two</b>', 'a.html').blocks.map(({ text }) => text)).toEqual(['One two']);
  });

  test('a paragraph may be as long as a book', () => {
    const book = `${'word '.repeat(1e6)}\n\nend`;
    expect(readPage(book).blocks.map(({ text }) => text.length)).toEqual([5e6, 3]);
  });

  test('offsets of a text count from the beginning of the file', () => {
    const source = '\r\nOne\r\n\r\nTwo';
    for (const { text, at } of readPage(source).blocks) expect(source.startsWith(text, at)).toBe(true);
  });
});
