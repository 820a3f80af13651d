import MiniSearch from 'minisearch';
import type { Card } from './compile';
import type { Block } from './schema';
import { british } from './spelling';

/** What the search needs of a card; the definition may be left out. */
export type SearchCard = Pick<Card, 'id' | 'term' | 'abbreviation' | 'forms' | 'search'> &
  Partial<Pick<Card, 'plain' | 'detail'>>;

export interface Hit {
  id: string;
  /** The name that fits the query best: the headword or one of the other names. */
  name: string;
  /** The query is one of its names, give or take spaces, case and a plural. */
  exact: boolean;
  /** One of its names has most of the query's words, give or take a letter; otherwise it is only the nearest there is. */
  sure: boolean;
  /** Words of the glossary that the query found, lower case: for marking them. */
  words: string[];
}

export interface Search {
  /**
   * @param query what the reader typed; of a long one only the beginning counts
   * @param limit at most so many hits
   * @returns the best first; none for a query without a letter or digit
   */
  find(query: string, limit?: number): Hit[];
}

/** Words that say what the reader wants to know, not about what. "it" and "all" are abbreviations here. */
const QUESTION_WORDS = new Set(
  'a an and are can do does for how i in is me mean meaning means my of on or that the this to what whats when which who why with definition define explain stand stands'.split(
    ' ',
  ),
);

const DASHES = /[-\u2010-\u2015\u2212]/g;

/** Lower case, without accents, one kind of dash and apostrophe. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(DASHES, '-')
    .replace(/[\u2018\u2019]/g, "'");

/** The words of a text; a sign that ends a word belongs to it (Ph+, Ph-, CD19+). */
const wordsOf = (text: string): string[] =>
  plain(text).match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?(?:\+|-(?![\p{L}\p{N}]))?/gu) ?? [];

/** One form for singular and plural. Not a stemmer: a drug's name must stay whole. */
function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

const keyOf = (words: string[]) => words.map(singular).join(' ');
/** Spaces and hyphens are as people please: "car-t", "cart", "CD 19". */
const squeezed = (key: string) => key.replace(/ /g, '');

const textOf = (blocks: Block[] = []) =>
  blocks.map((b) => b.spans.map((s) => (typeof s === 'string' ? s : s.text)).join('')).join(' ');

interface Entry {
  key: number;
  id: string;
  /** Empty for the entry that holds the definition. */
  name: string;
  text: string;
}

interface Found {
  score: number;
  exact: boolean;
  name: string;
  nameScore: number;
  words: Set<string>;
}

/** How a name counts: the headword before other names, these before lay words, all before the definition. */
const WEIGHT = { headword: 1.15, name: 1, lay: 0.95, text: 0.35 };
/** Above everything that words in common can earn. */
const EXACT = 1000;
const EXACT_SQUEEZED = 900;
/** A name that begins with the whole query. */
const BEGINS = 2.5;
/** A name that begins with the query, though none of its words was found whole, by the share that is typed. */
const BEGUN = 40;
/** A name that is the whole query but for a few letters counts so many times more, less with each letter. */
const NEARLY = 2.5;
/** Shorter words are met as they stand: there is too much that they begin, or nearly are, and finding it all takes time. */
const PREFIX_FROM = 3;
/** How long a word must be for one letter, and for two, to be wrong in it. */
const ONE_EDIT_FROM = 5;
const TWO_EDITS_FROM = 10;
/** How long a word must be for two letters to be wrong in what is near it, though no answer. */
const NEAR_FROM = 8;
/** Two swapped letters are two to the index, so the words that a swap makes are looked for by themselves; shorter words are too much alike. */
const SWAP_FROM = 4;
/** Of a whole name, spaces and all, more letters may be wrong. */
const NAME_EDITS_SHARE = 0.25;
const MAX_EDITS = 3;
/** More than this share of the query's words must stand in a name that answers it. */
const SURE_SHARE = 0.5;
const DEFAULT_LIMIT = 30;
/** What follows in a longer query, such as a paragraph that was pasted, is passed over: each word costs time. UTF-16 units. */
const MAX_QUERY = 100;

/** Written as an abbreviation is: one short word with two capital letters (CRi). */
const ABBREVIATION = /^(?=.*\p{Lu}.*\p{Lu})[\p{L}\p{N}]{2,4}$/u;

const editsAllowed = (word: string) =>
  word.length >= TWO_EDITS_FROM ? 2 : word.length >= ONE_EDIT_FROM ? 1 : 0;

/** A word, and its plural, with each two neighbouring letters swapped in turn, as `singular` makes them. */
const swapped = (word: string): string[] =>
  [word, `${word}s`].flatMap((form) =>
    Array.from(form.slice(1), (_, i) =>
      singular(form.slice(0, i) + form[i + 1] + form[i] + form.slice(i + 2)),
    ),
  );

/**
 * How many letters must be changed, put in, left out or swapped with their neighbour to make `b` of `a` (optimal string
 * alignment), or `most + 1` where it is more than `most`.
 */
function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

/** Whether a name has most of the words that were asked for: whole, begun, or nearly so. All are keys, as `keyOf` makes them. */
function answers(name: string, words: string[]): boolean {
  const parts = name.split(' ');
  const met = words.filter((word) =>
    parts.some((part) => {
      if (part === word || (word.length >= PREFIX_FROM && part.startsWith(word))) return true;
      const most = editsAllowed(word);
      return most > 0 && editsBetween(word, part, most) <= most;
    }),
  );
  return met.length / words.length > SURE_SHARE;
}

