import { openByPointer } from '../e2e/card-tools';
import { expect, test } from './fixtures';
import { article, litInFrames, litTexts, pause } from './page-side';
import { difference } from './pages/dom-print';

const SETTINGS = { occurrences: 'every', scope: 'page', density: 0, supporting: 'always' } as const;
const INTRO = '<p>Acute lymphoblastic leukemia.</p>';
const FIRST = 'Acute lymphoblastic leukemia';

test.beforeEach(({ set }) => set(SETTINGS));

/** Runs in the page: its nodes, a line each, text nodes apart. */
function nodes(): string {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
  const lines: string[] = [];
  while (walker.nextNode()) lines.push(`${walker.currentNode.nodeName} ${walker.currentNode.nodeValue}`);
  return lines.join('\n');
}

test.describe('what a page does to its text under inline marks is done as without them', () => {
  /** How often a page calls `act`, with a section that holds `html` → what it does there. */
  const ACTS: Record<string, { html: string; act: string }> = {
    'joins its text nodes': {
      html: '<p>vincristine then <b>x</b> methotrexate</p><p>We gave vincristine</p><p>vincristine</p>',
      act: 'section.normalize()',
    },
    'joins text nodes that touch marks': {
      html: '<p></p>',
      act: 'section.normalize()',
    },
    'splits a text node before a term': {
      html: '<p>We gave vincristine and methotrexate.</p>',
      act: 'section.firstChild.firstChild.splitText(3)',
    },
    'copies an element': {
      html: '<p>We gave vincristine and methotrexate</p>',
      act: 'section.append(section.firstChild.cloneNode(true))',
    },
    'writes its own markup anew': {
      html: '<p>We gave vincristine and methotrexate</p>',
      act: 'section.innerHTML = section.innerHTML',
    },
    'adds to its own markup': {
      html: '<p>We gave vincristine and methotrexate</p>',
      act: 'section.innerHTML += "<p>Then prednisone.</p>"',
    },
    'writes into every text node': {
      html: '<p>We gave vincristine and methotrexate.</p>',
      act: 'for (const text of texts()) text.data = text.data.toUpperCase()',
    },
    'underlines from one word to another': {
      html: '<p>We gave vincristine and methotrexate.</p>',
      act: `const range = new Range();
        range.setStart(...at(12));
        range.setEnd(...at(28));
        const line = document.createElement('u');
        line.append(range.extractContents());
        range.insertNode(line);`,
    },
  };
  const sections = Object.values(ACTS).map(({ html }) => `<section>${html}</section>`);
  const acts = Object.values(ACTS).map(({ act }) => `(section, texts, at) => { ${act} }`);
  const page = article(
    `${INTRO}${sections.join('')}<script>
      const parts = document.querySelectorAll('section');
      parts[1].firstChild.append('vinc', 'ristine and ', 'methotrexate', ' then ', 'x');
      window.act = () => [${acts}].forEach((act, i) => {
        const texts = () => {
          const walker = document.createTreeWalker(parts[i], NodeFilter.SHOW_TEXT);
          const out = [];
          while (walker.nextNode()) out.push(walker.currentNode);
          return out;
        };
        const at = (offset) => {
          for (const text of texts()) {
            if (offset <= text.length) return [text, offset];
            offset -= text.length;
          }
        };
        act(parts[i], texts, at);
      });
    </script>`,
  );

  test(Object.keys(ACTS).join(', '), async ({ reader, server, set }) => {
    const url = server.add(page);
    const act = () => (window as unknown as { act(): void }).act();
    await set({ enabled: false });
    await reader.goto(url);
    await reader.evaluate(act);
    const expected = await reader.evaluate(nodes);

    await set({ enabled: true, painter: 'marks' });
    await reader.goto(url);
    await expect.poll(() => reader.evaluate(litTexts)).toContain('methotrexate');
    await expect
      .poll(() => reader.evaluate(() => document.querySelectorAll('section:last-of-type mark').length))
      .toBe(2);
    await reader.evaluate(act);
    await expect.poll(() => reader.evaluate(litTexts)).toContain('prednisone');
    await expect.poll(() => reader.evaluate(() => document.querySelectorAll('mark mark').length)).toBe(0);
    await set({ painter: 'highlight' });
    await expect.poll(() => reader.evaluate(() => document.querySelectorAll('mark').length)).toBe(0);
    await expect.poll(async () => difference(expected, await reader.evaluate(nodes))).toBeUndefined();
    expect(reader.errors()).toEqual([]);
  });
});

