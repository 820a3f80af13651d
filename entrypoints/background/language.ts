import { speak } from '../../lib/i18n';
import { readSettings, watchSettings } from '../../lib/settings';

/** Speaks the language of the settings. */
export const speakAsSet = async (): Promise<void> => speak((await readSettings()).language);

/** Calls back when another language may be spoken: what a worker spoke before it slept is not known. */
export function onLanguage(tell: () => void): void {
  watchSettings(({ language }) => speak(language).then(tell));
}
