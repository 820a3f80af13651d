/** Writing settings: from the extension's own pages and its background only. A content script sends a message instead. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { DEFAULT_SETTINGS, SETTINGS_KEY, type Settings } from './settings';
import { migrate, NewerVersionError } from './settings-migrations';
import {
  addressSchema,
  hostSchema,
  idSchema,
  MAX_LIST,
  settingEntries,
  settingsSchema,
} from './settings-schema';

type Sites = Settings['sites'];
type Raw = Record<string, unknown>;
const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The items of a list that are allowed. */
const goodItems = (list: unknown, item: v.GenericSchema<string>): string[] =>
  Array.isArray(list) ? list.filter((one) => v.is(item, one)).slice(0, MAX_LIST) : [];

/** What can be read of the rules of each site. */
function goodSites(sites: unknown): Sites {
  const good = Object.entries(isObject(sites) ? sites : {}).flatMap(([name, site]) =>
    v.is(hostSchema, name) && isObject(site)
      ? [[name, { off: site.off === true, wrong: goodItems(site.wrong, idSchema) }] as const]
      : [],
  );
  return Object.fromEntries(good);
}

/** The rules that a reader made one by one: a bad one takes no other along. */
const GOOD_PART: Partial<Record<string, (value: unknown) => unknown>> = {
  sites: goodSites,
  pages: (value) => goodItems(value, addressSchema),
  known: (value) => goodItems(value, idSchema),
};

/**
 * Makes settings of whatever stands in the storage: brings it to the present version, and puts a default in the
 * place of each value that is no longer allowed. Of the rules, those that are allowed stay.
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
    if (key === 'version') continue;
    if (parsed.success) out[key] = parsed.output;
    else if (GOOD_PART[key]) out[key] = GOOD_PART[key](raw[key]);
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

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** One list with what a change took out put back and what it put in taken out; anything else stays as it is now. */
function listBack(now: string[], before: string[], after: string[]): string[] {
  const out = now.filter((item) => before.includes(item) || !after.includes(item));
  before.forEach((item, at) => {
    if (!after.includes(item) && !out.includes(item)) out.splice(at, 0, item);
  });
  return out;
}

function sitesBack(now: Sites, before: Sites, after: Sites): Sites {
  const none: Sites[string] = { off: false, wrong: [] };
  const out = { ...now };
  for (const host of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [is, was, became] = [now, before, after].map((sites) => sites[host] ?? none);
    if (same(was, became)) continue;
    const site = {
      off: was.off === became.off ? is.off : was.off,
      wrong: listBack(is.wrong, was.wrong, became.wrong),
    };
    if (site.off || site.wrong.length) out[host] = site;
    else delete out[host];
  }
  return out;
}

/**
 * Takes one change back, for `updateSettings`: only what it changed, rule by rule, so that whatever was set since, here
 * or in another page, stays.
 * @param before the settings that the change found
 * @param after the settings that it left
 */
export function takenBack(now: Settings, before: Settings, after: Settings): Partial<Settings> {
  const changed = (Object.keys(before) as (keyof Settings)[]).filter((key) => !same(before[key], after[key]));
  return Object.fromEntries(
    changed.map((key) => {
      if (key === 'known' || key === 'pages') return [key, listBack(now[key], before[key], after[key])];
      if (key === 'sites') return [key, sitesBack(now.sites, before.sites, after.sites)];
      return [key, before[key]];
    }),
  );
}

/**
 * Changes settings, as `updateSettings` does.
 * @returns the way back: what `takenBack` gives
 */
export async function changeSettings(
  change: (settings: Settings) => Partial<Settings>,
): Promise<() => Promise<Settings>> {
  let before = DEFAULT_SETTINGS;
  const after = await updateSettings((settings) => {
    before = settings;
    return change(settings);
  });
  return () => updateSettings((now) => takenBack(now, before, after));
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
