import { expect, test } from './fixtures';
import { article, litTexts, pause } from './page-side';

const EVERYTHING = { occurrences: 'every', scope: 'page', density: 0, supporting: 'always' } as const;
test.beforeEach(({ set }) => set(EVERYTHING));

const INTRO = '<p>Acute lymphoblastic leukemia.</p>';
const FIRST = 'Acute lymphoblastic leukemia';

/** What a page holds beside the first paragraph → what is lit beside it, in reading order. */
const CASES: [name: string, body: string, lit: string[]][] = [
  [
    'words broken by <wbr>',
    '<p>blina<wbr>tumomab and lumbar<wbr> puncture</p>',
    ['blinatumomab', 'lumbar puncture'],
  ],
  ['soft hyphens', '<p>blina&shy;tumo&shy;mab</p>', ['blina\u00adtumo\u00admab']],
  ['zero-width spaces', '<p>vin\u200bcristine</p>', ['vin\u200bcristine']],
  ['no-break blanks and hyphens', '<p>CAR\u00a0T\u2011cell\u00a0therapy</p>', ['CAR T\u2011cell therapy']],
  ['line breaks inside a term', '<p>lumbar\n      puncture</p>', ['lumbar puncture']],
  [
    'a term over inline elements',
    '<p>C<b>D</b><sup>19</sup> and <i>lumbar</i> <u>puncture</u></p>',
    ['CD19', 'lumbar puncture'],
  ],
  ['<br> between the words', '<p>lumbar<br>puncture</p>', []],
  ['words in neighbouring blocks', '<div>lumbar</div><div>puncture</div>', []],
  [
    'words in neighbouring cells',
    '<table><tr><td>lumbar</td><td>puncture</td></tr><tr><td>vincristine</td></tr></table>',
    ['vincristine'],
  ],
  [
    'words in neighbouring flex items',
    '<p style="display: flex"><span>lumbar</span> <span>puncture</span> <span>vincristine</span></p>',
    ['vincristine'],
  ],
  [
    'words in inline blocks',
    '<p><span style="display: inline-block">lumbar</span> <span style="display: inline-block">puncture</span></p>',
    [],
  ],
  [
    'an inline element that is made a block',
    '<p><span style="display: block">lumbar</span> puncture</p>',
    [],
  ],
  ['ruby', '<p><ruby>vincristine<rp>(</rp><rt>vin-KRIS-teen</rt><rp>)</rp></ruby></p>', ['vincristine']],
  [
    'code, forms, drawings',
    '<pre>vincristine</pre><code>vincristine</code><kbd>vincristine</kbd><svg><text>vincristine</text></svg><math><mtext>vincristine</mtext></math><textarea>vincristine</textarea><select><option>vincristine</select><button>vincristine</button>',
    [],
  ],
  [
    'editors',
    '<div contenteditable>vincristine</div><div contenteditable="plaintext-only">vincristine</div><div role="textbox">vincristine</div><div contenteditable="true"><p><b>vincristine</b></p></div>',
    [],
  ],
  [
    'hidden subtrees',
    '<p hidden>vincristine</p><div style="display:none"><p>vincristine</p></div><p style="visibility:hidden">vincristine</p><details><summary>More</summary><p>vincristine</p></details><template><p>vincristine</p></template><noscript>vincristine</noscript>',
    [],
  ],
  [
    'an opened <details>',
    '<details open><summary>More</summary><p>vincristine</p></details>',
    ['vincristine'],
  ],
  ['links', '<p><a href="#x">vincristine</a></p>', ['vincristine']],
];

for (const [name, body, lit] of CASES) {
  test(name, async ({ reader, server }) => {
    await reader.goto(server.add(article(`${INTRO}${body}<p>Prednisone.</p>`)));
    await expect.poll(() => reader.evaluate(litTexts)).toContain('Prednisone');
    expect(await reader.settled()).toEqual([FIRST, ...lit, 'Prednisone']);
    expect(reader.errors()).toEqual([]);
  });
}

test('what was hidden is lit when it is shown, and dark again when it is hidden', async ({
  reader,
  server,
}) => {
  await reader.goto(
    server.add(
      article(
        `${INTRO}<style>.off { display: none }</style><details><summary>More</summary><p>vincristine</p></details><p id="box" class="off">methotrexate</p>`,
      ),
    ),
  );
  await reader.settled();
  await reader.evaluate(() => {
    (document.querySelector('details') as HTMLDetailsElement).open = true;
    document.querySelector('#box')?.classList.remove('off');
  });
  await expect.poll(() => reader.painted()).toEqual([FIRST, 'vincristine', 'methotrexate']);
  await reader.evaluate(() => document.querySelector('#box')?.classList.add('off'));
  await expect.poll(() => reader.painted()).toEqual([FIRST, 'vincristine']);
});

