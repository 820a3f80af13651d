/**
 * Reading settings, without a validator, so that the content script stays small: what stands in the storage was
 * checked when it was written (settings-store.ts), and a key that is missing or of another kind counts as its default.
 */
import { browser } from 'wxt/browser';
import type { Settings } from './settings-schema';

export type { Settings } from './settings-schema';

/** The one key in `browser.storage.local`. */
export const SETTINGS_KEY = 'settings';

export const DEFAULT_SETTINGS: Settings = {
  version: 3,
  enabled: true,
  sites: {},
  pages: [],
  known: [],
  scope: 'article',
  occurrences: 'section',
  density: 20,
  supporting: 'cancer-pages',
  everyday: false,
  links: true,
  painter: 'highlight',
  style: 'underline',
  print: false,
  open: 'hover',
  theme: 'auto',
  language: 'auto',
  badge: true,
};

/** `[object Array]`, `[object Null]`, … */
const kindOf = (value: unknown): string => ({}).toString.call(value);

/** Stored settings over the defaults. Anything at all may come in. */
export function withDefaults(stored: unknown): Settings {
  const out = { ...DEFAULT_SETTINGS } as Record<string, unknown>;
  if (kindOf(stored) === kindOf(out)) {
    for (const [key, value] of Object.entries(stored as object))
      if (key !== 'version' && kindOf(value) === kindOf(out[key])) out[key] = value;
  }
  return out as Settings;
}

/** The settings as they stand. */
export async function readSettings(): Promise<Settings> {
  return withDefaults((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
}

/**
 * Calls back with the new settings after each change, whichever page of the extension made it.
 * @returns the undo
 */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[SETTINGS_KEY]) onChange(withDefaults(changes[SETTINGS_KEY].newValue));
  };
  // Kept, since an extension that has ended finds no `browser.storage` any more.
  const { onChanged } = browser.storage;
  onChanged.addListener(listener);
  return () => onChanged.removeListener(listener);
}

/** A page's address as `settings.pages` holds it: without its #fragment. */
export const pageKey = (href: string): string => href.split('#', 1)[0];

/** A page's key in `settings.sites`: host name and port; empty for addresses without a host, such as files. */
export function siteKey(href: string): string {
  try {
    return new URL(href).host;
  } catch {
    return '';
  }
}

/**
 * Which switch, if any, turns a page off; the widest comes first.
 * @param href the page's address
 * @param outer for a frame, the address of the page around it, if known
 */
export function offBy(
  settings: Settings,
  href: string,
  outer = '',
): 'everywhere' | 'site' | 'page' | undefined {
  if (!settings.enabled) return 'everywhere';
  const hrefs = outer ? [href, outer] : [href];
  if (hrefs.some((h) => settings.sites[siteKey(h)]?.off)) return 'site';
  return hrefs.some((h) => settings.pages.includes(pageKey(h))) ? 'page' : undefined;
}
