import * as v from 'valibot';
import { LANGUAGES } from './languages';

/** Goes up by one with each step in `settings-migrations.ts`. */
export const SETTINGS_VERSION = 3;

export const MAX_LIST = 5000;
/** Addresses of searches and of signing in grow to thousands of characters. */
const MAX_ADDRESS = 10_000;
/** Of a concept. */
export const idSchema = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be the id of a term'));
const ids = v.pipe(v.array(idSchema), v.maxLength(MAX_LIST));
export const hostSchema = v.pipe(v.string(), v.regex(/^[^\s/]{1,255}$/, 'must be a host name'));
/** Of a page from the web, or from the reader's disk, and nothing that could be run. */
export const addressSchema = v.pipe(
  v.string(),
  v.maxLength(MAX_ADDRESS),
  v.url(),
  v.regex(/^(https?|file):\/\//i),
);

/** What holds on one site only. */
const siteSchema = v.strictObject({
  off: v.boolean(),
  /** Concepts that the reader said mean something else there. */
  wrong: ids,
});

/** Each setting by itself, so that one bad value can be told, or put right, without the others. */
export const settingEntries = {
  version: v.literal(SETTINGS_VERSION),
  /** Everywhere on or off. */
  enabled: v.boolean(),
  /** By host name, with the port if there is one. */
  sites: v.record(hostSchema, siteSchema),
  /** Addresses of single pages that are off, without their #fragment. */
  pages: v.pipe(v.array(addressSchema), v.maxLength(MAX_LIST)),
  /** Concepts the reader knows: never lit. */
  known: ids,
  scope: v.picklist(['article', 'page']),
  occurrences: v.picklist(['section', 'every', 'page']),
  /** At most so many lit terms in 100 words; 0 is no limit. */
  density: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  supporting: v.picklist(['cancer-pages', 'always', 'never']),
  everyday: v.boolean(),
  /** Light terms inside the page's links too. */
  links: v.boolean(),
  painter: v.picklist(['highlight', 'marks']),
  style: v.picklist(['underline', 'tint', 'both']),
  /** Keep the highlights when the page is printed. */
  print: v.boolean(),
  open: v.picklist(['hover', 'modifier', 'click']),
  theme: v.picklist(['auto', 'light', 'dark']),
  /** Of the interface; `auto` is the browser's. */
  language: v.picklist(['auto', ...LANGUAGES]),
  badge: v.boolean(),
};

/** Everything a reader can set. One object under the one key `settings` of `browser.storage.local`. */
export const settingsSchema = v.strictObject(settingEntries);
export type Settings = v.InferOutput<typeof settingsSchema>;
