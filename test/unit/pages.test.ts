import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
const { routeOf } = await import('../../entrypoints/pages/route');
const { setWhere, whereOf } = await import('../../entrypoints/pages/where');
const { previewOf } = await import('../../entrypoints/options/sample');
const { DEFAULT_SETTINGS, readSettings } = await import('../../lib/settings');

it.each([
  ['', { view: 'page' }],
  ['#', { view: 'page' }],
  ['#/', { view: 'page' }],
  ['#/map', { view: 'map' }],
  ['#/saved', { view: 'saved' }],
  ['#platelet', { view: 'term', id: 'platelet' }],
  ['#cd19', { view: 'term', id: 'cd19' }],
  ['#/find/spinal%20tap', { view: 'find', query: 'spinal tap' }],
  ['#/find/50%', { view: 'find', query: '50%' }],
  ['#/find/', { view: 'find', query: '' }],
  ['#/nowhere', { view: 'nothing', asked: 'nowhere' }],
  ['#<b>', { view: 'nothing', asked: '<b>' }],
])('the address %j leads to %j', (hash, route) => expect(routeOf(hash)).toEqual(route));

describe('the switches of the popup', () => {
  beforeEach(() => fakeBrowser.reset());
  const url = 'https://a.example:8080/x?y=1#part';
  it.each([
    ['page', { pages: ['https://a.example:8080/x?y=1'] }],
    ['site', { sites: { 'a.example:8080': { off: true, wrong: [] } } }],
    ['everywhere', { enabled: false }],
  ] as const)('%s: off and on again', async (width, off) => {
    const all = { page: true, site: true, everywhere: true, host: 'a.example:8080' };
    await setWhere(url, width, false);
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, ...off });
    expect(whereOf(await readSettings(), url)).toEqual({ ...all, [width]: false });
    expect(whereOf(await readSettings(), `${url}-below`)).toEqual({ ...all, [width]: false });
    await setWhere(url, width, true);
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
    expect(whereOf(await readSettings(), url)).toEqual(all);
  });
  it('know of no site for a file', () => {
    expect(whereOf(DEFAULT_SETTINGS, 'file:///a/b.html').host).toBe('');
  });
});

describe('the preview of the options', () => {
  const sample = [
    { heading: true, text: 'Blood' },
    { heading: false, text: 'Leukemia and leukemia.' },
    { heading: true, text: 'More' },
    { heading: false, text: 'Again leukemia.' },
  ];
  const lit = (settings: Partial<typeof DEFAULT_SETTINGS>) =>
    previewOf(sample, { ...DEFAULT_SETTINGS, supporting: 'always', ...settings }).map(({ pieces }) =>
      pieces.map((piece) => (piece.lit ? `[${piece.text}]` : piece.text)).join(''),
    );
  it.each([
    [{}, ['[Leukemia] and leukemia.', 'Again [leukemia].']],
    [{ occurrences: 'page' }, ['[Leukemia] and leukemia.', 'Again leukemia.']],
    [{ occurrences: 'every' }, ['[Leukemia] and [leukemia].', 'Again [leukemia].']],
    [{ known: ['leukemia'] }, ['Leukemia and leukemia.', 'Again leukemia.']],
  ] as const)('with %j', (settings, [first, second]) => {
    expect(lit(settings as Partial<typeof DEFAULT_SETTINGS>)).toEqual(['Blood', first, 'More', second]);
  });
});
