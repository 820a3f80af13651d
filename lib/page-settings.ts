import type { Settings } from './settings';

/**
 * The settings that every page reads. Written out here, and checked by hand, because the schema's library would be a
 * fifth of what every page loads; the background and the pages of the extension use the schema.
 */
type Plain = Pick<
  Settings,
  | 'enabled'
  | 'scope'
  | 'occurrences'
  | 'density'
  | 'supporting'
  | 'everyday'
  | 'links'
  | 'painter'
  | 'style'
  | 'print'
  | 'badge'
>;

export interface PageSettings extends Plain {
  /** Ids of concepts that are not lit here: known to the reader, or meant otherwise on this site. */
  hidden: ReadonlySet<string>;
}

const CHOICES: { [K in keyof Plain]: readonly Plain[K][] } = {
  enabled: [true, false],
  scope: ['article', 'page'],
  occurrences: ['section', 'every', 'page'],
  density: [12],
  supporting: ['cancer-pages', 'always', 'never'],
  everyday: [false, true],
  links: [true, false],
  painter: ['highlight', 'marks'],
  style: ['underline', 'tint', 'both'],
  print: [false, true],
  badge: [true, false],
};

type Loose = Record<string, unknown>;
const asObject = (value: unknown): Loose =>
  typeof value === 'object' && value !== null ? (value as Loose) : {};
const asIds = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];

/**
 * The settings as they hold on one site.
 * @param stored what `browser.storage.local` has under `settings`; a field that is missing or wrong counts as its default
 * @param host the site's host name
 */
export function pageSettings(stored: unknown, host: string): PageSettings {
  const from = asObject(stored);
  const out: Loose = {};
  for (const [name, choices] of Object.entries(CHOICES)) {
    const value = from[name];
    out[name] = (choices as readonly unknown[]).includes(value) ? value : choices[0];
  }
  const { density } = from;
  if (typeof density === 'number' && density >= 0 && density <= 100) out.density = density;
  const site = asObject(asObject(from.sites)[host]);
  if (site.off === true) out.enabled = false;
  return { ...(out as Plain), hidden: new Set([...asIds(from.known), ...asIds(site.wrong)]) };
}
