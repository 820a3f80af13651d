import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const { DEFAULT_SETTINGS, offBy, readSettings, watchSettings, withDefaults } = await import(
  '../../lib/settings'
);
const { migrate, NewerVersionError } = await import('../../lib/settings-migrations');
const { SETTINGS_VERSION, settingsSchema } = await import('../../lib/settings-schema');
const { changeSettings, repairSettings, toggled, updateSettings, withSite } = await import(
  '../../lib/settings-store'
);

beforeEach(() => fakeBrowser.reset());
const stored = async () => (await fakeBrowser.storage.local.get('settings')).settings;

it('has defaults that its own schema allows, under the present version', () => {
  expect(v.parse(settingsSchema, DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  expect(DEFAULT_SETTINGS.version).toBe(SETTINGS_VERSION);
});

describe('reading', () => {
  it.each([[undefined], [null], ['x'], [[]], [7]])('gives the defaults for %j', (value) => {
    expect(withDefaults(value)).toEqual(DEFAULT_SETTINGS);
    expect(repairSettings(value)).toEqual(DEFAULT_SETTINGS);
  });
  it('keeps what is stored and puts defaults where a value is missing or of another kind', () => {
    const settings = withDefaults({ style: 'tint', density: 'many', known: null, sites: [] });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, style: 'tint' });
  });
  it('is of the present version whatever stands in the storage', () => {
    expect(withDefaults({ version: 99 }).version).toBe(SETTINGS_VERSION);
  });
  it('repairs each value by itself', () => {
    const settings = repairSettings({ version: 1, style: 'tint', density: 1000, scope: 'nowhere', more: 1 });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, style: 'tint' });
  });
  it('drops one bad rule, and not its neighbours', () => {
    const off = { off: true, wrong: ['dose'] };
    const settings = repairSettings({
      version: 3,
      pages: ['https://a.example/', 'https://b.example/', 'about:reader?url=x', 7],
      known: ['fever', 'No!', null, 'rash'],
      sites: {
        'a.example': off,
        'b.example': { ...off, more: 1 },
        'c.example': { wrong: ['dose', 'No!'] },
        'no host': off,
        'd.example': 'off',
      },
    });
    expect(settings).toEqual({
      ...DEFAULT_SETTINGS,
      pages: ['https://a.example/', 'https://b.example/'],
      known: ['fever', 'rash'],
      sites: { 'a.example': off, 'b.example': off, 'c.example': { off: false, wrong: ['dose'] } },
    });
    expect(v.parse(settingsSchema, settings)).toEqual(settings);
  });
  it('cuts a list that is too long, and puts an empty one in the place of what is none', () => {
    const known = Array.from({ length: 6000 }, (_, i) => `term-${i}`);
    const settings = repairSettings({ version: 3, known, pages: 'all', sites: [] });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, known: known.slice(0, 5000) });
  });
  it('keeps what it understands of settings that a newer version wrote', () => {
    expect(repairSettings({ version: 99, style: 'tint' }).style).toBe('tint');
  });
});

describe('writing', () => {
  it('counts both of two changes made at once', async () => {
    await Promise.all([
      updateSettings((s) => ({ known: toggled(s.known, 'platelet', true) })),
      updateSettings((s) => ({ known: toggled(s.known, 'fever', true) })),
      updateSettings(() => ({ style: 'both' })),
    ]);
    expect(await readSettings()).toEqual({
      ...DEFAULT_SETTINGS,
      style: 'both',
      known: ['platelet', 'fever'],
    });
  });
  it('writes nothing when the change is not allowed', async () => {
    await updateSettings(() => ({ density: 5 }));
    await expect(updateSettings(() => ({ density: -1 }))).rejects.toThrow();
    expect(await stored()).toMatchObject({ density: 5 });
  });
  it('takes the long address of a search', async () => {
    const page = `https://a.example/search?q=${'x'.repeat(5000)}`;
    await updateSettings(() => ({ pages: [page] }));
    expect((await readSettings()).pages).toEqual([page]);
  });
  it('tells every watcher, until it is undone', async () => {
    const seen: number[] = [];
    const stop = watchSettings((settings) => seen.push(settings.density));
    await updateSettings(() => ({ density: 3 }));
    await fakeBrowser.storage.session.set({ settings: { density: 9 } });
    await fakeBrowser.storage.local.set({ saved: [] });
    stop();
    await updateSettings(() => ({ density: 4 }));
    expect(seen).toEqual([3]);
  });
});

