import { article, openByPointer, withSettings } from './card-tools';
import { axeViolations, openPage } from './extension-pages';
import { expect, test } from './fixtures';
import type { ExtensionPage } from './reader';

const says = (page: ExtensionPage, text: string | RegExp) => expect.poll(() => page.text()).toMatch(text);
const languageOf = (page: ExtensionPage) => page.evaluate(() => document.documentElement.lang);

test.afterEach(async ({ reader }) => withSettings(reader, {}));

test('the language chosen in the options is spoken at once, everywhere', async ({ reader, server }) => {
  await reader.goto(server.add(article()));
  await reader.settled(6);
  await openByPointer(reader, 'vincristine');
  expect(await reader.card()).toContain('Side panel');
  const panel = await reader.extensionPage('sidepanel.html#/saved');
  await says(panel, /No saved terms yet/);

  const options = await reader.extensionPage('options.html');
  await says(options, /What is lit/);
  expect(await languageOf(options)).toBe('en');
  await options.evaluate(() => {
    const labels = [...document.querySelectorAll('label')];
    labels.find((label) => label.textContent === 'Español')?.click();
  });
  await says(options, /Qué se resalta/);
  await says(options, /Las definiciones están en inglés/);
  expect(await languageOf(options)).toBe('es');
  await says(panel, /Todavía no hay términos guardados/);
  expect(await languageOf(panel)).toBe('es');
  await options.close();
  await panel.close();

  await reader.press('Escape');
  await openByPointer(reader, 'blinatumomab');
  await expect.poll(() => reader.card()).toContain('Panel lateral');
  expect(await reader.card()).toContain('¿Por qué este significado?');
});

test('definitions keep their own language for a screen reader', async ({ reader, server }) => {
  await withSettings(reader, { language: 'es' });
  await reader.goto(server.add(article()));
  await reader.settled(6);
  await openByPointer(reader, 'vincristine');
  await expect.poll(() => reader.card()).toContain('Panel lateral');
  await reader.unseal();
  const languages = await reader.evaluate(() => {
    const root = document.querySelector('termlight-card')?.shadowRoot;
    const of = (selector: string) => root?.querySelector(selector)?.closest('[lang]')?.getAttribute('lang');
    return ['.tl-actions', 'h1', '.tl-plain p', '.tl-chip'].map(of);
  });
  expect(languages).toEqual(['es', 'en', 'en', 'en']);

  const term = await reader.extensionPage('sidepanel.html#vincristine');
  await says(term, /Ya lo conozco/);
  expect(
    await term.evaluate(() => {
      const of = (selector: string) =>
        document.querySelector(selector)?.closest('[lang]')?.getAttribute('lang');
      return ['.tl-nav', '.tl-term h1', '.tl-term .tl-lead p', '.tl-names'].map(of);
    }),
  ).toEqual(['es', 'en', 'en', 'en']);
  await term.close();
});

test('in Spanish, too, pages fit into 320 pixels and axe finds nothing', { tag: '@chromium' }, async ({
  chromium,
}) => {
  test.slow();
  await withSettings(chromium, { language: 'es' });
  for (const path of [
    'options.html',
    'popup.html',
    'welcome.html',
    'sheet.html',
    'sidepanel.html#/page',
    'sidepanel.html#/map',
    'sidepanel.html#/terms',
    'sidepanel.html#consolidation',
  ]) {
    const page = await openPage(chromium, path);
    await page.setViewportSize({ width: 320, height: 800 });
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
    expect(await axeViolations(page), path).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
    await page.close();
  }
});
