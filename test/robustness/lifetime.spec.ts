import { contexts } from '../../scripts/bidi';
import { launchChromium, launchFirefox } from '../../scripts/launch';
import { ChromiumReader } from '../e2e/chromium-reader';
import { FirefoxReader } from '../e2e/firefox-reader';
import type { Reader } from '../e2e/reader';
import { expect, test } from './fixtures';
import { article, litTexts, pause } from './page-side';
import { writeSettings } from './settings';

const PAGE = article('<p>Acute lymphoblastic leukemia was treated with vincristine.</p>');
const ID = 'termlight@termlight.example';

const LIT = ['Acute lymphoblastic leukemia', 'vincristine'];
/** Longer than a script takes to notice its end, in milliseconds. */
const SETTLED = 2500;

/** What can end the extension under an open page, in each browser's own words. */
const ENDINGS = ['reloaded', 'disabled'] as const;

interface Scripting {
  tabs: { query(about: object): Promise<{ id: number; url?: string }[]> };
  scripting: { executeScript(what: object): Promise<unknown> };
}

/** A browser of the test's own, and how to end the extension in it. */
async function launch(name: 'chromium' | 'firefox') {
  if (name === 'firefox') {
    const { browser, close } = await launchFirefox({ headless: true, offline: true });
    const reader = new FirefoxReader(await browser.newPage(), browser);
    const end = async (how: (typeof ENDINGS)[number]) => {
      const method = how === 'reloaded' ? 'reload' : 'disable';
      const { connection } = browser as unknown as {
        connection: { send(method: string, params: unknown): Promise<unknown> };
      };
      const [chrome] = await contexts(browser, true);
      await connection.send('script.evaluate', {
        expression: `(async () => {
          const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
          await (await AddonManager.getAddonByID('${ID}')).${method}();
        })()`,
        target: { context: chrome.context },
        awaitPromise: true,
      });
    };
    return { reader, end, close };
  }
  const { context, extensionId, close } = await launchChromium({ headless: true, offline: true });
  const reader = new ChromiumReader(await context.newPage(), context, extensionId);
  const end = async (how: (typeof ENDINGS)[number]) => {
    const page = await context.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(
      async ([id, reload]) => {
        const { chrome } = globalThis as unknown as {
          chrome: {
            developerPrivate: {
              reload(id: string): Promise<void>;
              updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
            };
            management: { setEnabled(id: string, on: boolean): Promise<void> };
          };
        };
        // Without it the browser does not start an unpacked extension again.
        await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        return reload ? chrome.developerPrivate.reload(id) : chrome.management.setEnabled(id, false);
      },
      [extensionId, how === 'reloaded'] as const,
    );
    await page.close();
    await reader.page.bringToFront();
  };
  return { reader, end, close };
}

/** What of the extension can be seen from the page. */
const traces = async (reader: Reader) => ({
  lit: await reader.evaluate(litTexts),
  names: await reader.evaluate(() =>
    [...CSS.highlights.keys()].filter((name) => name.startsWith('termlight')),
  ),
  elements: await reader.evaluate(
    () => document.querySelectorAll('termlight-card, mark, [data-termlight]').length,
  ),
});

/** Runs in the page: the look that lit terms have beside the paragraph's own. */
function looks(): string[] {
  const paragraph = document.querySelector('p') as HTMLElement;
  const marks = [...document.querySelectorAll('mark')];
  const styles = [
    ...['termlight-underline', 'termlight-tint'].map((name) =>
      getComputedStyle(paragraph, `::highlight(${name})`),
    ),
    ...marks.map((mark) => getComputedStyle(mark)),
  ];
  const { color } = getComputedStyle(paragraph);
  return styles
    .map((style) => [style.textDecorationLine, style.backgroundColor, style.color === color].join())
    .filter((look) => look !== 'none,rgba(0, 0, 0, 0),true');
}

/** Runs in the page: how many cards there are to see. */
const seenCards = () =>
  [...document.querySelectorAll('termlight-card')].filter((host) => host.checkVisibility()).length;

/** Runs in the page: the middle of a word in it, in CSS pixels. */
function wordPlace(): { x: number; y: number } {
  const range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const at = (texts.currentNode as Text).data.indexOf('vincristine');
    if (at < 0) continue;
    range.setStart(texts.currentNode, at);
    range.setEnd(texts.currentNode, at + 'vincristine'.length);
  }
  const { left, top, width, height } = range.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

for (const painter of ['highlight', 'marks'] as const) {
  for (const how of ENDINGS) {
    test(`when the extension is ${how} while a page is open with ${painter}, it takes everything along`, async ({
      in: name,
      server,
    }) => {
      test.setTimeout(60_000);
      const { reader, end, close } = await launch(name);
      try {
        await writeSettings(reader, { painter });
        await reader.goto(server.add(PAGE));
        await expect.poll(() => reader.evaluate(litTexts)).toEqual(LIT);
        await pause(SETTLED);
        const { x, y } = await reader.evaluate(wordPlace);
        await reader.movePointer(x - 1, y);
        await reader.movePointer(x, y);
        await expect.poll(() => reader.card()).toContain('vincristine');
        await end(how);
        if (how === 'disabled' && name === 'chromium')
          await expect
            .poll(() => traces(reader), { timeout: 10_000 })
            .toEqual({ lit: [], names: [], elements: 0 });
        await pause(SETTLED);
        if (how === 'reloaded') {
          // The new script has taken over from the old one: everything is lit once.
          expect(await reader.evaluate(litTexts)).toEqual(LIT);
          expect(await reader.evaluate(seenCards)).toBe(0);
        }
        if (name === 'firefox' && how === 'disabled') {
          // Firefox ends a content script without a word; what stays behind must look like nothing at all.
          expect(await reader.evaluate(looks)).toEqual([]);
          expect(await reader.evaluate(seenCards)).toBe(0);
        }
        await reader.evaluate(() => {
          document.body.append('Then methotrexate.');
        });
        await reader.movePointer(300, 600);
        await pause(1000);
        const text = await reader.evaluate(() => document.body.textContent);
        expect(text).toBe('Acute lymphoblastic leukemia was treated with vincristine.Then methotrexate.');
        expect(reader.errors()).toEqual([]);
      } finally {
        await close();
      }
    });
  }
}

