import * as v from 'valibot';

export const SETTINGS_VERSION = 1;

const ids = v.optional(v.array(v.string()), []);

/** Everything a reader can set. One object under the one key `settings` of `browser.storage.local`. */
export const settingsSchema = v.object({
  version: v.optional(v.literal(SETTINGS_VERSION), SETTINGS_VERSION),
  /** Everywhere on or off. */
  enabled: v.optional(v.boolean(), true),
  /** What holds on one site only, by host name. `wrong`: concepts the reader said are meant otherwise there. */
  sites: v.optional(v.record(v.string(), v.object({ off: v.optional(v.boolean(), false), wrong: ids })), {}),
  /** Concepts the reader knows: never lit. */
  known: ids,
  scope: v.optional(v.picklist(['article', 'page']), 'article'),
  occurrences: v.optional(v.picklist(['section', 'every', 'page']), 'section'),
  /** At most so many lit terms in 100 words; 0 is no limit. */
  density: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100)), 12),
  supporting: v.optional(v.picklist(['cancer-pages', 'always', 'never']), 'cancer-pages'),
  everyday: v.optional(v.boolean(), false),
  links: v.optional(v.boolean(), true),
  painter: v.optional(v.picklist(['highlight', 'marks']), 'highlight'),
  style: v.optional(v.picklist(['underline', 'tint', 'both']), 'underline'),
  print: v.optional(v.boolean(), false),
  open: v.optional(v.picklist(['hover', 'modifier', 'click']), 'hover'),
  theme: v.optional(v.picklist(['auto', 'light', 'dark']), 'auto'),
  badge: v.optional(v.boolean(), true),
  language: v.optional(v.picklist(['auto', 'en']), 'auto'),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = v.parse(settingsSchema, {});