test('an XHTML page is lit by either painter, and stays well-formed', async ({ reader, server, set }) => {
  const xhtml = `<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>Leukemia</title></head>
<body><p>Acute lymphoblastic leukemia and <i>vincristine</i>.</p>
<p><![CDATA[Then CAR]]> T cells and <![CDATA[nelarabine]]>.</p></body></html>`;
  await reader.goto(server.add(xhtml, 'application/xhtml+xml; charset=utf-8'));
  expect(await reader.settled(4)).toEqual([FIRST, 'vincristine', 'CAR T cells', 'nelarabine']);
  const print = () => new XMLSerializer().serializeToString(document);
  const before = await reader.evaluate(print);
  await set({ painter: 'marks' });
  const namespaces = () =>
    reader.evaluate(() =>
      [...document.querySelectorAll('mark[data-termlight]')].map((mark) => mark.namespaceURI),
    );
  await expect.poll(namespaces).toEqual(Array(5).fill('http://www.w3.org/1999/xhtml'));
  await set({ painter: 'highlight' });
  await expect.poll(namespaces).toEqual([]);
  expect(await reader.evaluate(print)).toBe(before);
  expect(reader.errors()).toEqual([]);
});

for (const [name, body] of [
  [
    'an SVG document',
    '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">Acute lymphoblastic leukemia</text></svg>',
  ],
  ['an XML document', '<drugs><name>vincristine for acute lymphoblastic leukemia</name></drugs>'],
]) {
  test(`${name} is left alone`, async ({ reader, server }) => {
    await reader.goto(server.add(body, name.includes('SVG') ? 'image/svg+xml' : 'text/xml'));
    await pause(1000);
    expect(reader.errors()).toEqual([]);
  });
}

test('a right-to-left page with English terms: they are lit, the text around them is whole', async ({
  reader,
  server,
}) => {
  await reader.goto(
    server.add(
      article(
        '<p>המטופל קיבל vincristine ואחר כך blinatumomab (CD19) בבית החולים.</p><p dir="ltr">Acute lymphoblastic leukemia</p>',
        { attributes: 'lang="he" dir="rtl"' },
      ),
    ),
  );
  expect(await reader.settled(3)).toEqual(expect.arrayContaining(['vincristine', 'blinatumomab']));
  expect(reader.errors()).toEqual([]);
});

test('a document that is an editor stays dark', async ({ reader, server }) => {
  await reader.goto(server.add(article(`${INTRO}<script>document.designMode = 'on'</script>`)));
  await pause(1500);
  expect(await reader.painted()).toEqual([]);
});

test('writing in an editor on a lit page, under inline marks: the writer gets what was typed', {
  tag: '@chromium',
}, async ({ chromium, server, set }) => {
  await set({ painter: 'marks' });
  await chromium.goto(
    server.add(article(`${INTRO}<div contenteditable="true" style="min-height: 2em"></div>`)),
  );
  await expect.poll(() => chromium.evaluate(litTexts)).toContain(FIRST);
  await chromium.page.click('[contenteditable]');
  await chromium.page.keyboard.type('She had vincristine and a lumbar puncture. ');
  await pause(500);
  await chromium.page.keyboard.type('Then remission.');
  const html = await chromium.evaluate(() => document.querySelector('[contenteditable]')?.innerHTML);
  expect(html).toBe('She had vincristine and a lumbar puncture. Then remission.');
});

