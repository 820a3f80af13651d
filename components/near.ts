import type { Note } from '../glossary/schema';
import { i18n } from '../lib/i18n';

/** What must stand near a term for a note, in words: "blinatumomab and Ph- ALL, or remission". */
export function nearInWords(near: Note['near'], termOf: (id: string) => string): string {
  const and = new Intl.ListFormat(i18n.t('locale'), { type: 'conjunction' });
  const or = new Intl.ListFormat(i18n.t('locale'), { type: 'disjunction' });
  return i18n.t('term.near', [or.format(near.map((ids) => and.format(ids.map(termOf))))]);
}
