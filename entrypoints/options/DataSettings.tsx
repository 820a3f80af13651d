import { FileButton } from '../../components/FileButton';
import type { Notice } from '../../components/Notice';
import { BackupError, readBackup, restoreBackup, writeBackup } from '../../lib/backup';
import { faultInWords, PlainFault } from '../../lib/faults';
import { i18n } from '../../lib/i18n';
import type { SavedTerm } from '../../lib/saved';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings';
import { changeSettings } from '../../lib/settings-store';
import { MAX_FILE, offerFile } from '../pages/files';

interface Props {
  settings: Settings;
  saved: SavedTerm[];
  tell(notice: Notice): void;
  /** Waits for something to be kept, and tells where that failed. */
  attempt(work: Promise<unknown>): void;
}

const faultOf = (error: unknown): string =>
  error instanceof BackupError
    ? i18n.t(`options.badFile.${error.fault}`, [error.place])
    : faultInWords(error);

/** Everything the reader has made, as one file, and back; and the way back to the beginning. */
export function DataSettings({ settings, saved, tell, attempt }: Props) {
  const take = async (file: File) => {
    try {
      if (file.size > MAX_FILE) throw new PlainFault(i18n.t('saved.tooLarge'));
      const undo = await restoreBackup(readBackup(await file.text()));
      tell({ text: i18n.t('options.imported'), undo: () => attempt(undo()) });
    } catch (error) {
      tell({ bad: true, text: i18n.t('options.notImported', [file.name, faultOf(error)]) });
    }
  };
  const reset = async () => {
    const undo = await changeSettings(() => DEFAULT_SETTINGS);
    tell({ text: i18n.t('options.wasReset'), undo: () => attempt(undo()) });
  };
  return (
    <section class="tl-card-group">
      <h2>{i18n.t('options.data')}</h2>
      <p class="tl-hint">{i18n.t('options.dataHint')}</p>
      <div class="tl-buttons">
        <button
          type="button"
          class="tl-button"
          onClick={() =>
            offerFile(
              'termlight-backup.json',
              writeBackup({ settings, saved }, new Date()),
              'application/json',
            )
          }
        >
          {i18n.t('options.export')}
        </button>
        <FileButton label={i18n.t('options.import')} accept=".json" onFile={(file) => void take(file)} />
        <button type="button" class="tl-button" onClick={() => attempt(reset())}>
          {i18n.t('options.reset')}
        </button>
      </div>
    </section>
  );
}
