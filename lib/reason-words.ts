import type { Reason } from '../glossary/reasons';

/** The locales' words for each code. */
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

/**
 * A reason in words a reader understands. The page's own words stay as they are.
 * @param say the words of a locale for a key, with what is filled in
 */
export function putIntoWords(
  { code, words = [], about }: Reason,
  say: (key: string, values: [string, string]) => string,
): string {
  const topic = about ? say(`about.${about}`, ['', '']) : '';
  return say(KEYS[code], [words.map((word) => `“${word}”`).join(', '), topic]);
}