for (const painter of ['highlight', 'marks'] as const) {
  test.describe(`with ${painter}`, () => {
    test.beforeEach(({ set }) => set({ ...SETTINGS, painter }));

    test('scripts and styles beside a text, and a text directly in a shadow root', async ({
      reader,
      server,
    }) => {
      await reader.goto(
        server.add(
          article(`${INTRO}<div>x <script>var note = 1234567890;</script> vincristine <style>.a {}</style> and prednisone</div>
          <div id="host"></div><script>
            document.querySelector('#host').attachShadow({ mode: 'open' })
              .append('methotrexate and ', document.createElement('b'), 'asparaginase');
          </script>`),
        ),
      );
      await expect
        .poll(async () => (await reader.evaluate(litTexts)).sort())
        .toEqual([FIRST, 'asparaginase', 'methotrexate', 'prednisone', 'vincristine']);
      if (painter === 'marks') {
        const lines = await reader.evaluate(() => {
          const { shadowRoot } = document.querySelector('#host') as HTMLElement;
          return [...(shadowRoot?.querySelectorAll('mark') ?? [])].map(
            (mark) => getComputedStyle(mark).textDecorationLine,
          );
        });
        expect(lines).toEqual(['underline', 'underline']);
      }
      expect(reader.errors()).toEqual([]);
    });

    test('a text that gets shorter under the pointer', async ({ reader, server }) => {
      await reader.goto(
        server.add(article(`${INTRO}<p id="text">We gave vincristine and methotrexate to all of them.</p>`)),
      );
      await expect.poll(() => reader.evaluate(litTexts)).toContain('methotrexate');
      const box = await reader.evaluate(() => {
        const { left, top, height } = (
          document.querySelector('#text') as HTMLElement
        ).getBoundingClientRect();
        return { left, middle: top + height / 2 };
      });
      for (const text of ['x', 'We gave vincristine and methotrexate to all of them.', 'y']) {
        await reader.evaluate((data) => {
          (document.querySelector('#text')?.firstChild as Text).data = data;
        }, text);
        for (const x of [60, 90, 120, 150, 180]) await reader.movePointer(box.left + x, box.middle);
        await pause(300);
      }
      expect(await reader.evaluate(litTexts)).toEqual([FIRST]);
      expect(reader.errors()).toEqual([]);
    });

    test('a page that puts another document in the place of its own', async ({ reader, server }) => {
      await reader.goto(server.add(article(INTRO)));
      await expect.poll(() => reader.evaluate(litTexts)).toEqual([FIRST]);
      await reader.evaluate(() => {
        document.open();
        document.write('<!doctype html><title>Leukemia</title><p>Vincristine for leukemia.</p>');
        document.close();
      });
      await expect.poll(() => reader.evaluate(litTexts)).toEqual(['Vincristine', 'leukemia']);
      await reader.evaluate(() => {
        (document.querySelector('p') as HTMLElement).textContent = 'Methotrexate for leukemia.';
      });
      await expect.poll(() => reader.evaluate(litTexts)).toEqual(['Methotrexate', 'leukemia']);
      if (painter === 'highlight') {
        await reader.hover('Methotrexate');
        await expect.poll(() => reader.card()).toContain('ethotrexate');
      }
      expect(reader.errors()).toEqual([]);
    });

    test('an element that becomes an editor, and one that is none any more', async ({ reader, server }) => {
      await reader.goto(
        server.add(
          article(
            `${INTRO}<p id="off">vincristine</p><div id="on" contenteditable="true"><p>methotrexate</p></div>`,
          ),
        ),
      );
      await expect.poll(() => reader.evaluate(litTexts)).toEqual([FIRST, 'vincristine']);
      await reader.evaluate(() => {
        (document.querySelector('#off') as HTMLElement).contentEditable = 'true';
        document.querySelector('#on')?.removeAttribute('contenteditable');
      });
      await expect
        .poll(async () => (await reader.evaluate(litTexts)).sort())
        .toEqual([FIRST, 'methotrexate']);
      await reader.evaluate(() => {
        document.designMode = 'on';
        document.querySelector('#on')?.append('Then more.');
      });
      await expect.poll(() => reader.evaluate(litTexts)).toEqual([]);
      expect(reader.errors()).toEqual([]);
    });

    test('a frame without a secure origin, and an element that moves over from another frame', async ({
      reader,
      server,
    }) => {
      const text = '<p>Acute lymphoblastic leukemia and vincristine.</p>';
      await reader.goto(
        server.add(
          article(`<iframe name="data" width="400" height="200" src="data:text/html,<script>window.name='data'</script>${text}"></iframe>
            <iframe name="inner" width="400" height="200" srcdoc="<p id=moved>methotrexate</p>${text}"></iframe>`),
        ),
      );
      const lit = async () => {
        const { data, inner, '': outer } = await litInFrames(reader);
        return { data, inner: inner?.sort(), outer };
      };
      const here = [FIRST, 'vincristine'];
      await expect
        .poll(lit)
        .toEqual({ data: here, inner: [FIRST, 'methotrexate', 'vincristine'], outer: [] });
      await reader.evaluate(() => {
        const { contentDocument } = document.querySelector('[name=inner]') as HTMLIFrameElement;
        document.body.append(contentDocument?.querySelector('#moved') as Element);
      });
      await expect.poll(lit).toEqual({ data: here, inner: here, outer: ['methotrexate'] });
      if (painter === 'marks')
        expect(await reader.evaluate(() => document.querySelectorAll('mark').length)).toBe(1);
      expect(reader.errors()).toEqual([]);
    });
  });
}

