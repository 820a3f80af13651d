const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const END = '(?![\\p{L}\\p{N}])';
/** Below this a plural's s is the only ending. */
const ENDING_FROM = 4;

/**
 * What may follow a word and still belongs to it, as a part of a regular expression: a plural or an ending. Two letters and
 * more may also be the beginning of a word; a lone letter, or a word that ends with a sign, may not.
 */
function endingOf(word: string): string {
  if (word.length < 2 || !/\p{L}$/u.test(word)) return END;
  return `(?:${word.length < ENDING_FROM ? 's?' : '\\p{L}{0,3}'}${END})?`;
}

/**
 * An expression for some words, wherever they begin a word or are one.
 * @param words lower case, as a search gives them; signs belong to them ("ph+", "mrd-")
 */
export function patternOf(words: readonly string[]): RegExp {
  if (!words.length) return /(?!)/gu;
  const byEnding = new Map<string, string[]>();
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const ending = endingOf(word);
    byEnding.set(ending, [...(byEnding.get(ending) ?? []), escaped(word)]);
  }
  const one = [...byEnding].map(([ending, some]) => `(?:${some.join('|')})${ending}`);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${one.join('|')})`, 'giu');
}
