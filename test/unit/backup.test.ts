import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const { fakeBrowser } = await import('wxt/testing/fake-browser');
const { BackupError, readBackup, restoreBackup, writeBackup } = await import('../../lib/backup');
const { readSaved, updateSaved } = await import('../../lib/saved');
const { DEFAULT_SETTINGS, readSettings } = await import('../../lib/settings');
const { updateSettings } = await import('../../lib/settings-store');

const mine = {
  settings: {
    ...DEFAULT_SETTINGS,
    density: 7,
    sites: { 'a.example:8080': { off: true, wrong: ['dose'] } },
    pages: ['https://a.example/x?y=1'],
    known: ['fever'],
    language: 'es' as const,
  },
  saved: [{ concept: 'platelet', note: 'ask\n"why"' }],
};
const text = writeBackup(mine, new Date(0));
const file = JSON.parse(text);
const errorOf = (content: string): string => {
  try {
    readBackup(content);
  } catch (error) {
    expect(error).toBeInstanceOf(BackupError);
    return (error as Error).message;
  }
  return 'read';
};

it('reads back what it wrote', () => expect(readBackup(text)).toEqual(mine));
it('reads it with a byte-order mark', () => expect(readBackup(`\uFEFF${text}`)).toEqual(mine));

describe('says where a file is wrong', () => {
  it.each([
    ['', /^: json/],
    ['{"app":', /^: json/],
    ['[]', /^app: foreign/],
    ['null', /^: foreign/],
    ['"termlight"', /^: foreign/],
    ['7', /^: foreign/],
    [JSON.stringify({ ...file, app: 'other' }), /^app: foreign/],
    [JSON.stringify({ ...file, format: 2 }), /^format: newer/],
    [JSON.stringify({ ...file, settings: { ...file.settings, version: 99 } }), /^settings\.version: newer/],
    [JSON.stringify({ ...file, settings: { ...file.settings, density: -3 } }), /^settings\.density: value/],
    [JSON.stringify({ ...file, settings: { ...file.settings, scope: 'moon' } }), /^settings\.scope: value/],
    [JSON.stringify({ ...file, settings: { ...file.settings, colour: 1 } }), /^settings\.colour: unknown/],
    [
      JSON.stringify({ ...file, settings: { ...file.settings, known: ['fever', 7] } }),
      /^settings\.known\.1: value/,
    ],
    [JSON.stringify({ ...file, settings: null }), /^settings: /],
    [JSON.stringify({ ...file, saved: [{ concept: 'platelet' }] }), /^saved\.0\.note: missing/],
    [JSON.stringify({ ...file, saved: [{ concept: '<b>', note: '' }] }), /^saved\.0\.concept: value/],
    [
      JSON.stringify({ ...file, settings: { ...file.settings, pages: ['javascript:alert(1)'] } }),
      /^settings\.pages\.0: value/,
    ],
    [JSON.stringify({ ...file, saved: undefined }), /^saved: missing/],
  ])('%s', (content, message) => expect(errorOf(content)).toMatch(message));
});

it('takes a backup of the first version, whose language was no choice', () => {
  const old = { ...file, settings: { ...file.settings, version: 1, language: 'es' } };
  expect(readBackup(JSON.stringify(old)).settings).toEqual({ ...mine.settings, language: 'auto' });
});
it.each(['en', 'es'])('has words for every fault in %s: with its place, where there is one', (language) => {
  const words = readFileSync(new URL(`../../locales/${language}.yml`, import.meta.url), 'utf8');
  const { badFile } = parse(words).options;
  expect(Object.keys(badFile).sort()).toEqual(['foreign', 'json', 'missing', 'newer', 'unknown', 'value']);
  expect(Object.keys(badFile).filter((fault) => !badFile[fault].includes('$1'))).toEqual(['json', 'foreign']);
});

describe('puts a backup in the place of what there is', () => {
  const saved = [{ concept: 'fever', note: 'call' }];
  beforeEach(async () => {
    fakeBrowser.reset();
    await updateSettings(() => ({ density: 3 }));
    await updateSaved(() => saved);
  });
  it('and takes it back', async () => {
    const undo = await restoreBackup(mine);
    expect([await readSettings(), await readSaved()]).toEqual([mine.settings, mine.saved]);
    await undo();
    expect([await readSettings(), await readSaved()]).toEqual([{ ...DEFAULT_SETTINGS, density: 3 }, saved]);
  });
  it('whole or not at all', async () => {
    const { set } = fakeBrowser.storage.local;
    const full = vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation(async (items) => {
      if ('saved' in items) throw new Error('QUOTA_BYTES quota exceeded');
      return set(items);
    });
    await expect(restoreBackup(mine)).rejects.toThrow('quota');
    full.mockRestore();
    expect([await readSettings(), await readSaved()]).toEqual([{ ...DEFAULT_SETTINGS, density: 3 }, saved]);
  });
});
