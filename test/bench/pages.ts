/** Pages to measure on: generated, the same ones every time. */

/** The words between the terms. */
export const WORDS =
  'the a of and to in for with on that it was as by from this had but not they she were her his which their one we all been has when who will more no out so up said what its about into than them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many off before must well back through years where much your way down should because long each just state those people too mr how little good world make very year still see own work men day get here old life both between being under three never know same last another while us might great go come since against right came take used himself few house american use place during high without again home around small however found part school general went say upon war every don got united left number course city water until always away something fact water though less public put think almost hand enough far took head yet government system better set told nothing night end why called find going look asked later point knew next program give group toward room young social several business seemed morning garden window letter market bridge'.split(
    ' ',
  );

/** A small generator of pseudo-random numbers in [0, 1): mulberry32, public domain. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const MARKUP = ['b', 'i', 'em', 'strong', 'span', 'a href="#"'];

export interface PageOptions {
  /** About so many characters of text. */
  characters: number;
  /** What is strewn in, one in about `wordsATerm` words; none leaves the page without terms. */
  terms: readonly string[];
  wordsATerm: number;
  /** Elements a paragraph: more of them, with less text in each, make a page of many nodes. */
  inlineEvery?: number;
}

/** An article of sections, paragraphs and inline markup. */
export function makePage({ characters, terms, wordsATerm, inlineEvery = 14 }: PageOptions): string {
  const random = randomFrom(20261123);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)];
  const out: string[] = [];
  let length = 0;
  for (let paragraph = 0; length < characters; paragraph++) {
    if (paragraph % 6 === 0) out.push(`<h2>${pick(WORDS)} ${pick(WORDS)} ${pick(WORDS)}</h2>`);
    const words: string[] = [];
    for (let i = 0; i < 90; i++) {
      const word = terms.length && random() < 1 / wordsATerm ? pick(terms) : pick(WORDS);
      length += word.length + 1;
      const markup = random() < 1 / inlineEvery ? pick(MARKUP) : '';
      words.push(markup ? `<${markup}>${word}</${markup.split(' ')[0]}>` : word);
    }
    out.push(`<p>${words.join(' ')}.</p>`);
  }
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A measured page</title><link rel="icon" href="data:,"></head><body><main id="page">${out.join('\n')}</main></body></html>`;
}
