/**
 * A list of words as one string, made to be short. Before each word stands a character that tells how much of the word before
 * it begins with, too, and is left out (front coding). Before the words stand characters, each with the pair of characters in
 * whose place it stands in them.
 */

/** By how many letters a word shares with the one before: the character that tells so. */
const SHARED = '<=>?@[]^_';
/** What no form may hold, therefore. */
export const UNFIT = /[<-@[\]^_]/;
const SHARING_WORD = /[<-@[\]^_][^<-@[\]^_]*/g;

/** What may stand for a pair of characters, where no word holds it. */
const FREE = ' !"#%&*,;{|}~\'JKUYZQXWVGjqABCDEFHILMNOPRST';
/** A pair takes three characters to say. */
const WORTH_A_PAIR = 5;

function frontCoded(words: readonly string[]): string {
  let before = '';
  return words
    .map((word) => {
      if (UNFIT.test(word)) throw new Error(`“${word}” holds a character that the table of forms needs`);
      let shared = 0;
      while (shared < SHARED.length - 1 && shared < word.length && word[shared] === before[shared]) shared++;
      before = word;
      return SHARED[shared] + word.slice(shared);
    })
    .join('');
}

/** The pair of characters that stands most often in a text, with how often; none holds the first character of `SHARED`. */
function mostFrequentPair(text: string): [pair: string, count: number] {
  const counts = new Map<string, number>();
  for (let i = 1; i < text.length; i++) {
    const pair = text.slice(i - 1, i + 1);
    if (!pair.includes(SHARED[0])) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let best: [string, number] = ['', 0];
  for (const entry of counts) if (entry[1] > best[1]) best = entry;
  return best;
}

/**
 * Puts a character that stands nowhere else in the place of each frequent pair, as long as there are such characters (byte-pair
 * encoding: Gage, A New Algorithm for Data Compression, 1994). Before the text stand the characters, each with its pair.
 */
function paired(text: string): string {
  const free = [...FREE].filter((sign) => !text.includes(sign));
  let pairs = '';
  let out = text;
  for (const sign of free) {
    const [pair, count] = mostFrequentPair(out);
    if (count < WORTH_A_PAIR) break;
    pairs += sign + pair;
    out = out.replaceAll(pair, () => sign);
  }
  return pairs + out;
}

/**
 * Writes a list of words; the more of them are sorted, the shorter it is.
 * @throws Error when a word holds a character that tells something
 */
export const packWordList = (words: readonly string[]): string => paired(frontCoded(words));

/** Reads a list that `packWordList` wrote. */
export function wordsOf(text: string): string[] {
  const begin = text.indexOf(SHARED[0]);
  let coded = text.slice(begin);
  for (let i = begin - 3; i >= 0; i -= 3) coded = coded.split(text[i]).join(text.slice(i + 1, i + 3));
  let word = '';
  return (coded.match(SHARING_WORD) ?? []).map((part) => {
    word = word.slice(0, SHARED.indexOf(part[0])) + part.slice(1);
    return word;
  });
}
