import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const YAML = `
locale: LOCALE
card:
  close: Close in LOCALE
search:
  none: Nothing for “$1” in LOCALE
  count:
    0: none in LOCALE
    1: one in LOCALE
    n: $1 in LOCALE
term:
  onPage:
    1: once
    n: $1 times
`;
const messagesOf = (language: string) =>
  generateChromeMessages(parseMessagesText(YAML.replaceAll('LOCALE', language), 'YAML'));

/** The browser speaks English: its own i18n, as the library asks it. */
const getMessage = (key: string, values: string[] = []) =>
  messagesOf('en')[key]?.message.replace(/\$(\d)/g, (_, place) => values[Number(place) - 1] ?? '') ?? '';
vi.stubGlobal('chrome', { runtime: { id: 'x' }, i18n: { getMessage } });
vi.mock('#i18n', async () => ({ i18n: (await import('@wxt-dev/i18n')).createI18n() }));
vi.mock('wxt/browser', () => ({ browser: { runtime: { getURL: (path: string) => `ext:${path}` } } }));

type Module = typeof import('../../lib/i18n');
let i18n: Module['i18n'];
let speak: Module['speak'];
const asked: string[] = [];
beforeEach(async () => {
  vi.resetModules();
  asked.length = 0;
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return { json: async () => messagesOf(url.split('/')[2]) };
  });
  ({ i18n, speak } = await import('../../lib/i18n'));
});

const SAYS = [
  ['a plain text', () => i18n.t('card.close'), 'Close in'],
  ['what is filled in', () => i18n.t('search.none', ['a $1 b']), 'Nothing for “a $1 b” in'],
  ['none', () => i18n.t('search.count', 0), 'none in'],
  ['one', () => i18n.t('search.count', 1), 'one in'],
  ['many', () => i18n.t('search.count', 12), '12 in'],
] as const;

describe.each(['auto', 'en', 'es'])('with %s chosen', (choice) => {
  const language = choice === 'es' ? 'es' : 'en';
  it.each(SAYS)('says %s', async (_, say, text) => {
    await speak(choice);
    expect(say()).toBe(`${text} ${language}`);
  });
});

it.each([
  [1, 'once'],
  [2, '2 times'],
  [0, '0 times'],
])('of two forms takes the one for %d', async (count, text) => {
  await speak('es');
  expect(i18n.t('term.onPage', count)).toBe(text);
});

it('reads no file for the language that the browser speaks anyway', async () => {
  await speak('auto');
  await speak('en');
  expect(asked).toEqual([]);
});

it('goes from one language to the other and back', async () => {
  await speak('es');
  expect(asked).toEqual(['ext:/_locales/es/messages.json']);
  expect(i18n.t('locale')).toBe('es');
  await speak('auto');
  expect(i18n.t('locale')).toBe('en');
});

it('of two wishes the later holds, though the earlier is read later', async () => {
  let arrive: (() => void) | undefined;
  const early = speak('es', () => new Promise((done) => (arrive = () => done({ locale: 'es' }))));
  const late = speak('auto');
  arrive?.();
  await Promise.all([early, late]);
  expect(i18n.t('locale')).toBe('en');
});

it('stays with the language it had where the words cannot be read, and tries again', async () => {
  await speak('es', () => Promise.reject(new TypeError('gone')));
  expect(i18n.t('locale')).toBe('en');
  await speak('es');
  expect(i18n.t('locale')).toBe('es');
});

it('speaks the browser’s language for one that it does not know', async () => {
  await speak('tlh');
  expect(i18n.t('locale')).toBe('en');
});

it('says in the browser’s language what the chosen one lacks', async () => {
  await speak('es', async () => ({ locale: 'es' }));
  expect(i18n.t('card.close')).toBe('Close in en');
});
