/** Why a candidate was accepted or not, as a code with its particulars; `explain` puts it into words. */
export interface Reason {
  code:
    | 'unambiguous'
    | 'page-says'
    | 'near'
    | 'medical-text'
    | 'page-says-other'
    | 'longer-name'
    | 'capitals'
    | 'beside-other'
    | 'code'
    | 'numeral'
    | 'citation'
    | 'near-other'
    | 'nothing-near';
  /** Words of the page that say so. */
  words?: string[];
}

const quoted = (words: string[] = []) => words.map((word) => `“${word}”`).join(', ');

/** A reason in words a reader understands, in English. */
export function explain({ code, words }: Reason): string {
  switch (code) {
    case 'unambiguous':
      return 'This term has one meaning.';
    case 'page-says':
      return `The page says what the letters stand for: ${quoted(words)}.`;
    case 'near':
      return `Words nearby fit this meaning: ${quoted(words)}.`;
    case 'medical-text':
      return 'The text around it is about medicine.';
    case 'page-says-other':
      return `The page says that the letters stand for something else: ${quoted(words)}.`;
    case 'longer-name':
      return 'The letters are part of a longer name.';
    case 'capitals':
      return 'The words around it are in capitals too, so the capitals mean nothing.';
    case 'beside-other':
      return `The word beside it gives it another meaning: ${quoted(words)}.`;
    case 'code':
      return 'It is written like computer code or an address.';
    case 'numeral':
      return 'It is a Roman numeral here.';
    case 'citation':
      return 'It stands in a list of sources, as initials or a volume.';
    case 'near-other':
      return `Words nearby point to another meaning: ${quoted(words)}.`;
    case 'nothing-near':
      return 'Nothing nearby speaks for this meaning.';
  }
}
