import { readFile } from 'node:fs/promises';
import { axeViolations, emptyStorage, openPage, store, stored, turn } from './extension-pages';
import { expect, test } from './fixtures';

test.describe('the options', { tag: '@chromium' }, () => {
  test.beforeEach(async ({ chromium, server }) => {
    await chromium.goto(`${server.origin}/induction.html`);
    await chromium.settled(8);
  });
  test.afterEach(({ chromium }) => emptyStorage(chromium));

  test('reach the preview and open tabs at once', async ({ chromium }) => {
    const options = await openPage(chromium, 'options.html');
    const lit = options.locator('.tl-sample mark');
    const before = await lit.count();
    const painted = (await chromium.painted()).length;
    await turn(options.getByRole('radio', { name: 'Every time' }), true);
    // From the fewest at one end to no limit at the other.
    const slider = options.getByRole('slider', { name: 'At most' });
    await slider.fill('1');
    await expect.poll(() => lit.count()).toBeLessThan(before);
    await slider.fill('31');
    await expect.poll(() => stored(options, 'settings')).toMatchObject({ density: 0 });
    await expect.poll(() => lit.count()).toBeGreaterThan(before);
    await expect.poll(async () => (await chromium.painted()).length).toBeGreaterThan(painted);
    await turn(options.getByRole('radio', { name: 'Both' }), true);
    await expect(options.locator('.tl-sample-both')).toBeVisible();
    await expect
      .poll(() => chromium.page.evaluate(() => [...CSS.highlights.keys()].includes('termlight-tint')))
      .toBe(true);
    await options.close();
  });

  test('take back rules one by one, with undo', async ({ chromium }) => {
    const options = await openPage(chromium, 'options.html');
    await store(options, {
      settings: {
        known: ['vincristine'],
        sites: { 'a.example': { off: true, wrong: ['dose'] } },
        pages: ['https://b.example/x'],
      },
    });
    await options.getByRole('button', { name: 'Switch on again for a.example' }).click();
    await options.getByRole('button', { name: 'Switch on again for https://b.example/x' }).click();
    await options.getByRole('button', { name: 'Light dose again on a.example' }).click();
    await options.getByRole('button', { name: 'Light vincristine again' }).click();
    await expect.poll(() => stored(options, 'settings')).toMatchObject({ known: [], sites: {}, pages: [] });
    await turn(options.getByRole('radio', { name: 'Tint' }), true);
    await expect.poll(() => stored(options, 'settings')).toMatchObject({ style: 'tint' });
    await options.getByRole('button', { name: 'Undo' }).click();
    await expect
      .poll(() => stored(options, 'settings'))
      .toMatchObject({ known: ['vincristine'], style: 'tint' });
    await options.close();
  });

  test('export everything, import it again, and change nothing for a bad file', async ({ chromium }) => {
    const options = await openPage(chromium, 'options.html');
    await store(options, { saved: [{ concept: 'platelet', note: 'mine' }] });
    await turn(options.getByRole('radio', { name: 'Tint' }), true);
    await expect.poll(() => stored(options, 'settings')).toMatchObject({ style: 'tint' });
    const download = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Export everything' }).click();
    const text = await readFile(await (await download).path(), 'utf8');

    await options.getByRole('button', { name: 'Reset all settings' }).click();
    await expect.poll(() => stored(options, 'settings')).toMatchObject({ style: 'underline' });
    await store(options, { saved: [] });
    const give = (content: string) =>
      options
        .locator('input[type=file]')
        .setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    for (const [bad, place] of [
      ['{', 'b.json was not imported, nothing was changed. The file is not JSON'],
      ['null', 'b.json was not imported, nothing was changed. It is no Termlight backup.'],
      [text.replace('"tint"', '"plaid"'), 'settings.style'],
      [text.replace('"platelet"', '7'), 'saved.0.concept'],
      [text.replace(/"version": \d+/, '"version": 99'), 'settings.version'],
    ]) {
      await give(bad);
      await expect(options.getByRole('status').filter({ hasText: place })).toBeVisible();
      expect(await stored(options, 'settings')).toMatchObject({ style: 'underline' });
      expect(await stored(options, 'saved')).toEqual([]);
    }
    await give(text);
    await expect.poll(() => stored(options, 'settings')).toMatchObject({ style: 'tint' });
    await expect.poll(() => stored(options, 'saved')).toEqual([{ concept: 'platelet', note: 'mine' }]);
    await options.close();
  });

  test('keep every change when two pages write at once', async ({ chromium }) => {
    const [one, two] = [await openPage(chromium, 'options.html'), await openPage(chromium, 'options.html')];
    // Not `check`: a page may show the other's change for a moment before its own is written.
    await Promise.all([
      one.getByRole('radio', { name: 'Tint' }).click(),
      two.getByRole('switch', { name: /Everyday words/ }).click(),
    ]);
    await expect.poll(() => stored(one, 'settings')).toMatchObject({ style: 'tint', everyday: true });
    await one.close();
    await two.close();
  });

  test('have no fault that axe finds, and fit into 320 pixels', async ({ chromium }) => {
    for (const path of ['options.html', 'welcome.html']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await openPage(chromium, path);
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width: 320, height: 800 });
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await axeViolations(page), path).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
          320,
        );
        await page.close();
      }
    }
  });
});
