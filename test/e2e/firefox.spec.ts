import { contexts, evaluateIn } from '../../scripts/bidi';
import { FIREFOX_ID } from '../../scripts/launch';
import { resetSettings, writeSettings } from '../robustness/settings';
import { openByPointer } from './card-tools';
import { FirefoxReader } from './firefox-reader';
import { expect, test } from './fixtures';

/** What only Firefox has. */
test.afterEach(({ reader }) => resetSettings(reader));

test('installing leaves the sidebar as it is, and puts the button on the toolbar', {
  tag: '@firefox',
}, async ({ reader }) => {
  if (!(reader instanceof FirefoxReader)) throw new Error('Needs Firefox: tag it @firefox');
  const { browser } = reader;
  const [window] = await contexts(browser, true);
  expect(await evaluateIn(browser, window.context, 'SidebarController.isOpen')).toBe(false);
  const area = `CustomizableUI.getPlacementOfWidget('${FIREFOX_ID.replace(/\W/g, '_')}-browser-action').area`;
  expect(await evaluateIn(browser, window.context, area)).toBe('nav-bar');
});

test('the panel fits the sidebar as it comes, 252 pixels wide', { tag: '@firefox' }, async ({ reader }) => {
  for (const view of [
    '/page',
    '/map',
    '/terms',
    '/saved',
    'induction',
    '/page in Spanish',
    '/map in Spanish',
  ]) {
    if (view.endsWith('Spanish')) await writeSettings(reader, { language: 'es' });
    const page = await reader.extensionPage(`sidepanel.html#${view.split(' ')[0]}`);
    await page.evaluate(() => {
      document.body.innerHTML = `<iframe src="${location.href}" width="252" height="600"></iframe>`;
      for (const frame of document.querySelectorAll('iframe')) frame.style.border = '0';
    });
    const tooWide = () =>
      page.evaluate(() => {
        const inner = document.querySelector('iframe')?.contentDocument;
        const parts = [...(inner?.querySelectorAll<HTMLElement>('.tl-scroll, .tl-map, .tl-nav') ?? [])];
        if (!inner?.querySelector('h1')) return 'not there yet';
        return parts
          .filter(
            (part) => part.scrollWidth > part.clientWidth || (part.matches('nav') && part.offsetHeight > 60),
          )
          .map((part) => part.className);
      });
    await expect.poll(tooWide, view).toEqual([]);
    await page.close();
  }
});

test('a permission that was withheld is told, and given back: open pages light up', {
  tag: '@firefox',
}, async ({ reader, server }) => {
  if (!(reader instanceof FirefoxReader)) throw new Error('Needs Firefox: tag it @firefox');
  const { browser } = reader;
  const [window] = await contexts(browser, true);
  const change = (how: 'add' | 'remove') =>
    evaluateIn(
      browser,
      window.context,
      `ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs').ExtensionPermissions.${how}(
        '${FIREFOX_ID}', { permissions: [], origins: ['<all_urls>'] }, WebExtensionPolicy.getByID('${FIREFOX_ID}').extension)`,
    );
  await reader.goto(`${server.origin}/induction.html`);
  const finder = await reader.extensionPage('sheet.html');
  const tab = await finder.evaluate(async () => {
    const tabs = await chrome.tabs.query({});
    return tabs.find(({ url }) => url?.endsWith('/induction.html'))?.id;
  });
  await finder.close();
  await change('remove');
  try {
    await reader.goto(`${server.origin}/induction.html?withheld`);
    const panel = await reader.extensionPage(`sidepanel.html?tab=${tab}`);
    await expect.poll(() => panel.text()).toContain('told not to let Termlight read this page');
    await expect.poll(() => panel.text()).toContain('Let Termlight read pages');
    expect(await reader.painted()).toEqual([]);
    await change('add');
    await panel.close();
    await reader.settled(8);
  } finally {
    await change('add');
  }
});

test('holding Alt for a card does not lead to the menu of the browser', { tag: '@firefox' }, async ({
  reader,
  server,
}) => {
  if (!(reader instanceof FirefoxReader)) throw new Error('Needs Firefox: tag it @firefox');
  const { browser } = reader;
  const [chromeWindow] = await contexts(browser, true);
  const inBrowser = (script: string) => evaluateIn(browser, chromeWindow.context, `(() => { ${script} })()`);
  /** As a hand presses it: keys that tests press otherwise do not come to the browser's menu. */
  const alt = (how: 'down' | 'up') =>
    inBrowser(`
      gBrowser.selectedBrowser.focus();
      window.hand ??= Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      window.hand.beginInputTransactionForTests(window);
      window.hand.key${how}(new KeyboardEvent('key${how}', { key: 'Alt', code: 'AltLeft', keyCode: 18 }));
    `);
  await reader.goto(`${server.origin}/induction.html`);
  await reader.settled(8);
  await writeSettings(reader, { open: 'modifier' });
  await reader.hover('vincristine');
  await inBrowser(`
    window.wentToMenu = 0;
    addEventListener('DOMMenuBarActive', () => window.wentToMenu++, true);
  `);
  await alt('down');
  await expect.poll(() => reader.card()).toContain('vincristine');
  await alt('up');
  // Without a card the key does what it always does, and so tells when the browser has dealt with the first.
  await reader.press('Escape');
  await expect.poll(() => reader.card()).toBeUndefined();
  await reader.movePointer(5, 5);
  await alt('down');
  await alt('up');
  await expect.poll(() => inBrowser('return window.wentToMenu')).toBeGreaterThan(0);
  expect(await inBrowser('return window.wentToMenu')).toBe(1);
  // Leaves the menu again.
  await alt('down');
  await alt('up');
});

test('where text alone is enlarged the card’s text is, and only once', { tag: '@firefox' }, async ({
  reader,
  server,
}) => {
  if (!(reader instanceof FirefoxReader)) throw new Error('Needs Firefox: tag it @firefox');
  const { browser } = reader;
  const [window] = await contexts(browser, true);
  const zoomText = (by: number) =>
    evaluateIn(
      browser,
      window.context,
      `void (ZoomManager.useFullZoom = ${by === 1}, ZoomManager.zoom = ${by})`,
    );
  const titleSize = async () => {
    await openByPointer(reader, 'vincristine');
    await reader.unseal();
    const size = await reader.evaluate(() => {
      const title = document.querySelector('termlight-card')?.shadowRoot?.querySelector('h1');
      return title ? Number.parseFloat(getComputedStyle(title).fontSize) : 0;
    });
    await reader.press('Escape');
    await expect.poll(() => reader.card()).toBeUndefined();
    await reader.movePointer(5, 5);
    return size;
  };
  await reader.goto(`${server.origin}/induction.html`);
  await reader.settled(8);
  const usual = await titleSize();
  expect(usual).toBeGreaterThan(15);
  try {
    await zoomText(2);
    expect(await titleSize()).toBeCloseTo(2 * usual, 0);
  } finally {
    await zoomText(1);
  }
});
