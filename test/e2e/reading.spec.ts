import { expect, test } from './fixtures';

/** Without an icon of its own, a page makes Chromium ask the server for one. */
const HEAD = '<!doctype html><html lang=en><title>t</title><link rel=icon href="data:,">';

/** What the page side must find: [what is shown, body, painted texts in reading order]. */
const CASES: [shown: string, body: string, painted: string[]][] = [
  ['a term split by inline elements', '<p>CAR <b>T</b>-<i>cell</i> therapy</p>', ['CAR T-cell therapy']],
  ['a word split by elements', '<p>blina<b>tumo</b><i>mab</i></p>', ['blinatumomab']],
  ['a line-break opportunity', '<p>blina<wbr>tumomab</p>', ['blinatumomab']],
  ['a soft hyphen and a zero-width space', '<p>blina&shy;tumo&#x200b;mab</p>', ['blina\u00ADtumo\u200Bmab']],
  ['a no-break hyphen and space', '<p>CAR&nbsp;T&#x2011;cell therapy</p>', ['CAR T\u2011cell therapy']],
  ['a superscript', '<p>CD<sup>19</sup> and B<sup>+</sup></p>', ['CD19']],
  ['a comment inside a word', '<p>blina<!-- x -->tumomab</p>', ['blinatumomab']],
  ['a line break parts', '<p>blinatu<br>momab</p>', []],
  ['paragraphs part', '<p>blinatu</p><p>momab with vincristine</p>', ['vincristine']],
  ['table cells part', '<table><tr><td>blinatu</td><td>momab</td></tr></table>', []],
  ['inline blocks part', '<p>blinatu<span style="display:inline-block">momab</span></p>', []],
  ['flex items part', '<p style="display:flex"><span>blinatu</span><span>momab</span></p>', []],
  ['a span that is a block parts', '<p>blinatu<span style="display:block">momab</span></p>', []],
  [
    'a div that is inline does not',
    '<div style="display:inline">blina</div><div style="display:inline">tumomab</div>',
    ['blinatumomab'],
  ],
  ['what is not rendered does not part', '<p>blina<span hidden>x</span>tumomab</p>', ['blinaxtumomab']],
  ['a picture parts', '<p>blinatu<img alt="">momab</p>', []],
  [
    'code, forms and editors',
    '<p><code>vincristine</code> <kbd>vincristine</kbd></p><pre>vincristine</pre><textarea>vincristine</textarea><button>vincristine</button><select><option>vincristine</select><div contenteditable>vincristine <b>vincristine</b></div><svg><text y="9">vincristine</text></svg><p>blinatumomab</p>',
    ['blinatumomab'],
  ],
  [
    'what cannot be seen',
    '<p style="display:none">vincristine</p><div hidden><p>vincristine</p></div><p style="visibility:hidden">vincristine</p><details><summary>More</summary>vincristine</details><p>blinatumomab</p>',
    ['blinatumomab'],
  ],
  ['text without any element', 'vincristine', ['vincristine']],
  ['an island in an editor', '<div contenteditable>vincristine</div>vincristine', ['vincristine']],
  ['right-to-left text', '<p dir="rtl">مرحبا vincristine שלום</p>', ['vincristine']],
  ['capitals by style sheet', '<p style="text-transform:uppercase">vincristine</p>', ['vincristine']],
  ['a link', '<p><a href="#x">vincristine</a></p>', ['vincristine']],
  ['words beside a link', '<p>non<a href="#x">vincristine</a></p>', []],
  ['a ruby annotation parts', '<p><ruby>vincristine<rt>vin</rt></ruby></p>', ['vincristine']],
];

test.describe('reading', () => {
  for (const [shown, body, painted] of CASES) {
    test(shown, async ({ reader, server }) => {
      await reader.goto(server.add(`${HEAD}<body>${body}<p>tisagenlecleucel`));
      const all = await reader.settled();
      expect(all).toEqual([...painted, 'tisagenlecleucel']);
      expect(reader.errors()).toEqual([]);
    });
  }

  for (const [shown, paragraphs, painted] of [
    ['a paragraph away', 0, ['vincristine', 'blasts']],
    ['far away', 20, ['vincristine']],
  ] as const)
    test(`what speaks for a term: ${shown}`, async ({ reader, server }) => {
      const between = `<p>${'It had rained all day, and nobody came to the old house on the hill. '.repeat(15)}</p>`;
      const said = 'He takes vincristine for his cancer.';
      await reader.goto(
        server.add(
          `${HEAD}<body><p>${said}</p>${between.repeat(paragraphs)}<p>The blasts were heard all night.`,
        ),
      );
      expect((await reader.settled()).filter((term) => term !== 'cancer')).toEqual(painted);
    });

  test('an XHTML page', async ({ reader, server }) => {
    const page =
      '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body><p>CAR <b>T</b> cell</p><code>vincristine</code></body></html>';
    await reader.goto(server.add(page, 'application/xhtml+xml'));
    expect(await reader.settled()).toEqual(['CAR T cell']);
  });

  test('open shadow roots, one in another', async ({ reader, server }) => {
    await reader.goto(server.add(`${HEAD}<h1>vincristine</h1><div id=a></div>`));
    await reader.evaluate(() => {
      const outer = document.querySelector('#a') as HTMLElement;
      outer.attachShadow({ mode: 'open' }).innerHTML = '<p>blinatumomab</p><section></section>';
      const inner = outer.shadowRoot?.querySelector('section') as HTMLElement;
      inner.attachShadow({ mode: 'open' }).innerHTML = '<p>tisagenlecleucel</p>';
      document.body.append(outer);
    });
    expect(await reader.settled(3)).toEqual(['vincristine', 'blinatumomab', 'tisagenlecleucel']);
  });
});