/** Builds the reference search over all concepts: names, abbreviations, brands, lay words, definitions. */
export function createSearch(cards: readonly SearchCard[]): Search {
  const building = buildSearch(cards);
  let step = building.next();
  while (!step.done) step = building.next();
  return step.value;
}

/** Builds the reference search in steps of a concept each, a fraction of a millisecond, for when there is time. */
export function* buildSearch(cards: readonly SearchCard[]): Generator<undefined, Search> {
  const entries: Entry[] = [];
  const keys: string[] = [];
  const weights: number[] = [];
  const namesOf = new Map<string, string[]>();
  const exact = new Map<string, string>();
  const exactSqueezed = new Map<string, string>();

  /** Every word of the index. */
  const vocabulary = new Set<string>();
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['name', 'text'],
    storeFields: [],
    tokenize: (text) => wordsOf(text).map(singular),
    processTerm: (word) => {
      vocabulary.add(word);
      return word;
    },
    searchOptions: {
      boost: { name: 3, text: 1 },
      prefix: (word) => word.length >= PREFIX_FROM,
      fuzzy: (word) => (word.length >= NEAR_FROM ? 2 : editsAllowed(word) || false),
      processTerm: (word) =>
        word.length < SWAP_FROM || vocabulary.has(word)
          ? word
          : [word, ...new Set(swapped(word).filter((other) => vocabulary.has(other)))],
      combineWith: 'OR',
    },
  });

  for (const card of cards) {
    const begun = entries.length;
    const add = (name: string, text: string, weight: number) => {
      const key = keyOf(wordsOf(name));
      weights.push(weight);
      keys.push(key);
      entries.push({ key: entries.length, id: card.id, name, text });
      if (!name) return;
      namesOf.set(card.id, [...(namesOf.get(card.id) ?? []), key]);
      if (!exact.has(key)) exact.set(key, card.id);
      if (!exactSqueezed.has(squeezed(key))) exactSqueezed.set(squeezed(key), card.id);
    };
    const names = [card.term, ...(card.abbreviation ? [card.abbreviation] : []), ...card.forms];
    for (const name of new Set(names)) {
      add(name, '', name === card.term ? WEIGHT.headword : WEIGHT.name);
      const other = british(name);
      if (other) add(other, '', WEIGHT.name);
    }
    for (const name of card.search) add(name, '', WEIGHT.lay);
    add('', `${textOf(card.plain)} ${textOf(card.detail)}`, WEIGHT.text);
    index.addAll(entries.slice(begun));
    yield;
  }

  function isSure(id: string, key: string, abbreviation: boolean): boolean {
    // Of an abbreviation, a longer word that begins like it says nothing.
    if (abbreviation) return (namesOf.get(id) ?? []).some((name) => name.split(' ').includes(key));
    const asked = key.split(' ');
    const most = editsAllowed(key);
    return (namesOf.get(id) ?? []).some(
      (name) => name.startsWith(key) || editsBetween(key, name, most) <= most || answers(name, asked),
    );
  }

  function find(query: string, limit = DEFAULT_LIMIT): Hit[] {
    const all = wordsOf(query.slice(0, MAX_QUERY));
    const asked = all.filter((word) => !QUESTION_WORDS.has(word));
    const words = asked.length ? asked : all;
    if (!words.length) return [];
    const key = keyOf(words);
    const abbreviation = ABBREVIATION.test(query.trim());
    const best = new Map<string, Found>();
    const most = Math.min(MAX_EDITS, Math.round(key.length * NAME_EDITS_SHARE));
    for (const result of index.search(words.join(' '))) {
      const { id, name } = entries[result.id];
      // A word and what a swap makes of it may both be there.
      const found = Math.min(1, new Set(result.queryTerms).size / words.length);
      let score = result.score * weights[result.id] * found ** 2;
      if (keys[result.id].startsWith(key)) score *= BEGINS;
      const edits = editsBetween(key, keys[result.id], most);
      if (edits <= most) score *= 1 + (NEARLY - 1) * (1 - edits / (most + 1));
      const hit = best.get(id) ?? { score: 0, exact: false, name: '', nameScore: 0, words: new Set() };
      best.set(id, hit);
      hit.score = Math.max(hit.score, score);
      if (name && score > hit.nameScore) Object.assign(hit, { name, nameScore: score });
      for (const word of result.terms) hit.words.add(word);
    }
    keys.forEach((name, i) => {
      if (!name.startsWith(key)) return;
      const { id } = entries[i];
      const score = (BEGUN * weights[i] * key.length) / name.length;
      const hit = best.get(id) ?? { score: 0, exact: false, name: '', nameScore: 0, words: new Set(words) };
      best.set(id, hit);
      hit.score = Math.max(hit.score, score);
      if (score > hit.nameScore) Object.assign(hit, { name: entries[i].name, nameScore: score });
    });
    // A name may hold words that look like a question's: "i.t.".
    const whole = keyOf(all);
    for (const [map, bonus, of] of [
      [exact, EXACT, whole],
      [exact, EXACT, key],
      [exactSqueezed, EXACT_SQUEEZED, squeezed(key)],
    ] as const) {
      const id = map.get(of);
      if (id === undefined) continue;
      const hit = best.get(id) ?? { score: 0, exact: true, name: '', nameScore: 0, words: new Set(words) };
      best.set(id, hit);
      hit.score = Math.max(hit.score, bonus);
      hit.exact = true;
    }
    return [...best]
      .sort(([, a], [, b]) => b.score - a.score)
      .slice(0, limit)
      .map(([id, hit]) => ({
        id,
        name: hit.name,
        exact: hit.exact,
        sure: hit.exact || isSure(id, key, abbreviation),
        words: [...hit.words],
      }));
  }

  return { find };
}
