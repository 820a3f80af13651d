import { expect, test } from './fixtures';
import { article, litInFrames, litTexts, pause } from './page-side';

const INNER = article('<p>Induction begins with vincristine.</p>');
const inner = (name: string) =>
  article(
    `<script>window.name = ${JSON.stringify(name)}</script><p>Then vincristine, in the frame ${name}.</p>`,
  );

test.beforeEach(({ set }) => set({ scope: 'page', density: 0 }));

test('frames are lit wherever they come from, and tiny ones stay dark', async ({ reader, server }) => {
  const frame = (name: string, attributes: string, size = 'width="300" height="120"') =>
    `<iframe name="${name}" ${size} ${attributes}></iframe>`;
  const same = server.add(inner('same'));
  const cross = server.add(inner('cross')).replace('127.0.0.1', 'localhost');
  const nested = server.add(article(frame('nested', `src="${same}"`)));
  const tiny = server.add(inner('tiny'));
  const body = [
    '<p>Acute lymphoblastic leukemia.</p>',
    frame('same', `src="${same}"`),
    frame('cross', `src="${cross}"`),
    frame('around', `src="${nested}"`),
    frame('srcdoc', `srcdoc="${inner('srcdoc').replaceAll('"', '&quot;')}"`),
    frame('sandboxed', `sandbox="allow-scripts" src="${server.add(inner('sandboxed'))}"`),
    frame('tiny', `src="${tiny}"`, 'width="120" height="40"'),
    frame('hidden', `src="${server.add(inner('hidden'))}" style="display: none"`),
  ];
  await reader.goto(server.add(article(body.join('\n'))));
  await expect
    .poll(() => litInFrames(reader))
    .toEqual({
      '': ['Acute lymphoblastic leukemia'],
      same: ['vincristine'],
      cross: ['vincristine'],
      around: [],
      srcdoc: ['vincristine'],
      sandboxed: ['vincristine'],
      tiny: [],
      hidden: [],
    });
  expect(reader.errors()).toEqual([]);
});

test('a frame that the page puts in later, and writes itself, is lit', async ({ reader, server }) => {
  await reader.goto(server.add(article('<p>Acute lymphoblastic leukemia.</p>')));
  await reader.settled(1);
  await reader.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.name = 'late';
    frame.width = '600';
    frame.height = '300';
    document.body.append(frame);
    const inside = frame.contentDocument as Document;
    inside.title = 'Leukemia';
    inside.body.innerHTML = '<p>Acute lymphoblastic leukemia is treated with vincristine.</p>';
  });
  await expect.poll(async () => (await litInFrames(reader)).late).toContain('vincristine');
  expect(reader.errors()).toEqual([]);
});

test('a frame that is tiny at first is lit when it grows', async ({ reader, server }) => {
  await reader.goto(
    server.add(
      article(
        `<p>Acute lymphoblastic leukemia.</p><iframe name="grows" width="10" height="10" src="${server.add(INNER)}"></iframe>`,
      ),
    ),
  );
  await reader.settled(1);
  expect((await litInFrames(reader)).grows).toEqual([]);
  await reader.evaluate(() => {
    const frame = document.querySelector('iframe') as HTMLIFrameElement;
    frame.width = '600';
    frame.height = '300';
  });
  await expect.poll(async () => (await litInFrames(reader)).grows).toContain('vincristine');
});