for (const painter of ['highlight', 'marks'] as const) {
  test(`a page cannot end the extension by the word with which a later script relieves an earlier one, with ${painter}`, async ({
    reader,
    server,
    set,
  }) => {
    await set({ painter });
    await reader.goto(server.add(PAGE));
    await expect.poll(() => reader.evaluate(litTexts)).toEqual(LIT);
    await reader.evaluate(() => {
      for (const target of [document, window, document.body])
        target.dispatchEvent(new Event('termlight-begin', { bubbles: true }));
    });
    await pause(SETTLED);
    expect(await reader.evaluate(litTexts)).toEqual(LIT);
    const { x, y } = await reader.evaluate(wordPlace);
    await reader.movePointer(x - 1, y);
    await reader.movePointer(x, y);
    await expect.poll(() => reader.card()).toContain('vincristine');
    await reader.evaluate(() => {
      document.body.append('Then methotrexate.');
    });
    await expect.poll(() => reader.evaluate(litTexts)).toEqual([...LIT, 'methotrexate']);
    expect(reader.errors()).toEqual([]);
  });
}

test('a script that is put into a page a second time relieves the first', { tag: '@chromium' }, async ({
  chromium: reader,
  server,
}) => {
  await reader.goto(server.add(PAGE));
  await expect.poll(() => reader.evaluate(litTexts)).toEqual(LIT);
  const worker = reader.context.serviceWorkers()[0] ?? (await reader.context.waitForEvent('serviceworker'));
  await worker.evaluate(async (url) => {
    const { tabs, scripting } = (globalThis as unknown as { chrome: Scripting }).chrome;
    const tab = (await tabs.query({})).find((one) => one.url === url);
    await scripting.executeScript({
      target: { tabId: tab?.id, allFrames: true },
      files: ['/content-scripts/content.js'],
    });
  }, reader.page.url());
  await pause(SETTLED);
  expect(await reader.evaluate(litTexts)).toEqual(LIT);
  await reader.evaluate(() => {
    document.body.append('Then methotrexate.');
  });
  await expect.poll(() => reader.evaluate(litTexts)).toEqual([...LIT, 'methotrexate']);
  await reader.hover('vincristine');
  await expect.poll(() => reader.card()).toContain('vincristine');
  expect(await reader.evaluate(() => document.querySelectorAll('termlight-card').length)).toBe(1);
  await reader.press('Escape');
  await expect.poll(() => reader.card()).toBeUndefined();
  expect(reader.errors()).toEqual([]);
});

test('a page hears nothing when the extension begins on it', async ({ reader, server }) => {
  const listening = `<script>
    window.heard = [];
    addEventListener('termlight-begin', ({ type }) => heard.push(type), true);
  </script>`;
  await reader.goto(server.add(article('<p>It is treated with vincristine.</p>', { head: listening })));
  await expect.poll(() => reader.evaluate(litTexts)).toEqual(['vincristine']);
  expect(await reader.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
});

test('highlights that a page clears with its own come back with the next change', async ({
  reader,
  server,
  set,
}) => {
  await set({ occurrences: 'every', scope: 'page', style: 'both' });
  await reader.goto(server.add(PAGE));
  await expect.poll(() => reader.evaluate(litTexts)).toEqual(LIT);
  await reader.evaluate(() => {
    CSS.highlights.clear();
    document.body.append('Then methotrexate.');
  });
  await expect.poll(() => reader.evaluate(litTexts)).toEqual([...LIT, 'methotrexate']);
  const names = () => [...CSS.highlights.keys()].filter((name) => name.startsWith('termlight')).sort();
  expect(await reader.evaluate(names)).toEqual(['termlight', 'termlight-tint', 'termlight-underline']);
});

test('a page that is switched off is dark when it comes without loading, and the one after it is lit', async ({
  reader,
  server,
  set,
}) => {
  const address = server.add(PAGE);
  await set({ pages: [new URL('/dark', address).href] });
  await reader.goto(address);
  await expect.poll(() => reader.evaluate(litTexts)).toEqual(LIT);
  await reader.evaluate(() => history.pushState(null, '', '/dark'));
  await expect.poll(() => reader.evaluate(litTexts)).toEqual([]);
  await reader.evaluate(() => history.pushState(null, '', '/light'));
  await expect.poll(() => reader.evaluate(litTexts)).toEqual(LIT);
  await reader.evaluate(() => history.back());
  await expect.poll(() => reader.evaluate(litTexts)).toEqual([]);
  expect(reader.errors()).toEqual([]);
});
