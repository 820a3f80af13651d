import { describe, expect, it, vi } from 'vitest';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const { BackupError, readBackup, writeBackup } = await import('../../lib/backup');
const { DEFAULT_SETTINGS } = await import('../../lib/settings');

const mine = {
  settings: {
    ...DEFAULT_SETTINGS,
    density: 7,
    sites: { 'a.example:8080': { off: true, wrong: ['dose'] } },
    pages: ['https://a.example/x?y=1'],
    known: ['fever'],
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
    ['', /not JSON/],
    ['{"app":', /not JSON/],
    ['[]', /^app: /],
    [JSON.stringify({ ...file, app: 'other' }), /^app: must be "termlight"/],
    [JSON.stringify({ ...file, format: 2 }), /^format: .*newer/],
    [JSON.stringify({ ...file, settings: { ...file.settings, version: 99 } }), /^settings\.version: .*newer/],
    [JSON.stringify({ ...file, settings: { ...file.settings, density: -3 } }), /^settings\.density: /],
    [JSON.stringify({ ...file, settings: { ...file.settings, scope: 'moon' } }), /^settings\.scope: /],
    [JSON.stringify({ ...file, settings: { ...file.settings, colour: 1 } }), /^settings\.colour: /],
    [
      JSON.stringify({ ...file, settings: { ...file.settings, known: ['fever', 7] } }),
      /^settings\.known\.1: /,
    ],
    [JSON.stringify({ ...file, settings: null }), /^settings: /],
    [JSON.stringify({ ...file, saved: [{ concept: 'platelet' }] }), /^saved\.0\.note: /],
    [
      JSON.stringify({ ...file, saved: [{ concept: '<b>', note: '' }] }),
      /^saved\.0\.concept: must be the id/,
    ],
    [JSON.stringify({ ...file, saved: undefined }), /^saved: /],
  ])('%s', (content, message) => expect(errorOf(content)).toMatch(message));
});
