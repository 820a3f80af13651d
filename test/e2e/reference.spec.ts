import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOf } from '../../scripts/launch';
import { LICENSES } from '../../scripts/licenses-plugin';
import { expect, test } from './fixtures';
import type { ExtensionPage } from './reader';

/** The main ways of the extension's own pages, in both browsers. */

/** Waits until a page's text fits. */
const says = (page: ExtensionPage, text: string | RegExp) => expect.poll(() => page.text()).toMatch(text);

test('the popup finds a misspelled drug and opens its page', async ({ reader }) => {
  const popup = await reader.extensionPage('popup.html');
  await says(popup, /On this page/);
  await popup.type('cyclophosfamide');
  await says(popup, /results\S*\s+cyclophosphamide/);
  await popup.press('Enter');
  await says(popup, /Also found as\s+.*Cytoxan/);
  await popup.close();
});

test('the panel opens a term by its deep link', async ({ reader }) => {
  const panel = await reader.extensionPage('sidepanel.html#consolidation');
  await says(panel, /Near blinatumomab/);
  await panel.close();
});

test('the panel draws the map and lists all terms', async ({ reader }) => {
  const map = await reader.extensionPage('sidepanel.html#/map');
  await expect
    .poll(() => map.evaluate(() => document.querySelectorAll('.tl-map a').length))
    .toBeGreaterThan(50);
  await map.close();
  const terms = await reader.extensionPage('sidepanel.html#/terms');
  await says(terms, /198 terms/);
  await terms.close();
});

test('a change in the options reaches the open page at once', async ({ reader, server }) => {
  await reader.goto(`${server.origin}/induction.html`);
  const before = (await reader.settled(8)).length;
  const options = await reader.extensionPage('options.html');
  const set = (on: boolean) =>
    options.evaluate(
      on
        ? () => (document.querySelector('input[role=switch]:not(:checked)') as HTMLInputElement).click()
        : () => (document.querySelector('input[role=switch]:checked') as HTMLInputElement).click(),
    );
  await says(options, /What is lit/);
  await set(false);
  await says(options, /Termlight is off, so nothing is lit/);
  await expect.poll(() => reader.painted()).toEqual([]);
  await set(true);
  await expect.poll(async () => (await reader.painted()).length).toBe(before);
  await options.close();
});

test('a starred term stands in the saved list, and on the sheet', async ({ reader }) => {
  const term = await reader.extensionPage('sidepanel.html#platelet');
  await says(term, /I know this/);
  await term.evaluate(() => (document.querySelector('.tl-term .tl-button') as HTMLElement).click());
  await says(term, /Saved\s+I know this/);
  await term.close();
  const sheet = await reader.extensionPage('sheet.html');
  await says(sheet, /platelet/);
  await sheet.close();
  const saved = await reader.extensionPage('sidepanel.html#/saved');
  await says(saved, /Print for my appointment/);
  await saved.evaluate(() =>
    (document.querySelector('[aria-label="Remove platelet"]') as HTMLElement).click(),
  );
  await says(saved, /“platelet” was removed/);
  await saved.close();
});

test('the first-run page says what is read', async ({ reader }) => {
  const welcome = await reader.extensionPage('welcome.html');
  await says(welcome, /Everything happens on your device/);
  await welcome.close();
});

// biome-ignore lint/correctness/noEmptyPattern: no fixture is needed
test('the build brings the licenses of its libraries', async ({}, { project }) => {
  const folder = buildOf(project.name as 'chromium' | 'firefox');
  const text = await readFile(join(folder, LICENSES), 'utf8');
  const { dependencies } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  for (const name of Object.keys(dependencies)) expect(text).toContain(`\n${name} `);
  expect(text).toContain('Permission is hereby granted, free of charge');
});
