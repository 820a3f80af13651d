import type { Reason } from '../glossary/reasons';
import { i18n } from './i18n';
import { putIntoWords } from './reason-words';

/** A reason in words a reader understands, in the language of the interface. */
export const reasonInWords = (reason: Reason): string =>
  putIntoWords(reason, i18n.t as (key: string, values: string[]) => string);
