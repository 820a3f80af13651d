import { SETTINGS_VERSION } from './settings-schema';

/** Takes settings of one version and returns them as the next version has them. */
export type Migration = (old: Record<string, unknown>) => Record<string, unknown>;

/** `MIGRATIONS[n]` leads from version n + 1 to n + 2. Shipped steps are never changed, only added to. */
export const MIGRATIONS: readonly Migration[] = [
  // The browser chooses the language, and nothing ever asked the setting.
  ({ language: _, ...others }) => others,
  // Now there is a choice.
  (settings) => ({ ...settings, language: 'auto' }),
];

/** Written by a newer version of Termlight than this one. */
export class NewerVersionError extends Error {
  constructor(readonly version: number) {
    super(`version ${version} is newer than this Termlight understands (${SETTINGS_VERSION})`);
    this.name = 'NewerVersionError';
  }
}

/**
 * Takes an object of any earlier version, step by step, to the present one.
 * @param stored an object with a `version`; without one it counts as version 1
 * @throws NewerVersionError
 */
export function migrate(
  stored: Record<string, unknown>,
  steps: readonly Migration[] = MIGRATIONS,
): Record<string, unknown> {
  const current = steps.length + 1;
  const version = Number.isInteger(stored.version) ? Number(stored.version) : 1;
  if (version > current) throw new NewerVersionError(version);
  let settings = stored;
  for (let at = Math.max(version, 1); at < current; at++)
    settings = { ...steps[at - 1](settings), version: at + 1 };
  return { ...settings, version: current };
}
