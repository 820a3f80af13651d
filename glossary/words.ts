import { withoutInvisible } from './characters';

/** Words as a reader takes them: letter case, kinds of dash and space, and invisible characters don't count. */
function bare(words: string): string {
  return withoutInvisible(words.toLowerCase())
    .replace(/[\s\u00a0\u2010-\u2015-]+/g, ' ')
    .trim();
}

/** Whether two spellings are one to a reader: letter case, dashes and the plural's s aside. */
export function sameWords(a: string, b: string): boolean {
  const [x, y] = [bare(a), bare(b)];
  return x === y || `${x}s` === y || x === `${y}s`;
}

/** Whether a headword says a form on the page already: it is the same words, or begins with them. */
export function isToldBy(form: string, headword: string): boolean {
  return sameWords(form, headword) || bare(headword).startsWith(`${bare(form)} `);
}
