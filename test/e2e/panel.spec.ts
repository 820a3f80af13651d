import { readFile } from 'node:fs/promises';
import { axeViolations, emptyStorage, openPage, store, stored, turn } from './extension-pages';
import { expect, test } from './fixtures';

test.describe('the side panel', { tag: '@chromium' }, () => {
  test.beforeEach(async ({ chromium, server }) => {
    await chromium.goto(`${server.origin}/induction.html`);
    await chromium.settled(8);
  });
  test.afterEach(({ chromium }) => emptyStorage(chromium));

  test('shows the page’s terms under its headings, in reading order, and opens one', async ({ chromium }) => {
    const panel = await openPage(chromium, 'sidepanel.html#/page', chromium.page);
    await expect(panel.getByRole('heading', { level: 2, name: 'What the tests looked for' })).toBeVisible();
    const listed = await panel.locator('.tl-row-text').allInnerTexts();
    expect(listed.map((text) => text.replace(/\s+/g, ' '))).toEqual(
      (await chromium.painted()).map((text) => text.replace(/\s+/g, ' ')),
    );
    await panel.getByRole('button', { name: /^lumbar puncture/ }).click();
    await expect.poll(() => chromium.card()).toContain('lumbar puncture');
    await panel.close();
  });

  test('follows the page as it grows', async ({ chromium }) => {
    const panel = await openPage(chromium, 'sidepanel.html#/page', chromium.page);
    await expect(panel.getByRole('button', { name: /^lumbar puncture/ })).toBeVisible();
    // A page in the background waits; beside a real panel it is in view.
    await chromium.page.bringToFront();
    await chromium.page.evaluate(() => {
      const more = document.createElement('p');
      more.textContent = 'Later came methotrexate.';
      document.querySelector('article')?.append(more);
    });
    await expect(panel.getByRole('button', { name: /^methotrexate/ })).toBeVisible();
    await panel.close();
  });

  test('lists the terms of a frame that comes later, and of one that goes to another page', async ({
    chromium,
    server,
  }) => {
    const inner = (drug: string) =>
      server.add(`<p>Acute lymphoblastic leukemia is treated with ${drug}.</p>`);
    const panel = await openPage(chromium, 'sidepanel.html#/page', chromium.page);
    await expect(panel.getByRole('button', { name: /^lumbar puncture/ })).toBeVisible();
    await chromium.page.bringToFront();
    await chromium.page.evaluate((src) => {
      const frame = Object.assign(document.createElement('iframe'), { src, width: 500, height: 300 });
      document.querySelector('h1')?.before(frame);
    }, inner('nelarabine'));
    await expect(panel.getByRole('button', { name: /^nelarabine/ })).toBeVisible();
    await expect(panel.getByRole('heading', { name: 'In a frame of the page' })).toBeVisible();
    await expect(panel.getByRole('button', { name: /^lumbar puncture/ })).toBeVisible();
    await chromium.page.evaluate((src) => {
      document.querySelectorAll('iframe')[0].src = src;
    }, inner('rituximab'));
    await expect(panel.getByRole('button', { name: /^rituximab/ })).toBeVisible();
    await expect(panel.getByRole('button', { name: /^nelarabine/ })).toBeHidden();
    await expect(panel.getByRole('button', { name: /^lumbar puncture/ })).toBeVisible();
    await panel.close();
  });

  test('says on request what was left out, and why', async ({ chromium, server }) => {
    await chromium.goto(
      server.add(`<title>Leukemia day</title><h1>Leukemia day at the clinic</h1>
        <p>She has acute lymphoblastic leukemia and gets blinatumomab in the clinic.</p>
        <h2>Getting there</h2><p>Take the CAR PARK exit and the induction cooktop shop is on the left: a hob, a pan, a stove.</p>`),
    );
    await chromium.settled(1);
    const panel = await openPage(chromium, 'sidepanel.html#/page', chromium.page);
    await panel.getByRole('button', { name: 'Show what was left out, and why' }).click();
    await expect(panel.getByRole('heading', { name: 'Left out' })).toBeVisible();
    const row = panel.locator('.tl-rejected .tl-row').first();
    await expect(row).toBeVisible();
    await expect(row.locator('.tl-row-note').last()).not.toBeEmpty();
    await panel.close();
  });

  test('lists all terms by letter and by kind, and filters them', async ({ chromium }) => {
    const panel = await openPage(chromium, 'sidepanel.html#/terms', chromium.page);
    await expect(panel.getByText('198 terms')).toBeVisible();
    await expect(panel.getByRole('heading', { level: 2, name: 'B', exact: true })).toBeVisible();
    await turn(panel.getByRole('radio', { name: 'By kind' }), true);
    await expect(panel.getByRole('heading', { level: 2, name: 'drug', exact: true })).toBeVisible();
    await panel.getByRole('searchbox', { name: 'Filter the list' }).fill('vinc');
    await expect(panel.locator('.tl-index a')).toHaveText(['vincristine']);
    await expect(panel.locator('.tl-index .tl-tag')).toHaveText(['on this page']);
    await panel.locator('.tl-index a').click();
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('vincristine');
    await panel.close();
  });

  test('opens a term by its deep link, with all that belongs to it', async ({ chromium }) => {
    const panel = await openPage(chromium, 'sidepanel.html#induction', chromium.page);
    await expect(panel.getByRole('heading', { level: 1 })).toBeFocused();
    for (const name of ['In context', 'Related terms', 'Sources'])
      await expect(panel.getByRole('heading', { level: 2, name })).toBeVisible();
    await expect(panel.locator('.tl-figure svg')).toBeVisible();
    const link = panel.locator('.tl-sources a').first();
    await expect(link).toHaveAttribute('rel', /noopener/);
    await panel
      .getByRole('list', { name: 'Related terms' })
      .getByRole('button', { name: 'consolidation' })
      .click();
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('consolidation');
    await panel.getByRole('button', { name: 'Back' }).click();
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('induction');
    await panel.close();
  });

  test('answers an unknown deep link and a search in the address', async ({ chromium }) => {
    const unknown = await openPage(chromium, 'sidepanel.html#no-such-term');
    await expect(unknown.getByText('There is no term “no-such-term”')).toBeVisible();
    await unknown.close();
    const exact = await openPage(chromium, 'sidepanel.html#/find/Blincyto');
    await expect(exact.getByRole('heading', { level: 1 })).toHaveText('blinatumomab');
    await exact.close();
    const loose = await openPage(chromium, 'sidepanel.html#/find/chemo%20brain%20fluids%20please');
    await expect(loose.getByRole('option').first()).toContainText('intrathecal chemotherapy');
    await loose.close();
  });

  test('a search makes way for a view, a term or another search, however it is asked for', async ({
    chromium,
  }) => {
    const panel = await openPage(chromium, 'sidepanel.html#/map');
    const field = panel.getByRole('combobox');
    const title = panel.getByRole('heading', { level: 1 });
    const map = panel.getByRole('link', { name: 'Map', exact: true });
    const ask = async () => {
      await field.fill('platelets');
      await expect(panel.getByRole('option').first()).toBeVisible();
      await expect(title).toHaveCount(0);
    };
    const target = (wanted: object) =>
      panel.evaluate(async (what) => {
        const { windows, storage } = chrome as unknown as {
          windows: { getCurrent(): Promise<{ id: number }> };
          storage: { session: { set(v: object): Promise<void> } };
        };
        const { id } = await windows.getCurrent();
        await storage.session.set({ 'panel-target': { windowId: id, at: Date.now(), ...what } });
      }, wanted);

    await expect(title).toHaveText('The way of treatment');
    await ask();
    await panel.getByRole('link', { name: 'Saved', exact: true }).click();
    await expect(title).toHaveText('Saved');
    await expect(field).toHaveValue('');
    await map.click();
    await expect(title).toHaveText('The way of treatment');
    // The view that is there already, too.
    await ask();
    await map.click();
    await expect(title).toHaveText('The way of treatment');
    await ask();
    await panel.evaluate(() => {
      location.hash = '#fever';
    });
    await expect(title).toHaveText('fever');
    await ask();
    await panel.goBack();
    await expect(title).toHaveText('The way of treatment');
    for (const wanted of [{ concept: 'rash' }, { concept: 'rash' }]) {
      await ask();
      await target(wanted);
      await expect(title).toHaveText('rash');
    }
    const query = 'chemo brain fluids please';
    for (const wanted of [{ query }, { query }]) {
      await ask();
      await target(wanted);
      await expect(field).toHaveValue(query);
    }
    await map.click();
    await expect(title).toHaveText('The way of treatment');
    await panel.goBack();
    await expect(field).toHaveValue(query);
    await panel.close();
  });

  test('goes back to the list from where it began, and says when there is no such view', async ({
    chromium,
  }) => {
    for (const begin of ['platelet', '/find/platelets']) {
      const panel = await openPage(chromium, `sidepanel.html#${begin}`);
      await expect(panel.getByRole('heading', { level: 1 })).toHaveText('platelet');
      await panel.getByRole('button', { name: 'Back' }).click();
      await expect(panel.getByRole('heading', { level: 1 })).toHaveText('All terms');
      await panel.getByRole('link', { name: 'fever', exact: true }).click();
      await expect(panel.getByRole('heading', { level: 1 })).toHaveText('fever');
      await panel.getByRole('button', { name: 'Back' }).click();
      await expect(panel.getByRole('heading', { level: 1 })).toHaveText('All terms');
      await panel.close();
    }
    const nowhere = await openPage(chromium, 'sidepanel.html#/nope');
    await expect(nowhere.getByText('There is no view “nope” here.')).toBeVisible();
    await nowhere.close();
  });

  test('comes back to a view as it was left, with the focus where it was', async ({ chromium }) => {
    const panel = await openPage(chromium, 'sidepanel.html#/terms', chromium.page);
    await panel.setViewportSize({ width: 360, height: 700 });
    const title = panel.getByRole('heading', { level: 1 });
    const back = panel.getByRole('button', { name: 'Back' });
    const scrolled = () => panel.evaluate(() => document.querySelector('main')?.scrollTop);
    const goFrom = async (name: string) => {
      const link = panel.getByRole('link', { name, exact: true });
      await link.focus();
      const before = await scrolled();
      expect(before).toBeGreaterThan(50);
      await panel.keyboard.press('Enter');
      await expect(title).toHaveText(name);
      await expect(title).toBeFocused();
      expect(await scrolled()).toBe(0);
      await back.press('Enter');
      await expect(link).toBeFocused();
      expect(await scrolled()).toBe(before);
    };
    await goFrom('vincristine');
    await turn(panel.getByRole('radio', { name: 'By kind' }), true);
    await panel.getByRole('searchbox', { name: 'Filter the list' }).fill('e');
    await goFrom('fever');
    await expect(panel.getByRole('radio', { name: 'By kind' })).toBeChecked();
    await expect(panel.getByRole('searchbox', { name: 'Filter the list' })).toHaveValue('e');
    // From one term to another, and by the browser's own way back.
    await panel.getByRole('link', { name: 'fever', exact: true }).press('Enter');
    await expect(title).toHaveText('fever');
    const chip = panel.getByRole('list', { name: 'Related terms' }).getByRole('button').first();
    await chip.focus();
    const before = await scrolled();
    await chip.press('Enter');
    await expect(title).not.toHaveText('fever');
    await panel.goBack();
    await expect(title).toHaveText('fever');
    await expect(chip).toBeFocused();
    expect(await scrolled()).toBe(before);
    // The map draws itself after it is there.
    await panel.getByRole('link', { name: 'Map', exact: true }).click();
    const stop = panel.locator('.tl-map a').last();
    await stop.focus();
    const far = await scrolled();
    expect(far).toBeGreaterThan(50);
    await panel.keyboard.press('Enter');
    await expect(back).toBeVisible();
    await back.press('Enter');
    await expect(stop).toBeFocused();
    expect(await scrolled()).toBe(far);
    await panel.close();
  });

  test('gives the focus to the heading where nothing else had it', async ({ chromium }) => {
    const panel = await openPage(chromium, 'sidepanel.html#platelet', chromium.page);
    await panel.getByRole('button', { name: 'Back' }).press('Enter');
    await expect(panel.getByRole('heading', { level: 1, name: 'All terms' })).toBeFocused();
    await panel.close();
  });

  test('removing a saved term leads to the next one, taking that back to it again', async ({ chromium }) => {
    const panel = await openPage(chromium, 'sidepanel.html#/saved', chromium.page);
    const saved = ['platelet', 'fever', 'rash'].map((concept) => ({ concept, note: '' }));
    await store(panel, { saved });
    const link = (name: string) => panel.locator('.tl-saved-head a', { hasText: name });
    const remove = (name: string) => panel.getByRole('button', { name: `Remove ${name}` }).press('Enter');
    await remove('fever');
    await expect(link('rash')).toBeFocused();
    await panel.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(link('fever')).toBeFocused();
    await remove('rash');
    await expect(link('fever')).toBeFocused();
    await remove('fever');
    await expect(link('platelet')).toBeFocused();
    await remove('platelet');
    await expect(panel.getByRole('heading', { level: 1, name: 'Saved' })).toBeFocused();
    await panel.close();
  });

  test('draws the map: every stop a link, terms of the page lit, at any width', async ({ chromium }) => {
    const panel = await openPage(chromium, 'sidepanel.html#/map', chromium.page);
    const stops = panel.locator('.tl-map a');
    await expect(panel.getByRole('link', { name: 'vincristine, on this page' })).toBeVisible();
    expect(await panel.getByRole('link', { name: 'nelarabine', exact: true }).count()).toBeGreaterThan(1);
    // The narrowest is Firefox's sidebar as it comes.
    for (const width of [252, 320, 900]) {
      await panel.setViewportSize({ width, height: 900 });
      // The map is drawn anew a frame after its frame has another width.
      await expect
        .poll(() =>
          panel.evaluate(() => {
            const map = document.querySelector('.tl-map');
            return Number(map?.querySelector('svg')?.getAttribute('width')) === map?.clientWidth;
          }),
        )
        .toBe(true);
      expect(await panel.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      const outside = await panel.evaluate(() => {
        const frame = document.querySelector('.tl-map svg')?.getBoundingClientRect();
        return [...document.querySelectorAll('.tl-map a')].filter((stop) => {
          const box = stop.getBoundingClientRect();
          return !frame || box.left < frame.left - 1 || box.right > frame.right + 1;
        }).length;
      });
      expect(outside).toBe(0);
      // Nor does a label stand out of its stop, or the map out of its frame.
      const over = await panel.evaluate(() => {
        const map = document.querySelector('.tl-map');
        const sizes = [...document.querySelectorAll<SVGGElement>('.tl-map a')].map((stop) => {
          const [rect, text] = ['rect', 'text'].map((name) =>
            stop.querySelector(name)?.getBoundingClientRect(),
          );
          return rect && text && text.width < rect.width ? '' : stop.textContent;
        });
        return [...sizes, map && map.scrollWidth > map.clientWidth ? 'map' : ''].filter(Boolean);
      });
      expect(over).toEqual([]);
    }
    // Drawn anew, it leaves the focus where it was.
    const wide = await panel.locator('.tl-map svg').getAttribute('width');
    await stops.first().focus();
    await panel.setViewportSize({ width: 320, height: 900 });
    await expect.poll(() => panel.locator('.tl-map svg').getAttribute('width')).not.toBe(wide);
    await panel.keyboard.press('Enter');
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('diagnosis');
    await panel.close();
  });

  test('saves terms with notes, in the reader’s order', async ({ chromium }) => {
    const panel = await openPage(chromium, 'sidepanel.html#platelet', chromium.page);
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(panel.getByRole('button', { name: 'Saved', exact: true })).toBeVisible();
    await panel.goto(panel.url().replace('#platelet', '#fever'));
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await panel.getByRole('link', { name: 'Saved' }).click();
    await panel.getByRole('textbox', { name: 'My note on platelet' }).fill('why so low?');
    await panel.getByRole('button', { name: 'Move fever up' }).click();
    await expect(panel.locator('.tl-saved-head a')).toHaveText(['fever', 'platelet']);
    await expect
      .poll(() => stored(panel, 'saved'))
      .toEqual([
        { concept: 'fever', note: '' },
        { concept: 'platelet', note: 'why so low?' },
      ]);
    await panel.getByRole('button', { name: 'Remove platelet' }).click();
    await expect(panel.locator('.tl-saved-head a')).toHaveText(['fever']);
    await panel.getByRole('textbox', { name: 'My note on fever' }).fill('written since');
    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect(panel.getByRole('textbox', { name: 'My note on platelet' })).toHaveValue('why so low?');
    await expect
      .poll(() => stored(panel, 'saved'))
      .toEqual([
        { concept: 'fever', note: 'written since' },
        { concept: 'platelet', note: 'why so low?' },
      ]);
    await panel.close();
  });

  test('exports saved terms, takes them back, and loses nothing to a bad file', async ({ chromium }) => {
    const panel = await openPage(chromium, 'sidepanel.html#/saved', chromium.page);
    const saved = [
      { concept: 'platelet', note: 'line one\n"line two", with a comma' },
      { concept: 'fever', note: '' },
    ];
    await store(panel, { saved });
    for (const name of ['Export CSV', 'Export Markdown', 'Export for Anki']) {
      const download = panel.waitForEvent('download');
      await panel.getByRole('button', { name }).click();
      const path = await (await download).path();
      const text = await readFile(path, 'utf8');
      expect(text).toContain('platelet');
      await store(panel, { saved: [{ concept: 'rash', note: 'kept' }] });
      await expect(panel.locator('.tl-saved-head a')).toHaveText(['rash']);
      const file = { name: 'terms.txt', mimeType: 'text/plain' };
      await panel.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.from(text) });
      await expect.poll(() => stored(panel, 'saved')).toEqual([{ concept: 'rash', note: 'kept' }, ...saved]);
      const bad = Buffer.from(text.replaceAll('fever', 'moonlight'));
      await panel.locator('input[type=file]').setInputFiles({ ...file, buffer: bad });
      await expect(panel.getByText(/1 term was imported.*does not have them: moonlight/)).toBeVisible();
      expect(await stored(panel, 'saved')).toEqual([{ concept: 'rash', note: 'kept' }, ...saved]);
      const none = Buffer.from('id,note\nmoonlight,x');
      await panel.locator('input[type=file]').setInputFiles({ ...file, buffer: none });
      await expect(panel.getByText(/nothing was changed.*Line 2: “moonlight” is no term/)).toBeVisible();
      expect(await stored(panel, 'saved')).toEqual([{ concept: 'rash', note: 'kept' }, ...saved]);
      await store(panel, { saved });
    }
    await panel.close();
  });

  test('says of a file that is none of its own what it is', async ({ chromium }) => {
    const panel = await openPage(chromium, 'sidepanel.html#/saved', chromium.page);
    for (const [name, text, words] of [
      [
        'notes.md',
        '# hi, there',
        'notes.md was not imported, nothing was changed. It is no list of terms that Termlight',
      ],
      [
        'all.json',
        '{"app": "termlight"}',
        'all.json was not imported, nothing was changed. It is a JSON file.',
      ],
      [
        'table.csv',
        'term,note\nfever,x',
        'table.csv was not imported, nothing was changed. Line 1: the first line must name',
      ],
    ]) {
      const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
      await panel.locator('input[type=file]').setInputFiles(file);
      await expect(panel.getByText(words)).toBeVisible();
    }
    await panel.close();
  });

  test('exports in the reader’s language, and takes files of another back', async ({ chromium }) => {
    const panel = await openPage(chromium, 'sidepanel.html#/saved', chromium.page);
    const saved = [{ concept: 'fever', note: '¿por qué? ' }];
    await store(panel, { saved, settings: { version: 3, language: 'es' } });
    for (const [button, heading] of [
      ['Exportar CSV', 'id,Término,Definición,Mi nota'],
      ['Exportar Markdown', '# Mis términos'],
      ['Exportar para Anki', '#columns:Término\tDefinición\tMi nota\tid'],
    ]) {
      await store(panel, { saved });
      await expect(panel.locator('.tl-saved-head a')).toHaveText(['fever']);
      const download = panel.waitForEvent('download');
      await panel.getByRole('button', { name: button }).click();
      const text = await readFile(await (await download).path(), 'utf8');
      expect(text.split('\n')).toContain(heading);
      await store(panel, { saved: [] });
      await expect(panel.locator('.tl-saved-head a')).toHaveCount(0);
      const file = { name: 'terms', mimeType: 'text/plain', buffer: Buffer.from(text) };
      await panel.locator('input[type=file]').setInputFiles(file);
      await expect.poll(() => stored(panel, 'saved')).toEqual(saved);
    }
    await panel.close();
  });

  test('prints a sheet for the appointment', async ({ chromium }) => {
    const panel = await openPage(chromium, 'sidepanel.html#/saved', chromium.page);
    await store(panel, { saved: [{ concept: 'platelet', note: `why so low? ${'x'.repeat(500)}` }] });
    const opened = chromium.context.waitForEvent('page');
    await panel.getByRole('button', { name: 'Print for my appointment' }).click();
    const sheet = await opened;
    await expect(sheet.getByRole('heading', { level: 2, name: /platelet/ })).toBeVisible();
    await expect(sheet.getByText('why so low?')).toBeVisible();
    expect(await sheet.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await axeViolations(sheet)).toEqual([]);
    await sheet.close();
    await panel.close();
  });

  test('has no fault that axe finds, in no view, and nothing is wider than 320 pixels', async ({
    chromium,
  }) => {
    test.slow();
    for (const colorScheme of ['light', 'dark'] as const) {
      const panel = await openPage(chromium, 'sidepanel.html#/page', chromium.page);
      await store(panel, { saved: [{ concept: 'platelet', note: 'n' }] });
      await panel.emulateMedia({ colorScheme });
      await panel.setViewportSize({ width: 320, height: 800 });
      for (const view of ['/page', '/map', '/terms', '/saved', 'induction']) {
        await panel.evaluate((to) => {
          location.hash = to;
        }, view);
        await expect(panel.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await axeViolations(panel), view).toEqual([]);
        expect(await panel.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(
          320,
        );
      }
      await panel.close();
    }
  });
});