describe('taking a change back', () => {
  const site = (off: boolean, ...wrong: string[]) => ({ off, wrong });
  it('leaves other settings that were changed since', async () => {
    const undo = await changeSettings(() => ({ density: 5 }));
    await updateSettings(() => ({ style: 'tint', known: ['fever'] }));
    await undo();
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, style: 'tint', known: ['fever'] });
  });
  it('puts a rule back at its place among rules made since', async () => {
    await updateSettings(() => ({
      known: ['fever', 'rash', 'dose'],
      sites: { 'a.example': site(true, 'dose'), 'b.example': site(true) },
    }));
    const undoKnown = await changeSettings(({ known }) => ({ known: toggled(known, 'rash', false) }));
    const undoSite = await changeSettings((s) =>
      withSite(s, 'a.example', (a) => ({ ...a, wrong: toggled(a.wrong, 'dose', false) })),
    );
    await updateSettings((s) => ({
      known: toggled(s.known, 'platelet', true),
      ...withSite(s, 'a.example', (a) => ({ ...a, off: false, wrong: ['arm'] })),
    }));
    await updateSettings((s) => withSite(s, 'c.example', (c) => ({ ...c, off: true })));
    await undoKnown();
    await undoSite();
    expect(await readSettings()).toMatchObject({
      known: ['fever', 'rash', 'dose', 'platelet'],
      sites: { 'a.example': site(false, 'dose', 'arm'), 'b.example': site(true), 'c.example': site(true) },
    });
  });
  it('takes out what the change put in, and only that', async () => {
    const undo = await changeSettings(() => ({ known: ['fever'], sites: { 'a.example': site(true) } }));
    await updateSettings(() => ({ known: ['fever', 'rash'] }));
    await undo();
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, known: ['rash'] });
  });
});

describe('sites', () => {
  it('drops a site where nothing special holds any more', () => {
    const off = withSite(DEFAULT_SETTINGS, 'a.example', (site) => ({ ...site, off: true }));
    expect(off.sites).toEqual({ 'a.example': { off: true, wrong: [] } });
    const on = withSite({ ...DEFAULT_SETTINGS, ...off }, 'a.example', (site) => ({ ...site, off: false }));
    expect(on.sites).toEqual({});
  });
  const settings = {
    ...DEFAULT_SETTINGS,
    sites: { 'off.example': { off: true, wrong: [] }, 'on.example': { off: false, wrong: ['dose'] } },
    pages: ['https://on.example/a?b=1'],
  };
  it.each([
    ['https://on.example/', '', undefined],
    ['https://off.example/x', '', 'site'],
    ['https://off.example:8443/x', '', undefined],
    ['https://on.example/a?b=1#part', '', 'page'],
    ['https://on.example/a?b=2', '', undefined],
    ['https://frame.example/', 'https://off.example/', 'site'],
    ['about:blank', '', undefined],
    ['not an address', '', undefined],
  ])('%s inside %j is off by %s', (href, outer, expected) => {
    expect(offBy(settings, href, outer)).toBe(expected);
  });
  it('is off everywhere whatever else holds', () => {
    expect(offBy({ ...settings, enabled: false }, 'https://off.example/')).toBe('everywhere');
  });
});

describe('migration', () => {
  const steps = [
    (old: Record<string, unknown>) => ({ ...old, b: Number(old.a) + 1 }),
    ({ a, ...old }: Record<string, unknown>) => ({ ...old, c: [a, old.b] }),
  ];
  it.each([
    [{ a: 1 }, { b: 2, c: [1, 2], version: 3 }],
    [
      { a: 1, version: 1 },
      { b: 2, c: [1, 2], version: 3 },
    ],
    [
      { a: 1, b: 7, version: 2 },
      { b: 7, c: [1, 7], version: 3 },
    ],
    [
      { c: [], version: 3 },
      { c: [], version: 3 },
    ],
  ])('takes %j step by step to %j', (old, expected) => {
    expect(migrate(old, steps)).toEqual(expected);
  });
  it.each([
    { version: 1, language: 'en', style: 'tint' },
    { version: 2, style: 'tint' },
  ])('begins with the browser’s language: %j', (old) => {
    expect(migrate(old)).toEqual({ version: 3, style: 'tint', language: 'auto' });
  });
  it('keeps a language that was chosen', () => {
    expect(repairSettings({ version: 3, language: 'es' }).language).toBe('es');
    expect(repairSettings({ version: 3, language: 'tlh' }).language).toBe('auto');
  });
  it('refuses what a newer version wrote', () => {
    expect(() => migrate({ version: 4 }, steps)).toThrow(NewerVersionError);
  });
});
