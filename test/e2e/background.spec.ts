import type { Worker } from '@playwright/test';
import type { ChromiumReader } from './chromium-reader';
import { emptyStorage, openPage, store, stored, turn } from './extension-pages';
import { expect, test } from './fixtures';

/** Stops the extension's worker, as the browser does after half a minute of rest. */
async function putToSleep(chromium: ChromiumReader): Promise<void> {
  const page = await chromium.context.newPage();
  const session = await chromium.context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
  await page.close();
}

interface Dispatched {
  dispatch(...args: unknown[]): void;
}
interface Events {
  contextMenus: { onClicked: Dispatched; update(id: string, to: object): Promise<void> };
  omnibox: { onInputEntered: Dispatched; onInputChanged: Dispatched };
  commands: { onCommand: Dispatched };
}

async function workerOf(chromium: ChromiumReader): Promise<Worker> {
  return chromium.context.serviceWorkers()[0] ?? chromium.context.waitForEvent('serviceworker');
}

test.describe('the background', { tag: '@chromium' }, () => {
  test.beforeEach(async ({ chromium, server }) => {
    await chromium.goto(`${server.origin}/induction.html`);
    await chromium.settled(8);
  });
  test.afterEach(({ chromium }) => emptyStorage(chromium));

  test('looks a selection up: a name opens its page, other words a search', async ({ chromium }) => {
    const worker = await workerOf(chromium);
    for (const [selectionText, heading] of [
      ['  spinal\n tap ', 'lumbar puncture'],
      ['Blincyto', 'blinatumomab'],
    ]) {
      const opened = chromium.context.waitForEvent('page');
      await worker.evaluate((text) => {
        const { contextMenus } = (globalThis as unknown as { chrome: Events }).chrome;
        contextMenus.onClicked.dispatch({ menuItemId: 'define', selectionText: text }, {});
      }, selectionText);
      const panel = await opened;
      await expect(panel.getByRole('heading', { level: 1 })).toContainText(heading);
      await panel.close();
    }
  });

  test('has its entry in the menu on a selection', async ({ chromium }) => {
    const worker = await workerOf(chromium);
    const update = (id: string) =>
      worker.evaluate(async (item) => {
        const { contextMenus } = (globalThis as unknown as { chrome: Events }).chrome;
        return contextMenus.update(item, { enabled: true }).then(
          () => 'there',
          () => 'not there',
        );
      }, id);
    // No interface lists the entries, but changing one that is not there fails.
    expect(await update('define')).toBe('there');
    expect(await update('something-else')).toBe('not there');
  });

  test('answers the address bar', async ({ chromium }) => {
    const worker = await workerOf(chromium);
    const opened = chromium.context.waitForEvent('page');
    await worker.evaluate(() => {
      const { omnibox } = (globalThis as unknown as { chrome: Events }).chrome;
      omnibox.onInputEntered.dispatch('tkis', 'newForegroundTab');
    });
    const page = await opened;
    await expect(page.getByRole('heading', { level: 1 })).toContainText('tyrosine kinase inhibitor');
    await page.close();
    const suggested = await worker.evaluate(
      () =>
        new Promise<{ content: string; description: string }[]>((resolve) => {
          const { omnibox } = (globalThis as unknown as { chrome: Events }).chrome;
          omnibox.onInputChanged.dispatch('<ph+', resolve);
        }),
    );
    expect(suggested[0].content).toMatch(/Ph/);
    for (const { description } of suggested) expect(description).not.toMatch(/[<>&](?!#\d+;)/);
  });

  test('turns a site off and on by its command', async ({ chromium }) => {
    const worker = await workerOf(chromium);
    const command = () =>
      worker.evaluate(async (url) => {
        const { commands, tabs } = (globalThis as unknown as { chrome: Events & typeof chrome }).chrome;
        const tab = (await tabs.query({})).find((t) => t.url === url);
        commands.onCommand.dispatch('toggle-site', tab);
      }, chromium.page.url());
    await command();
    await expect.poll(() => chromium.painted()).toEqual([]);
    await command();
    await expect.poll(async () => (await chromium.painted()).length).toBeGreaterThan(7);
  });

  test('drops malformed messages and does nothing for them', async ({ chromium }) => {
    const page = await openPage(chromium, 'sheet.html');
    const answers = await page.evaluate(async () => {
      const out: unknown[] = [];
      for (const message of [
        { type: 'save', concept: '<img>', on: true },
        { type: 'save', concept: 'platelet' },
        { type: 'load-part', part: '../popup' },
        { type: 'nothing' },
        'save',
        null,
      ]) {
        out.push(await chrome.runtime.sendMessage(message).catch(() => 'unanswered'));
      }
      return out;
    });
    expect(
      answers.every((answer) => answer === undefined || answer === null || answer === 'unanswered'),
    ).toBe(true);
    const save = (concept: string) =>
      page.evaluate((id) => chrome.runtime.sendMessage({ type: 'save', concept: id, on: true }), concept);
    expect(await save('no-such-term')).toBe(false);
    expect(await stored(page, 'saved')).toBeUndefined();
    expect(await save('platelet')).toBe(true);
    expect(await stored(page, 'saved')).toEqual([{ concept: 'platelet', note: '' }]);
    await page.close();
  });

  test('opens the side panel beside the page, at the card’s term', async ({ chromium }) => {
    await chromium.hover('vincristine');
    await expect.poll(() => chromium.card()).toContain('vincristine');
    await chromium.unseal();
    const point = await chromium.evaluate(() => {
      const root = document.querySelector('termlight-card')?.shadowRoot;
      const button = [...(root?.querySelectorAll('button') ?? [])].find((b) =>
        /side panel/i.test(b.textContent ?? ''),
      );
      const box = button?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    if (!point) throw new Error('the card has no button for the side panel');
    const tabs = chromium.context.pages().length;
    await chromium.click(point.x, point.y);
    const session = await chromium.context.newCDPSession(chromium.page);
    const panels = async () =>
      (await session.send('Target.getTargets')).targetInfos.filter(({ url }) =>
        url.endsWith('sidepanel.html#vincristine'),
      );
    await expect.poll(async () => (await panels()).length).toBe(1);
    expect(chromium.context.pages()).toHaveLength(tabs);
    await session.send('Target.closeTarget', { targetId: (await panels())[0].targetId });
    await session.detach();
  });

  test('tells once what is new after an update', async ({ chromium }) => {
    const page = await openPage(chromium, 'sheet.html');
    await store(page, { 'updated-from': '0.0.1' });
    await page.close();
    const popup = await openPage(chromium, 'popup.html', chromium.page);
    const note = popup.getByRole('button', { name: /updated/ });
    await expect(note).toHaveCSS('border-top-width', '0px');
    await expect(note.locator('..')).toHaveCSS('display', 'flex');
    const opened = chromium.context.waitForEvent('page');
    await note.click();
    const welcome = await opened;
    await expect(welcome.locator('#new details').first()).toHaveAttribute('open', '');
    await welcome.close();
    await popup.reload();
    await expect(popup.getByRole('heading', { name: /On this page/ })).toBeVisible();
    await expect(popup.getByRole('button', { name: /updated/ })).toHaveCount(0);
    await popup.close();
  });

  test('goes on after its worker was put to sleep', async ({ chromium, server }) => {
    await putToSleep(chromium);
    // A page opened now needs the worker for its parts.
    await chromium.goto(`${server.origin}/induction.html?again`);
    await chromium.settled(8);
    await chromium.hover('vincristine');
    await expect.poll(() => chromium.card()).toContain('vincristine');
    await putToSleep(chromium);
    const popup = await openPage(chromium, 'popup.html', chromium.page);
    await expect(popup.getByRole('button', { name: /go to vincristine/ })).toBeVisible();
    await turn(popup.getByRole('switch', { name: /^Everywhere/ }), false);
    await expect.poll(() => chromium.painted()).toEqual([]);
    await popup.close();
  });
});
