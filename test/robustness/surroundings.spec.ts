import type { Page } from '@playwright/test';
import { FirefoxReader } from '../e2e/firefox-reader';
import { expect, test } from './fixtures';
import { article, litTexts, pause } from './page-side';
import { changedPixels } from './pixels';

const PAINTERS = ['highlight', 'marks'] as const;
const TEXT = article(
  '<h1>A month on the ward</h1><p>Acute lymphoblastic leukemia was treated with vincristine, a lum<b>bar</b> punc<i>ture</i> and CAR <a href="#x">T-cell</a> therapy.</p>',
);
const PARAGRAPH =
  'Acute lymphoblastic leukemia was treated with vincristine, a lumbar puncture and CAR T-cell therapy.';

/** Pixels that letters drawn in pieces may differ by, and those that the lights of four terms do at least. */
const ALIKE = 20;
const LIT = 200;

test.beforeEach(({ set }) => set({ scope: 'page', density: 0 }));

for (const painter of PAINTERS) {
  test(`what is selected, copied and found is the page's own text, with ${painter}`, async ({
    reader,
    server,
    set,
  }) => {
    await set({ painter });
    await reader.goto(server.add(TEXT));
    await expect.poll(() => reader.evaluate(litTexts)).toContain('vincristine');
    const { selected, copied, found } = await reader.evaluate(() => {
      const paragraph = document.querySelector('p') as HTMLElement;
      getSelection()?.selectAllChildren(paragraph);
      let copied = '';
      document.addEventListener('copy', () => {
        copied = String(getSelection());
      });
      document.execCommand('copy');
      const selected = String(getSelection());
      getSelection()?.removeAllRanges();
      const { find } = window as unknown as { find(text: string): boolean };
      const found = ['with vincristine, a', 'a lumbar puncture and', 'CAR T-cell therapy'].map((text) => {
        getSelection()?.removeAllRanges();
        return find.call(window, text) && String(getSelection());
      });
      return { selected, copied, found };
    });
    expect(selected).toBe(PARAGRAPH);
    expect(found).toEqual(['with vincristine, a', 'a lumbar puncture and', 'CAR T-cell therapy']);
    expect(['', PARAGRAPH]).toContain(copied);
  });

  test.describe(`how ${painter} look`, { tag: '@chromium' }, () => {
    const shot = (page: Page) => page.locator('p').screenshot({ animations: 'disabled' });

    test('in print: as without the extension, unless the reader asks for lights', async ({
      chromium,
      server,
      set,
    }) => {
      const { page } = chromium;
      await page.emulateMedia({ media: 'print' });
      await set({ painter, enabled: false });
      await chromium.goto(server.add(TEXT));
      const plain = await shot(page);
      await set({ enabled: true });
      await expect.poll(() => chromium.evaluate(litTexts)).toContain('vincristine');
      expect(await changedPixels(page, plain, await shot(page))).toBeLessThan(ALIKE);
      await set({ print: true });
      await expect.poll(async () => changedPixels(page, plain, await shot(page))).toBeGreaterThan(LIT);
      await set({ print: false });
      await expect.poll(async () => changedPixels(page, plain, await shot(page))).toBeLessThan(ALIKE);
    });

    test('where the reader forces colors: still to be seen', async ({ chromium, server, set }) => {
      const { page } = chromium;
      await page.emulateMedia({ forcedColors: 'active' });
      for (const style of ['underline', 'tint', 'both'] as const) {
        await set({ painter, style, enabled: false });
        await chromium.goto(server.add(TEXT));
        const plain = await shot(page);
        await set({ enabled: true });
        await expect.poll(() => chromium.evaluate(litTexts)).toContain('vincristine');
        await expect.poll(async () => changedPixels(page, plain, await shot(page))).toBeGreaterThan(LIT);
      }
    });
  });

  test(`inline marks or highlights, the page's layout stands, with ${painter}`, async ({
    reader,
    server,
    set,
  }) => {
    const places = () =>
      [...document.querySelectorAll('h1, p, b, i, a')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map((n) => Math.round(n * 10)).join();
      });
    await set({ painter, enabled: false });
    await reader.goto(server.add(TEXT));
    await pause(300);
    const before = await reader.evaluate(places);
    await set({ enabled: true });
    await expect.poll(() => reader.evaluate(litTexts)).toContain('vincristine');
    expect(await reader.evaluate(places)).toEqual(before);
  });
}

// Playwright shows every tab of Chromium to its page.
test('a tab in the background is left alone until it is shown', { tag: '@firefox' }, async ({
  reader,
  server,
}) => {
  const { browser } = reader as FirefoxReader;
  const behind = new FirefoxReader(await browser.newPage({ background: true }), browser);
  try {
    await behind.goto(server.add(TEXT));
    expect(await behind.evaluate(() => document.visibilityState)).toBe('hidden');
    await pause(1500);
    expect(await behind.painted()).toEqual([]);
    await behind.page.bringToFront();
    await expect.poll(() => behind.painted()).toContain('vincristine');
  } finally {
    await behind.page.close();
  }
});