test.describe('open shadow roots', () => {
  const component = `<script>
    customElements.define('drug-note', class extends HTMLElement {
      connectedCallback() {
        if (this.shadowRoot) return;
        const root = this.attachShadow({ mode: 'open' });
        root.innerHTML = '<p><slot></slot> and methotrexate</p>';
      }
    });
  </script>`;

  for (const painter of ['highlight', 'marks'] as const) {
    test(`are read with ${painter}, and followed`, async ({ reader, server, set }) => {
      await set({ painter });
      await reader.goto(
        server.add(
          article(`<p>Induction for acute lymphoblastic leukemia.</p><drug-note>Vincristine</drug-note>`, {
            head: component,
          }),
        ),
      );
      await expect
        .poll(async () => (await reader.evaluate(litTexts)).sort())
        .toEqual(['Induction', 'Vincristine', 'acute lymphoblastic leukemia', 'methotrexate']);
      await reader.evaluate(() => {
        const root = document.querySelector('drug-note')?.shadowRoot as ShadowRoot;
        root.append(Object.assign(document.createElement('p'), { textContent: 'Then blinatumomab.' }));
        const late = document.createElement('drug-note');
        late.textContent = 'Dexamethasone';
        document.body.append(' ', late);
      });
      await expect
        .poll(() => reader.evaluate(litTexts))
        .toEqual(expect.arrayContaining(['blinatumomab', 'Dexamethasone']));
      expect(reader.errors()).toEqual([]);
    });

    test(`leave with ${painter} without a trace, and are read again when they come back`, async ({
      reader,
      server,
      set,
    }) => {
      await set({ painter });
      await reader.goto(
        server.add(
          article(`<p>Induction for leukemia.</p><div><drug-note>Vincristine</drug-note></div>`, {
            head: component,
          }),
        ),
      );
      const lit = async () => (await reader.evaluate(litTexts)).sort();
      const all = ['Induction', 'Vincristine', 'leukemia', 'methotrexate'];
      await expect.poll(lit).toEqual(all);
      await reader.evaluate(() => {
        const page = window as unknown as { away: Element };
        page.away = document.querySelector('div') as Element;
        page.away.remove();
      });
      await expect.poll(lit).toEqual(['Induction', 'leukemia']);
      const left = () =>
        reader.evaluate(() => {
          const { away } = window as unknown as { away: Element };
          return away.querySelector('drug-note')?.shadowRoot?.querySelector('p')?.innerHTML;
        });
      await expect.poll(left).toBe('<slot></slot> and methotrexate');
      await reader.evaluate(() => document.body.append((window as unknown as { away: Element }).away));
      await expect.poll(lit).toEqual(all);
      expect(reader.errors()).toEqual([]);
    });
  }

  test('that hold all the text of a page are found, those that come later too', async ({
    reader,
    server,
  }) => {
    const app = (text: string) => `<script>
      function show(text) {
        const host = document.body.appendChild(document.createElement('div'));
        host.attachShadow({ mode: 'open' }).innerHTML = '<p>' + text + '</p>';
      }
      show(${JSON.stringify(text)});
    </script>`;
    await reader.goto(server.add(article(app('Nothing to see.'))));
    await pause(1000);
    await reader.evaluate(() => {
      const { show } = window as unknown as { show(text: string): void };
      show('Acute lymphoblastic leukemia.');
    });
    await expect.poll(() => reader.evaluate(litTexts)).toEqual(['Acute lymphoblastic leukemia']);
    await reader.goto(server.add(article(app('Loading …'))));
    await pause(1000);
    await reader.evaluate(() => {
      const root = document.querySelector('div')?.shadowRoot as ShadowRoot;
      root.innerHTML = '<p>Then blinatumomab.</p>';
    });
    await expect.poll(() => reader.evaluate(litTexts)).toEqual(['blinatumomab']);
    expect(reader.errors()).toEqual([]);
  });

  test('are seen by the reader: their highlights have a style', { tag: '@chromium' }, async ({
    chromium,
    server,
  }) => {
    await chromium.goto(
      server.add(
        article(`<p>Acute lymphoblastic leukemia.</p><drug-note>After</drug-note>`, { head: component }),
      ),
    );
    await expect.poll(() => chromium.evaluate(litTexts)).toContain('methotrexate');
    const line = await chromium.evaluate(() => {
      const p = document.querySelector('drug-note')?.shadowRoot?.querySelector('p') as HTMLElement;
      return getComputedStyle(p, '::highlight(termlight-underline)').textDecorationLine;
    });
    expect(line).toContain('underline');
  });
});
