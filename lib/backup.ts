import * as v from 'valibot';
import { replaceSaved, type SavedTerm, savedListSchema } from './saved';
import type { Settings } from './settings';
import { migrate, NewerVersionError } from './settings-migrations';
import { settingsSchema } from './settings-schema';
import { changeSettings } from './settings-store';

/** The file's own version; the settings in it carry theirs. */
const FORMAT = 1;

const backupSchema = v.strictObject({
  app: v.literal('termlight'),
  format: v.literal(FORMAT),
  exported: v.pipe(v.string(), v.isoTimestamp()),
  settings: settingsSchema,
  saved: savedListSchema,
});

export interface Backup {
  settings: Settings;
  saved: SavedTerm[];
}

/** What can be wrong with a backup file; `options.badFile` of the locales says each in words, where it has one, with its place. */
export type BackupFault = 'json' | 'foreign' | 'newer' | 'missing' | 'unknown' | 'value';

/** What is wrong with a backup file, and the place in it, such as `settings.density`. */
export class BackupError extends Error {
  constructor(
    readonly place: string,
    readonly fault: BackupFault,
  ) {
    super(`${place}: ${fault}`);
    this.name = 'BackupError';
  }
}

function faultOf(issue: v.BaseIssue<unknown>, place: string): BackupFault {
  if (place === 'app' || place === '') return 'foreign';
  if (issue.received === 'undefined') return 'missing';
  if (place === 'format') return 'newer';
  return issue.type === 'strict_object' && issue.expected === 'never' ? 'unknown' : 'value';
}

/** Everything a reader has made, as the text of one JSON file. */
export function writeBackup({ settings, saved }: Backup, now: Date): string {
  const file = { app: 'termlight', format: FORMAT, exported: now.toISOString(), settings, saved };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function migrated(file: unknown): unknown {
  if (typeof file !== 'object' || file === null || !('settings' in file)) return file;
  const { settings } = file;
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) return file;
  try {
    return { ...file, settings: migrate(settings as Record<string, unknown>) };
  } catch (error) {
    if (error instanceof NewerVersionError) throw new BackupError('settings.version', 'newer');
    throw error;
  }
}

/**
 * Reads a file that `writeBackup` wrote, of this version or an earlier one.
 * @throws BackupError naming the first place that is wrong
 */
export function readBackup(text: string): Backup {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new BackupError('', 'json');
  }
  const parsed = v.safeParse(backupSchema, migrated(file));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const place = v.getDotPath(issue) ?? '';
    throw new BackupError(place, faultOf(issue, place));
  }
  const { settings, saved } = parsed.output;
  return { settings, saved };
}

/**
 * Puts a backup in the place of settings and saved terms. Where one of the two cannot be written, neither is.
 * @returns the way back, for both
 */
export async function restoreBackup({ settings, saved }: Backup): Promise<() => Promise<unknown>> {
  const undoSettings = await changeSettings(() => settings);
  const undoSaved = await replaceSaved(saved).catch(async (error) => {
    await undoSettings();
    throw error;
  });
  return () => Promise.all([undoSettings(), undoSaved()]);
}
