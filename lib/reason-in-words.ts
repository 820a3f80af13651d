import { i18n } from '#i18n';
import type { Reason } from '../glossary/reasons';

/** The locales' words for each code; `explain` of the glossary has them for the command line. */
export const KEYS = {
  unambiguous: 'reason.unambiguous',
  'page-says': 'reason.pageSays',
  near: 'reason.near',
  'medical-text': 'reason.medicalText',
  'cancer-text': 'reason.cancerText',
  'page-says-other': 'reason.pageSaysOther',
  'longer-name': 'reason.longerName',
  capitals: 'reason.capitals',
  'beside-other': 'reason.besideOther',
  code: 'reason.code',
  numeral: 'reason.numeral',
  citation: 'reason.citation',
  'near-other': 'reason.nearOther',
  'nothing-near': 'reason.nothingNear',
} as const satisfies Record<Reason['code'], string>;

/** A reason in words a reader understands, in the language of the interface. The page's own words stay as they are. */
export function reasonInWords({ code, words = [], about = '' }: Reason): string {
  return i18n.t(KEYS[code], [words.map((word) => `“${word}”`).join(', '), about]);
}
