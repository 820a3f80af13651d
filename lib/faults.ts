import * as v from 'valibot';
import { i18n } from './i18n';

/** Its message is for the reader, in the reader's language. */
export class PlainFault extends Error {}

/** What went wrong when something was to be read or kept, in words a reader understands. */
export function faultInWords(error: unknown): string {
  if (error instanceof PlainFault) return error.message;
  if (error instanceof v.ValiError) {
    const [issue] = error.issues;
    if (issue.type === 'max_length' && Array.isArray(issue.input)) return i18n.t('fault.many');
    return i18n.t('fault.value', [v.getDotPath(issue) ?? '']);
  }
  const { name, message } = error as Error;
  if (name === 'NotReadableError' || name === 'NotFoundError') return i18n.t('fault.file');
  if (/quota/i.test(name + message)) return i18n.t('fault.full');
  return i18n.t('fault.other', [message]);
}
