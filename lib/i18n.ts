/**
 * The words of the interface, in the language that the reader chose. The browser's own i18n knows one language, its own;
 * where the reader wants another, its words are read from the same `_locales/` files that the browser reads.
 */
import { browser } from 'wxt/browser';
import { i18n as browsers } from '#i18n';
import { LANGUAGES, type Language } from './languages';

/** A locale's messages, by their key with underscores; the forms of a plural parted by ` | `. */
export type Words = Record<string, string>;

/** The chosen language's words; undefined while the browser's language is spoken. */
let words: Words | undefined;
let wanted = 'auto';
let coming = Promise.resolve();

/** Nought, one, or the rest: the three forms that a locale file gives; or one and the rest. */
function formFor(message: string, count: number): string {
  const forms = message.split(' | ');
  const at = forms.length > 2 ? count : count - 1;
  return forms[at] ?? forms[forms.length - 1];
}

/** What `t` of @wxt-dev/i18n does with the browser's message, done with one of `words`. */
function fill(message: string, args: readonly unknown[]): string {
  const count = args.find((arg) => typeof arg === 'number');
  const values = args.find(Array.isArray) ?? (count === undefined ? [] : [count]);
  const form = count === undefined ? message : formFor(message, count);
  return form.replace(/\$(\d)/g, (_, place) => String(values[Number(place) - 1] ?? ''));
}

const t = (key: string, ...args: unknown[]): string => {
  const message = words?.[key.replaceAll('.', '_')];
  return message === undefined
    ? (browsers.t as (key: string, ...args: unknown[]) => string)(key, ...args)
    : fill(message, args);
};

/** As `i18n` of @wxt-dev/i18n; what the chosen language lacks is said in the browser's. */
export const i18n = { t: t as typeof browsers.t };

/**
 * Reads a language's words from the extension's own files: for its pages and its background.
 * @throws TypeError when the extension was updated or removed meanwhile
 */
export async function readWords(language: Language): Promise<Words> {
  const file = await fetch(browser.runtime.getURL(`/_locales/${language}/messages.json` as '/popup.html'));
  const messages = (await file.json()) as Record<string, { message: string }>;
  return Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
}

async function change(language: string, read: (language: Language) => Promise<Words>): Promise<void> {
  const known = LANGUAGES.find((one) => one === language);
  const own = known === undefined || browsers.t('locale') === known.replace('_', '-');
  const next = own ? undefined : await read(known);
  // Of two wishes the later holds, whichever is read first.
  if (language === wanted) words = next;
}

/**
 * Speaks a language from now on. Where its words cannot be had, the language stays as it was.
 * @param language of the settings: `auto` is the browser's, and so is one that is not known
 * @param read where its words come from
 */
export function speak(language: string, read = readWords): Promise<void> {
  if (language === wanted) return coming;
  wanted = language;
  coming = change(language, read).catch(() => {
    // So that it can be tried again.
    if (language === wanted) wanted = '';
  });
  return coming;
}
