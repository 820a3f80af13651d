/** Writing settings: from the extension's own pages and its background only. A content script sends a message instead. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { DEFAULT_SETTINGS, SETTINGS_KEY, type Settings } from './settings';
import { migrate, NewerVersionError } from './settings-migrations';
import { settingEntries, settingsSchema } from './settings-schema';

type Raw = Record<string, unknown>;
const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Makes settings of whatever stands in the storage: brings it to the present version, and puts a default in the
 * place of each value that is no longer allowed.
 */
export function repairSettings(stored: unknown): Settings {
  if (!isObject(stored)) return DEFAULT_SETTINGS;
  let raw = stored;
  try {
    raw = migrate(stored);
  } catch (error) {
    // After a step back to an older Termlight, what it still understands is kept.
    if (!(error instanceof NewerVersionError)) throw error;
  }
  const out: Raw = { ...DEFAULT_SETTINGS };
  for (const [key, schema] of Object.entries(settingEntries)) {
    const parsed = v.safeParse(schema as v.GenericSchema, raw[key]);
    if (key !== 'version' && parsed.success) out[key] = parsed.output;
  }
  return out as Settings;
}

/** All of the extension's pages and its worker share one origin, and with it this lock. */
export const withLock = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(`termlight-${name}`, work) as Promise<T>;

/**
 * Changes settings. Read, change and write happen under one lock, so that two pages that write at once both count.
 * @param change gets the present settings and returns what is to be different
 * @returns the settings as written
 * @throws v.ValiError when the change is not allowed; nothing is written then
 */
export function updateSettings(change: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  return withLock(SETTINGS_KEY, async () => {
    const stored = (await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY];
    const settings = repairSettings(stored);
    const next = v.parse(settingsSchema, { ...settings, ...change(settings) });
    await browser.storage.local.set({ [SETTINGS_KEY]: next });
    return next;
  });
}

/** What holds on one site, changed in a copy; a site where nothing special holds any more is dropped. */
export function withSite(
  settings: Settings,
  host: string,
  change: (site: Settings['sites'][string]) => Settings['sites'][string],
): Pick<Settings, 'sites'> {
  const { [host]: site = { off: false, wrong: [] }, ...others } = settings.sites;
  const next = change(site);
  return { sites: next.off || next.wrong.length ? { ...others, [host]: next } : others };
}

/** A list with or without one item. */
export const toggled = (list: readonly string[], item: string, on: boolean): string[] => {
  const others = list.filter((other) => other !== item);
  return on ? [...others, item] : others;
};