/** What a page holds beside the first paragraph → what is lit beside it. */
const CASES: [name: string, body: string, lit: string[]][] = [
  [
    'a form whose fields are named like properties',
    `<form>vincristine<p>prednisone</p>${'parentNode nodeType firstChild lastChild nextSibling previousSibling localName contains childNodes children attributes id title style className tagName textContent innerHTML matches closest remove host open isConnected ownerDocument getAttribute hasAttribute querySelector querySelectorAll checkVisibility shadowRoot assignedSlot childElementCount parentElement getRootNode'
      .split(' ')
      .map((name) => `<input type="hidden" name="${name}">`)
      .join('')}</form>`,
    ['vincristine', 'prednisone'],
  ],
  [
    'pictures and frames named like properties of the document and the window',
    `${'body documentElement title createTreeWalker hidden head designMode implementation createElement cloneNode'
      .split(' ')
      .map((name) => `<img name="${name}" alt="">`)
      .join('')}${'CSS Highlight scheduler MutationObserver top chrome browser innerWidth __termlightGate'
      .split(' ')
      .map((name) => `<form id="${name}"><input name="context"><input name="handle"></form>`)
      .join('')}<iframe name="body"></iframe><p>vincristine</p>`,
    ['vincristine'],
  ],
  [
    'elements without a box of their own',
    '<div style="display: contents">vincristine <div style="display: contents">lumbar</div> <div style="display: contents">puncture</div></div>',
    ['vincristine', 'lumbar puncture'],
  ],
  [
    'components beside each other, each with a paragraph around its slot',
    `<x-p>vincristine</x-p><x-p>dexamethasone</x-p><x-i>lumbar</x-i> puncture
      <x-n><span slot="a">prednisone</span><span slot="b">methotrexate</span><span slot="a">lumbar</span> <span slot="b">puncture</span></x-n>
      <x-e>asparaginase</x-e><script>
      const define = (name, html) => customElements.define(name, class extends HTMLElement {
        connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = html; }
      });
      define('x-p', '<p><slot></slot></p>');
      define('x-i', '<b><slot></slot></b>');
      define('x-n', '<p><slot name="a"></slot></p><p><slot name="b"></slot></p>');
      define('x-e', 'nothing of it is shown');
    </script>`,
    ['vincristine', 'dexamethasone', 'lumbar puncture', 'prednisone', 'methotrexate'],
  ],
  [
    'shadow roots in the markup',
    '<div><template shadowrootmode="open"><p><slot></slot></p></template>vincristine</div>',
    ['vincristine'],
  ],
  [
    'what is not rendered between the letters and the words',
    '<p>lumbar <span hidden>x</span>puncture, vin<span style="display: none">z</span>cristine, CAR <script>1</script>T-cell <style>a {}</style>therapy, blina<!-- -->tumomab</p>',
    ['lumbar xpuncture', 'vinzcristine', 'CAR 1T-cell a {}therapy', 'blinatumomab'],
  ],
];