test.describe('large pages', () => {
  test.describe.configure({ timeout: 120_000 });

  test('5 MB of text: lit near the top and at the end, nothing lost', async ({ reader, server, set }) => {
    await set({ occurrences: 'section' });
    const filler = 'The river went round the hill, and nobody minded the rain that day. '.repeat(30);
    const section = (i: number) =>
      `<h2>Chapter ${i}</h2><p>${filler}</p><p>In chapter ${i} vincristine was given for acute lymphoblastic leukemia.</p>`;
    const count = Math.ceil(5_000_000 / section(0).length);
    const body = Array.from({ length: count }, (_, i) => section(i)).join('\n');
    await reader.goto(server.add(article(body)));
    const vincristine = async () =>
      (await reader.evaluate(litTexts)).filter((text) => text === 'vincristine').length;
    await expect.poll(vincristine, { timeout: 60_000 }).toBe(count);
    expect(reader.errors()).toEqual([]);
  });

  test('200,000 text nodes, a term in every hundredth', async ({ reader, server }) => {
    const body = Array.from({ length: 200_000 }, (_, i) =>
      i % 100 ? `<span>word ${i}</span> ` : '<p>vincristine for leukemia</p>',
    ).join('');
    await reader.goto(server.add(article(`${INTRO}${body}`)));
    const vincristine = async () =>
      (await reader.evaluate(litTexts)).filter((text) => text === 'vincristine').length;
    await expect.poll(vincristine, { timeout: 60_000 }).toBe(2000);
    expect(reader.errors()).toEqual([]);
  });

  for (const painter of ['highlight', 'marks'] as const) {
    test(`60,000 text nodes read anew for one attribute, with ${painter}: the page goes on meanwhile`, {
      tag: '@chromium',
    }, async ({ chromium, server, set }) => {
      await set({ painter });
      const body = Array.from(
        { length: 20_000 },
        (_, i) => `<p>Then <b id="n${i}">vincristine</b> number ${i}.</p>`,
      ).join('');
      await chromium.goto(server.add(article(body)));
      const lit = async () => (await chromium.evaluate(litTexts)).length;
      await expect.poll(lit, { timeout: 60_000 }).toBe(20_000);
      // What it cost to come this far is over.
      await pause(2000);
      const longest = await chromium.evaluate(async () => {
        let longest = 0;
        const observer = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
        });
        observer.observe({ type: 'longtask' });
        document.querySelector('#n19000')?.setAttribute('contenteditable', 'true');
        const isLit = () => {
          const ranges = [...(CSS.highlights.get('termlight') ?? [])];
          const marks = document.querySelectorAll('mark[data-termlight]').length;
          return ranges.length + marks === 20_000;
        };
        while (isLit()) await new Promise((resolve) => setTimeout(resolve, 200));
        await new Promise((resolve) => setTimeout(resolve, 500));
        observer.disconnect();
        return longest;
      });
      // The second that it took in one piece is spread; a busy machine may still make a slice long.
      expect(longest).toBeLessThan(250);
      await expect.poll(lit, { timeout: 60_000 }).toBe(19_999);
    });
  }

  test('10,000 terms under inline marks: all there, and all gone again', async ({ reader, server, set }) => {
    const body = Array.from(
      { length: 5000 },
      (_, i) => `<p>${i}: vincristine, then <b>methotrexate</b>.</p>`,
    ).join('');
    await set({ painter: 'marks' });
    await reader.goto(server.add(article(body)));
    const marks = () => reader.evaluate(() => document.querySelectorAll('mark[data-termlight]').length);
    await expect.poll(marks, { timeout: 60_000 }).toBe(10_000);
    await set({ painter: 'highlight' });
    await expect.poll(marks, { timeout: 60_000 }).toBe(0);
    const texts = await reader.evaluate(() =>
      [...document.querySelectorAll('p')].map((p) => p.childNodes.length),
    );
    expect(new Set(texts)).toEqual(new Set([3]));
  });

  test('an element nested 400 deep', async ({ reader, server }) => {
    await reader.goto(
      server.add(
        article(`${INTRO}${'<div>'.repeat(200)}${'<i>'.repeat(200)}vincristine${'</i>'.repeat(200)}`),
      ),
    );
    expect(await reader.settled(2)).toContain('vincristine');
    expect(reader.errors()).toEqual([]);
  });
});

/** Ways to show a text that leave its class, its style, `hidden` and `open` as they are. */
const SHOWN: [how: string, css: string, body: string, show: () => void][] = [
  [
    'a popover',
    '',
    '<p popover id="text">',
    () => (document.querySelector('#text') as HTMLElement).showPopover(),
  ],
  [
    'an attribute of its own',
    '#text:not([data-state="open"]) { display: none }',
    '<p id="text">',
    () => document.querySelector('#text')?.setAttribute('data-state', 'open'),
  ],
  [
    'an attribute of the whole page',
    'html:not([data-ready]) #text { visibility: hidden }',
    '<p id="text">',
    () => document.documentElement.setAttribute('data-ready', ''),
  ],
  [
    'a box that is ticked',
    'input:not(:checked) ~ #text { display: none }',
    '<input type="checkbox" id="box"><p id="text">',
    () => (document.querySelector('#box') as HTMLElement).click(),
  ],
  ['its address', '#text:not(:target) { display: none }', '<p id="text">', () => location.assign('#text')],
];
for (const [how, css, body, show] of SHOWN) {
  test(`what is shown by ${how} is lit then`, async ({ reader, server, set }) => {
    await set({ occurrences: 'every', scope: 'page' });
    await reader.goto(
      server.add(
        article(`<p>${FIRST} is treated.</p>${body}Then comes vincristine.</p>`, {
          head: `<style>${css}</style>`,
        }),
      ),
    );
    await expect.poll(() => reader.evaluate(litTexts)).toEqual([FIRST]);
    await reader.evaluate(show);
    await expect.poll(() => reader.evaluate(litTexts)).toEqual([FIRST, 'vincristine']);
    expect(reader.errors()).toEqual([]);
  });
}
