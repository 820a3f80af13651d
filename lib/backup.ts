import * as v from 'valibot';
import { type SavedTerm, savedListSchema } from './saved';
import type { Settings } from './settings';
import { migrate, NewerVersionError } from './settings-migrations';
import { settingsSchema } from './settings-schema';

/** The file's own version; the settings in it carry theirs. */
const FORMAT = 1;

const backupSchema = v.strictObject({
  app: v.literal('termlight', 'must be "termlight": this is another program’s file'),
  format: v.literal(FORMAT, `must be ${FORMAT}: the file was made by a newer Termlight`),
  exported: v.pipe(v.string(), v.isoTimestamp('must be a time such as 2026-11-23T12:00:00.000Z')),
  settings: settingsSchema,
  saved: savedListSchema,
});

export interface Backup {
  settings: Settings;
  saved: SavedTerm[];
}

/** What is wrong with a backup file: the place in it, such as `settings.density`, and the reason. */
export class BackupError extends Error {
  constructor(
    readonly place: string,
    readonly reason: string,
  ) {
    super(place ? `${place}: ${reason}` : reason);
    this.name = 'BackupError';
  }
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
    if (error instanceof NewerVersionError) throw new BackupError('settings.version', error.message);
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
  } catch (error) {
    throw new BackupError('', `The file is not JSON: ${(error as Error).message}`);
  }
  const parsed = v.safeParse(backupSchema, migrated(file));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new BackupError(v.getDotPath(issue) ?? '', issue.message);
  }
  const { settings, saved } = parsed.output;
  return { settings, saved };
}