for (const [name, body, lit] of CASES) {
  test(name, async ({ reader, server }) => {
    await reader.goto(server.add(article(`${INTRO}${body}<p>nelarabine</p>`)));
    await expect
      .poll(async () => (await reader.evaluate(litTexts)).sort())
      .toEqual([FIRST, ...lit, 'nelarabine'].sort());
    expect(reader.errors()).toEqual([]);
  });
}

test('changes in a form whose fields are named like methods', async ({ reader, server, set }) => {
  const names = ['querySelectorAll', 'querySelector', 'getAttribute', 'matches', 'closest', 'isConnected'];
  const fields = names.map((name) => `<input name="${name}">`).join('');
  for (const painter of ['highlight', 'marks'] as const) {
    await set({ painter, occurrences: 'every', scope: 'page', density: 0 });
    await reader.goto(server.add(article(`${INTRO}<form>${fields}</form><p>nelarabine</p>`)));
    await expect.poll(() => reader.evaluate(litTexts)).toContain('nelarabine');
    const add = () =>
      reader.evaluate(() => {
        const form = document.querySelector('form') as HTMLFormElement;
        Element.prototype.append.call(form, 'Then vincristine.');
      });
    await add();
    await expect.poll(() => reader.evaluate(litTexts)).toContain('vincristine');
    if (painter === 'highlight') await openByPointer(reader, 'vincristine');
    await reader.evaluate(() => document.querySelector('form')?.replaceWith('No methotrexate.'));
    await expect.poll(() => reader.evaluate(litTexts)).toContain('methotrexate');
    expect(reader.errors(), painter).toEqual([]);
  }
});

test('a thousand shadow roots, a term in each', async ({ reader, server }) => {
  const script = `for (let i = 0; i < 1000; i++) {
    const host = document.body.appendChild(document.createElement('x-note'));
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>Note ' + i + ': vincristine</p>';
  }`;
  await reader.goto(server.add(article(`${INTRO}<script>${script}</script>`)));
  await expect.poll(async () => (await reader.evaluate(litTexts)).length).toBe(1001);
  await reader.evaluate(script as unknown as () => void);
  await expect.poll(async () => (await reader.evaluate(litTexts)).length).toBe(2001);
  expect(reader.errors()).toEqual([]);
});

test('terms split by markup all over a page of many text nodes', async ({ reader, server }) => {
  const filler = '<i>and</i> <b>so</b> ';
  const split = [
    'vin<b>cris</b>tine',
    'lumbar <i>puncture</i>',
    'CAR<wbr> T-cell <u>thera</u>py',
    'nelarabine',
  ];
  const paragraphs = Array.from({ length: 600 }, (_, i) => `<p>${filler.repeat(i % 5)}${split[i % 4]}</p>`);
  await reader.goto(server.add(article(paragraphs.join(''))));
  const counts = { vincristine: 150, 'lumbar puncture': 150, 'CAR T-cell therapy': 150, nelarabine: 150 };
  await expect
    .poll(async () => {
      const found: Record<string, number> = {};
      for (const text of await reader.evaluate(litTexts)) found[text] = (found[text] ?? 0) + 1;
      return found;
    })
    .toEqual(counts);
  expect(reader.errors()).toEqual([]);
});

test('a document without a root element, and frames that come and go', async ({ reader, server }) => {
  await reader.goto(server.add('<script>document.documentElement.remove()</script>'));
  await pause(300);
  await reader.goto(
    server.add(
      article(`${INTRO}<div></div><script>
        const place = document.querySelector('div');
        let count = 0;
        const timer = setInterval(() => {
          place.innerHTML = '<iframe width=400 height=300 srcdoc="<p>Vincristine for leukemia</p>"></iframe>';
          setTimeout(() => { place.innerHTML = ''; }, (count++ * 7) % 60);
          if (count > 20) { clearInterval(timer); window.done = true; }
        }, 70);
      </script>`),
    ),
  );
  await expect.poll(() => reader.evaluate(() => 'done' in window)).toBe(true);
  await expect.poll(() => reader.painted()).toEqual([FIRST]);
  expect(reader.errors()).toEqual([]);
});
