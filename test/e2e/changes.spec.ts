import { expect, test } from './fixtures';
import type { Reader } from './reader';

const HEAD = '<!doctype html><html lang=en><title>t</title><link rel=icon href="data:,">';
const ARTICLE = `${HEAD}<h1>Drugs</h1><p id=one>Some <b>vincristine</b> and CAR <i>T</i> cell therapy, vincristine<p id=two>and`;

/** Writes settings as the options page does, from a page of the extension. */
async function set(reader: Reader, painter: 'marks' | 'highlight'): Promise<void> {
  const page = await reader.extensionPage('options.html');
  const write = {
    marks: () => chrome.storage.local.set({ settings: { painter: 'marks', occurrences: 'every' } }),
    highlight: () => chrome.storage.local.set({ settings: {} }),
  };
  await page.evaluate(write[painter]);
  await page.close();
}

const marked = (reader: Reader) =>
  reader.evaluate(() =>
    [...document.querySelectorAll('mark[data-termlight]')].map((mark) => mark.textContent),
  );

test('text that grows word by word is lit, and what is overwritten goes dark', async ({ reader, server }) => {
  await reader.goto(server.add(ARTICLE));
  await reader.settled(2);
  await reader.evaluate(async () => {
    const two = document.querySelector('#two') as HTMLElement;
    for (const part of [' then', ' blina', 'tumo', 'mab', ' was', ' given']) {
      two.append(part);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  });
  await expect.poll(() => reader.painted()).toContain('blinatumomab');
  await reader.evaluate(() => {
    const bold = document.querySelector('b')?.firstChild as Text;
    bold.data = 'nothing at all here';
  });
  await expect
    .poll(async () => (await reader.painted()).filter((text) => /nothing|here/.test(text)))
    .toEqual([]);
  await expect.poll(() => reader.painted()).toContain('vincristine');
  expect(reader.errors()).toEqual([]);
});

for (const [grown, paragraphs, painted] of [
  ['its next paragraph', 0, true],
  ['a paragraph far below', 20, false],
] as const)
  test(`what a page said before speaks for a word of ${grown} that grows`, async ({ reader, server }) => {
    const between = `<p>${'It had rained all day, and nobody came to the old house on the hill. '.repeat(15)}</p>`;
    const page = `<body><p>He takes <b>vincristine</b> for his cancer. So it was.</p>${between.repeat(paragraphs)}`;
    await reader.goto(server.add(HEAD + page));
    await reader.settled(1);
    await reader.evaluate(async () => {
      const grow = async (words: string) => {
        const paragraph = document.createElement('p');
        document.body.append(paragraph);
        for (const word of words.split(/(?= )/)) {
          paragraph.append(word);
          await new Promise((resolve) => setTimeout(resolve, 40));
        }
      };
      await grow('It was a quiet night in the old house.');
      await grow('The blasts were heard until the morning.');
      document.body.insertAdjacentHTML('beforeend', '<h2>Later</h2><p>rituximab');
    });
    await expect.poll(() => reader.painted()).toContain('rituximab');
    expect((await reader.painted()).includes('blasts')).toBe(painted);
    expect(reader.errors()).toEqual([]);
  });

test('what is hidden gives its place to what is seen', async ({ reader, server }) => {
  await reader.goto(server.add(`${HEAD}<p id=a>vincristine first<p id=b>vincristine second`));
  await reader.settled(1);
  const place = () =>
    reader.evaluate(() => {
      const [range] = [...(CSS.highlights.get('termlight') ?? [])];
      return range?.startContainer.parentElement?.id;
    });
  await expect.poll(place).toBe('a');
  await reader.evaluate(() =>
    (document.querySelector('#a') as HTMLElement).style.setProperty('display', 'none'),
  );
  await expect.poll(place).toBe('b');
});

test('a page without terms is lit when terms come, in a new body too', async ({ reader, server }) => {
  await reader.goto(server.add(`${HEAD}<p>Nothing of the kind.`));
  await reader.evaluate(() => {
    const body = document.createElement('body');
    body.innerHTML = '<p>blinatumomab</p>';
    document.body.replaceWith(body);
  });
  expect(await reader.settled(1)).toEqual(['blinatumomab']);
});

test('marks come and go by setting, and leave the page as it was', async ({ reader, server }) => {
  await reader.goto(server.add(ARTICLE));
  await reader.settled(2);
  const before = await reader.evaluate(() => document.body.innerHTML);
  const nodes = await reader.evaluate(() => document.querySelector('#one')?.childNodes.length);
  await set(reader, 'marks');
  await expect
    .poll(() => marked(reader))
    .toEqual(['vincristine', 'CAR ', 'T', ' cell therapy', 'vincristine']);
  expect(await reader.painted()).toEqual([]);
  expect(await reader.evaluate(() => document.querySelector('mark')?.getAttribute('role'))).toBe('button');
  await set(reader, 'highlight');
  await expect.poll(() => marked(reader)).toEqual([]);
  expect(await reader.evaluate(() => document.body.innerHTML)).toBe(before);
  expect(await reader.evaluate(() => document.querySelector('#one')?.childNodes.length)).toBe(nodes);
  await reader.settled(2);
  expect(reader.errors()).toEqual([]);
});

test('a page that writes into its own text under marks has no text twice', async ({ reader, server }) => {
  await reader.goto(server.add(ARTICLE));
  await reader.settled(2);
  await set(reader, 'marks');
  await expect.poll(async () => (await marked(reader)).length).toBe(5);
  await reader.evaluate(() => {
    const text = document.querySelector('#one')?.firstChild as Text;
    text.data = 'New words and ';
    const bold = document.querySelector('b')?.firstChild as Text;
    bold.data = 'blinatumomab';
  });
  await expect.poll(() => marked(reader)).toContain('blinatumomab');
  expect(await reader.evaluate(() => document.querySelector('#one')?.textContent)).toBe(
    'New words and blinatumomab and CAR T cell therapy, vincristine',
  );
  await set(reader, 'highlight');
  expect(reader.errors()).toEqual([]);
});
