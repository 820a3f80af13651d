import { axeViolations, emptyStorage, openPage, stored, turn, untilClosed } from './extension-pages';
import { expect, test } from './fixtures';

test.describe('the popup', { tag: '@chromium' }, () => {
  test.beforeEach(async ({ chromium, server }) => {
    await chromium.goto(`${server.origin}/induction.html`);
    await chromium.settled(8);
  });
  test.afterEach(({ chromium }) => emptyStorage(chromium));

  test('has the cursor in the search field and finds a misspelled drug', async ({ chromium }) => {
    const popup = await openPage(chromium, 'popup.html', chromium.page);
    await expect(popup.getByRole('combobox')).toBeFocused();
    await popup.keyboard.type('blinatumomap');
    const first = popup.getByRole('option').first();
    await expect(first).toContainText('blinatumomab');
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await expect(first.locator('mark').first()).toHaveText('blinatumomab');
    await popup.close();
  });

  test('loses no letter that is typed before there is a field', async ({ chromium }) => {
    const popup = await openPage(chromium, 'popup.html', chromium.page);
    await popup.reload();
    await popup.keyboard.type('spinal tap');
    await expect(popup.getByRole('combobox')).toHaveValue('spinal tap');
    await popup.close();
  });

  test('marks what was found, whatever signs the query has', async ({ chromium }) => {
    const popup = await openPage(chromium, 'popup.html', chromium.page);
    for (const [query, mark] of [
      ['MRD', 'MRD'],
      ['mrd-', 'MRD'],
      ['ph-like', 'Ph'],
      ['car-t', 'CAR'],
    ]) {
      await popup.getByRole('combobox').fill(query);
      await expect(popup.getByRole('option').first().locator('mark').first()).toContainText(mark);
    }
    const marks = await popup.getByRole('option').locator('mark').allInnerTexts();
    expect(marks.filter((text) => /^(that|the|they)$/i.test(text))).toEqual([]);
    await popup.close();
  });

  test('is used with the keyboard alone', async ({ chromium }) => {
    const popup = await openPage(chromium, 'popup.html', chromium.page);
    await expect(popup.getByRole('combobox')).toBeFocused();
    await popup.keyboard.type('chemo');
    const options = popup.getByRole('option');
    await expect(options.first()).toContainText('chemotherapy');
    const second = await options.nth(1).locator('.tl-result-term').innerText();
    await popup.keyboard.press('ArrowDown');
    await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
    await popup.keyboard.press('Enter');
    await expect(popup.getByRole('heading', { level: 1 })).toContainText(second);
    await popup.getByRole('button', { name: 'Back' }).click();
    await expect(popup.getByRole('combobox')).toHaveValue('chemo');
    await popup.keyboard.press('Escape');
    await expect(popup.getByRole('combobox')).toHaveValue('');
    await expect(popup.getByRole('heading', { name: /On this page/ })).toBeVisible();
    await popup.close();
  });

  test('takes a key that comes right after a letter, before the results are painted', async ({
    chromium,
  }) => {
    const popup = await openPage(chromium, 'popup.html', chromium.page);
    const options = popup.getByRole('option');
    await popup.getByRole('combobox').fill('chemo');
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('ArrowDown');
    await expect(options.nth(2)).toHaveAttribute('aria-selected', 'true');
    await popup.evaluate(async () => {
      const field = document.querySelector('input[role=combobox]') as HTMLInputElement;
      const nextTask = () =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = resolve;
          port2.postMessage(0);
        });
      field.value = 'leuk';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await nextTask();
      field.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }),
      );
      // Long enough for whatever was put off until after the paint.
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
    await popup.close();
  });

  test('does not pass what is near for an answer', async ({ chromium }) => {
    const popup = await openPage(chromium, 'popup.html', chromium.page);
    const nearest = popup.getByText('No such term. Nearest:');
    await popup.getByRole('combobox').fill('flow cytometry');
    await expect(nearest).toBeVisible();
    await popup.getByRole('combobox').fill('cyclophosfamide');
    await expect(popup.getByRole('option').first()).toContainText('cyclophosphamide');
    await expect(nearest).toBeHidden();
    await popup.close();
  });

  test('says so when nothing is found', async ({ chromium }) => {
    const popup = await openPage(chromium, 'popup.html', chromium.page);
    await popup.getByRole('combobox').fill('zzqqxx');
    await expect(popup.getByText('Nothing found for “zzqqxx”.')).toBeVisible();
    await popup.close();
  });

  test('lists the page’s terms, most frequent first, and goes to one', async ({ chromium }) => {
    const popup = await openPage(chromium, 'popup.html', chromium.page);
    const jumps = popup.getByRole('button', { name: /go to / });
    await expect(jumps.first()).toBeVisible();
    const counts = (await jumps.allInnerTexts()).map((text) => Number.parseInt(text, 10));
    expect(counts[0]).toBeGreaterThan(1);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    await untilClosed(popup, () => popup.getByRole('button', { name: /go to blinatumomab/ }).click());
    await expect.poll(() => chromium.card()).toContain('blinatumomab');
  });

  test('switches this page, this site and everything off and on, in the open tab', async ({ chromium }) => {
    const popup = await openPage(chromium, 'popup.html', chromium.page);
    for (const name of [/^This page/, /^All of /, /^Everywhere/]) {
      const toggle = popup.getByRole('switch', { name });
      await expect(toggle).toBeChecked();
      await turn(toggle, false);
      await expect.poll(() => chromium.painted()).toEqual([]);
      await turn(toggle, true);
      await expect.poll(async () => (await chromium.painted()).length).toBeGreaterThan(7);
    }
    await turn(popup.getByRole('switch', { name: /^This page/ }), false);
    await expect(popup.getByText('Termlight is off for this page.')).toBeVisible();
    expect(await stored(popup, 'settings')).toMatchObject({
      pages: [chromium.page.url()],
      sites: {},
      enabled: true,
    });
    await popup.close();
  });

  test('says that a page of the browser cannot be read', async ({ chromium }) => {
    const page = await chromium.context.newPage();
    await page.goto('chrome://version');
    const popup = await openPage(chromium, 'popup.html', page);
    await expect(popup.getByText('The browser lets no extension read this page.')).toBeVisible();
    await popup.close();
    await page.close();
  });

  test('wants the same height in a window of any, and can be used in a low one', async ({ chromium }) => {
    const popup = await openPage(chromium, 'popup.html', chromium.page);
    const options = popup.getByRole('button', { name: 'Options' });
    await expect(popup.getByRole('button', { name: /go to / }).first()).toBeVisible();
    // A popup's window opens low, and the browser makes it as high as what it holds.
    for (const height of [25, 250, 420, 590, 900]) {
      await popup.setViewportSize({ width: 380, height });
      const wanted = () =>
        popup.evaluate(() => document.querySelector('#app')?.getBoundingClientRect().height);
      await expect.poll(wanted).toBe(590);
      expect(await popup.evaluate(() => document.documentElement.scrollHeight)).toBe(Math.max(590, height));
      if (height >= 400) await expect(options).toBeInViewport({ ratio: 1 });
    }
    await popup.setViewportSize({ width: 380, height: 250 });
    await popup.mouse.move(190, 200);
    for (let turns = 0; turns < 12; turns++) await popup.mouse.wheel(0, 200);
    await expect(options).toBeInViewport({ ratio: 1 });
    await popup.close();
  });

  test('has no fault that axe finds', async ({ chromium }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const popup = await openPage(chromium, 'popup.html', chromium.page);
      await popup.emulateMedia({ colorScheme });
      await expect(popup.getByRole('button', { name: /go to / }).first()).toBeVisible();
      expect(await axeViolations(popup)).toEqual([]);
      await popup.keyboard.type('chemo');
      await expect(popup.getByRole('option').first()).toBeVisible();
      expect(await axeViolations(popup)).toEqual([]);
      await popup.keyboard.press('Enter');
      await expect(popup.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await axeViolations(popup)).toEqual([]);
      await popup.close();
    }
  });
});

test('the badge counts the lit concepts, and obeys its setting', { tag: '@chromium' }, async ({
  chromium,
  server,
}) => {
  await chromium.goto(`${server.origin}/induction.html`);
  await chromium.settled(8);
  const options = await openPage(chromium, 'options.html');
  const badge = () =>
    options.evaluate(async (url) => {
      const tab = (await chrome.tabs.query({})).find((t) => t.url === url);
      return chrome.action.getBadgeText({ tabId: tab?.id });
    }, chromium.page.url());
  await expect.poll(async () => Number(await badge())).toBeGreaterThan(7);
  const count = await badge();
  // Another place of the same page.
  await chromium.page.evaluate(() => {
    location.hash = 'below';
  });
  const offAndOn = async () => {
    const setting = options.getByRole('switch', { name: /Number on the toolbar/ });
    await turn(setting, false);
    await expect.poll(badge).toBe('');
    await turn(setting, true);
    await expect.poll(badge).toBe(count);
  };
  await offAndOn();
  // Another page of a site that loads none.
  await chromium.page.evaluate(() => history.pushState(null, '', '/elsewhere'));
  await offAndOn();
  await options.close();
});
