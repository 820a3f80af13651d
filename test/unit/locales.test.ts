import { readdirSync, readFileSync } from 'node:fs';
import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { parseContext } from '../../glossary/context-source';
import { REASON_CODES } from '../../glossary/reasons';
import { LANGUAGES } from '../../lib/languages';
import { KEYS } from '../../lib/reason-words';
import { explain } from '../../scripts/explain';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

/** What the browser is given: key → message, the forms of a plural joined. */
function messagesOf(language: string): Record<string, string> {
  const messages = generateChromeMessages(parseMessagesText(read(`locales/${language}.yml`), 'YAML'));
  return Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
}
const english = messagesOf('en');
const placesIn = (message: string) => [...new Set(message.match(/\$\d|%s/g) ?? [])].sort();
const formsIn = (message: string) => message.split(' | ').length;

it('the languages that can be chosen are those that there are words for', () => {
  expect([...LANGUAGES].sort()).toEqual(
    readdirSync(new URL('locales/', ROOT))
      .map((name) => name.replace('.yml', ''))
      .sort(),
  );
});

describe.each(LANGUAGES)('%s', (language) => {
  const messages = messagesOf(language);
  it('has just the words that English has', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });
  it('has a text for each, with the same places to fill in and the same forms of a plural', () => {
    const odd = Object.keys(english).filter(
      (key) =>
        !messages[key]?.trim() ||
        placesIn(messages[key]).join() !== placesIn(english[key]).join() ||
        formsIn(messages[key]) !== formsIn(english[key]),
    );
    expect(odd).toEqual([]);
  });
  it('describes itself to the shops in at most 132 characters', () => {
    expect(messages.extDescription.length).toBeLessThanOrEqual(132);
  });
  it('says what each topic against a meaning is about', () => {
    const { topics } = parseContext(read('glossary/context.yaml'));
    const against = Object.keys(topics).filter((name) => !/cancer|medicine/.test(topics[name].speaks));
    expect(
      Object.keys(messages)
        .filter((key) => key.startsWith('about_'))
        .map((key) => key.replace('about_', ''))
        .sort(),
    ).toEqual(against.sort());
  });
});

describe('a reason in words', () => {
  it.each(REASON_CODES)('there is a sentence for %s', (code) => {
    expect(english[KEYS[code].replace('.', '_')]).toMatch(/\.$/);
    expect(explain({ code, words: ['blast'], about: 'money' })).not.toMatch(/\$\d|undefined/);
  });
  it('names the page’s words and what they are about, whatever they are', () => {
    expect(explain({ code: 'near-other', words: ['blast', '$2'], about: 'money' })).toBe(
      'Words nearby are about money and business: “blast”, “$2”.',
    );
  });
});
