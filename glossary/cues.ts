import { type Beside, besideOf } from './beside';
import { FOLDED } from './characters';
import { HASH_BITS, HASH_SEED } from './hash';

/**
 * What the context is judged by, as one string made by `compileContext`, by lines: a letter a topic, its kind; the names of
 * the topics that speak against a meaning, in their places, parted by tabs; how many words each has; the codes of all words
 * (see `packWords`), those of the topics first. Then the numbers of the concepts that any medicine shares, of those whose
 * forms are everyday words, and of the telling ones; the patterns of the forms that are `sure`, `guarded`, `wary` and in need of
 * their `hyphen`. Then a line a concept with ambiguous forms: its number, the numbers of the topics against it and of
 * its own cue words, the words themselves where they are wanted, and the four lists of words beside it (see `packBeside`).
 * Numbers are parted by blanks, patterns and fields by tabs.
 */
export type ContextTable = string;

/** What a topic speaks of: `c`ancer, `m`edicine, `o`ther care (another field of medicine), another `i`llness, `n`othing by itself,
 * `e`lsewhere (not medicine). */
export type TopicKind = 'c' | 'm' | 'o' | 'i' | 'n' | 'e';

export interface ConceptContext {
  /** By topic number: 1 where the topic is against the concept's meaning. */
  against: Uint8Array;
  /** Numbers of its own cue words. */
  own: ReadonlySet<number>;
  /** The same spelled out, where they may be looked for before all others are; empty if they may not. */
  ownWords: readonly string[];
  /** Undefined where all lists are empty. */
  beside: Beside | undefined;
}

/** Cue words found in some texts, in reading order: three parallel lists. */
export class Hits {
  /** Where each begins and ends in its text, UTF-16 offsets. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Numbers of the words, indexes into `Cues.topics`. */
  readonly words: number[] = [];

  /** Of those of one text, from one index on and before another, the first that begins at a place or after it. */
  firstFrom(index: number, until: number, place: number): number {
    let low = index;
    let high = until;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

export interface Cues {
  /** By topic number. */
  readonly kinds: readonly TopicKind[];
  /** By topic number: the topic's name; '' where its words speak for a meaning. */
  readonly abouts: readonly string[];
  /** By word number: the number of the topic, or -1. */
  readonly topics: Int8Array;
  /** By concept number (`Matcher.concepts`): whether the concept belongs to any medicine rather than to cancer. */
  readonly medicine: ReadonlySet<number>;
  /** By concept number: whether the concept's one-word forms are everyday words. */
  readonly common: ReadonlySet<number>;
  /** By concept number: whether the concept's ambiguous forms are seldom met outside cancer. */
  readonly telling: ReadonlySet<number>;
  /** Patterns of the forms whose other meanings are rare. */
  readonly sure: ReadonlySet<string>;
  /** Patterns of the forms that what the text is about is not enough for. */
  readonly guarded: ReadonlySet<string>;
  /** Patterns of guarded forms that talk of cancer is enough for. */
  readonly wary: ReadonlySet<string>;
  /** Patterns of the forms that count only with their hyphen. */
  readonly hyphen: ReadonlySet<string>;
  /** What is known of a concept with ambiguous forms, by its number. */
  concept(number: number): ConceptContext | undefined;
  /** Adds the cue words in a stretch of a text (UTF-16 offsets). */
  find(text: string, start: number, end: number, hits: Hits): void;
}

/** Lines of the table before those of the concepts. */
const HEAD_LINES = 11;

/** Undoes a step by 31 of a hash, for all of its 24 bits. */
const INVERSE = 0xef7bdf;
const SMALL_S = 115;

/**
 * Letters in small and digits as they are, by UTF-16 code; a word of talk ends at everything else. All but the first are 0:
 * such a table takes no time to fill, and to ask it takes one step where to tell a character's range first takes two.
 */
const FOLD = new Uint8Array(0x10000);
FOLD.set(FOLDED);
FOLD['_'.charCodeAt(0)] = 0;

/** What tells apart two words of one hash, in the 8 bits that are left: their lengths and last letters. */
const codeOf = (hash: number, length: number, last: number) => (hash << 8) | ((length * 29 + last) & 0xff);

/** The codes of words of letters and digits, 32 bits each, in base64. */
export function packWords(words: readonly string[]): string {
  const bytes = words.flatMap((word) => {
    const hash = [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) & HASH_BITS, HASH_SEED);
    const code = codeOf(hash, word.length, word.charCodeAt(word.length - 1));
    return [code >>> 24, code >>> 16, code >>> 8, code].map((byte) => String.fromCharCode(byte & 0xff));
  });
  return btoa(bytes.join(''));
}

/**
 * Words of no list that are told by their endings, since no list holds them all: tumors and the medicines against them; other
 * medicines; other illnesses and the medicines against them (those that come with leukemia and its treatment stand in a list).
 */
const ENDINGS = [
  'boma coma koma loma moma noma roma bomas comas komas lomas momas nomas romas tamab tumimab tumumab tuximab tuxumab ' +
    'tuzimab tuzumab dinib linib rinib tinib narib parib ciclib zomib taxel leucel rubicin platin tabine arabine mustine ' +
    'blastine poside fosfamide lidomide sulfan phalan tecan dotin toclax tidine',
  'mycin cillin oxacin parin azole mab vir fungin',
  'itis osis idone apine enazine romazine salazine oxetine pramine thixol alol elol olol sartan triptan gliptin vastatin ' +
    'glutide',
];
/** Letters of the shortest ending, of the longest, and of the shortest word that is told by one. */
const SHORTEST = 3;
const LONGEST = 9;
const LONG = 8;
/** The last two letters of the endings, by five bits each: a quick sieve. */
const lastTwo = (previous: number, last: number) => ((previous & 31) << 5) | (last & 31);
/** Slots of the table of words; a power of two, some times as many as words. */
const SLOTS = 8192;

const numbersOf = (field: string | undefined) => new Set(field ? field.split(' ').map(Number) : []);

/** By number, so many of them: 1 where the field names it. */
function marksOf(field: string | undefined, count: number): Uint8Array {
  const marks = new Uint8Array(count);
  if (field) for (const number of field.split(' ')) marks[Number(number)] = 1;
  return marks;
}

/**
 * Reads the compiled table.
 *
 * Words are looked up by their codes alone: among some thousand words a false hit stands about once in three million
 * words of a page, and one word never decides.
 */
export function readCues(table: ContextTable): Cues {
  const lines = table.split('\n', HEAD_LINES);
  const [kindLine, aboutLine, countLine, wordLine, medicine, common, telling, sure, guarded, wary, hyphen] =
    lines;
  /** The lines of the concepts, each between two line breaks. */
  const conceptLines = `${table.slice(lines.reduce((sum, { length }) => sum + length + 1, -1))}\n`;
  const kinds = [...kindLine] as TopicKind[];
  const abouts = aboutLine.split('\t');
  const bytes = atob(wordLine);
  const count = bytes.length / 4;
  // Words of no list that end like a tumor or a drug against one, like another medicine, like another illness.
  const byEnding = count;
  const medicineByEnding = count + 1;
  const illnessByEnding = count + 2;
  if (count * 2 > SLOTS) throw new Error(`${count} cue words are too many for ${SLOTS} slots`);
  const topics = new Int8Array(count + 3).fill(-1);
  let begin = 0;
  countLine.split(' ').forEach((words, topic) => {
    const end = begin + Number(words);
    topics.fill(topic, begin, end);
    begin = end;
  });
  topics[byEnding] = kinds.indexOf('c');
  topics[medicineByEnding] = kinds.indexOf('m');
  topics[illnessByEnding] = abouts.indexOf('illness');
  // A code is never 0, since a hash with a letter in it is not: 0 is an empty slot.
  const codes = new Int32Array(SLOTS);
  const numbers = new Int16Array(SLOTS);
  for (let word = 0, i = 0; word < count; word++) {
    const hash = (bytes.charCodeAt(i++) << 16) | (bytes.charCodeAt(i++) << 8) | bytes.charCodeAt(i++);
    let slot = (hash ^ (hash >> 11)) & (SLOTS - 1);
    while (codes[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    codes[slot] = (hash << 8) | bytes.charCodeAt(i++);
    numbers[slot] = word;
  }

  /** Number of a word, or -1. */
  function look(hash: number, length: number, last: number): number {
    let slot = (hash ^ (hash >> 11)) & (SLOTS - 1);
    if (codes[slot] === 0) return -1;
    const code = codeOf(hash, length, last);
    while (codes[slot] !== code) {
      slot = (slot + 1) & (SLOTS - 1);
      if (codes[slot] === 0) return -1;
    }
    return numbers[slot];
  }

  const endings = new Map<string, number>();
  const lastTwos = new Uint8Array(1024);
  ENDINGS.forEach((list, kind) => {
    for (const ending of list.split(' ')) {
      endings.set(ending, byEnding + kind);
      const { length } = ending;
      lastTwos[lastTwo(ending.charCodeAt(length - 2), ending.charCodeAt(length - 1))] = 1;
    }
  });

  /** Number of what a word is told to be by the longest ending that fits, or -1. */
  function byItsEnding(word: string): number {
    const small = word.slice(-LONGEST).toLowerCase();
    for (let from = small.length - LONGEST; from <= small.length - SHORTEST; from++) {
      const kind = endings.get(small.slice(from));
      if (kind !== undefined) return kind;
    }
    return -1;
  }

  const contexts = new Map<number, ConceptContext>();
  /** A page has few of the concepts, so their lists are made when they are asked for. */
  function concept(number: number): ConceptContext | undefined {
    const known = contexts.get(number);
    if (known) return known;
    const from = conceptLines.indexOf(`\n${number}\t`) + 1;
    if (from === 0) return undefined;
    const end = conceptLines.indexOf('\n', from);
    const line = conceptLines.slice(from, end);
    const [, against, own, ownWords, before, after, notBefore, notAfter] = line.split('\t');
    const context: ConceptContext = {
      against: marksOf(against, kinds.length),
      own: numbersOf(own),
      ownWords: ownWords ? ownWords.split(' ') : [],
      beside: before === undefined ? undefined : besideOf(before, after, notBefore, notAfter),
    };
    contexts.set(number, context);
    return context;
  }

  function find(text: string, start: number, end: number, hits: Hits): void {
    const stretch = text.slice(start, end);
    const small = stretch.toLowerCase();
    // A copy is read faster than a text that still belongs to the page.
    const part = small.length === stretch.length ? small : stretch;
    const fold = FOLD;
    const { length } = part;
    for (let i = 0; i < length; i++) {
      const from = i;
      let hash = HASH_SEED;
      let folded = fold[part.charCodeAt(i)];
      while (folded !== 0) {
        hash = (hash * 31 + folded) & HASH_BITS;
        folded = ++i < length ? fold[part.charCodeAt(i)] : 0;
      }
      const letters = i - from;
      if (letters < 2) continue;
      const last = fold[part.charCodeAt(i - 1)];
      let word = codes[(hash ^ (hash >> 11)) & (SLOTS - 1)] === 0 ? -1 : look(hash, letters, last);
      if (word < 0 && (last === SMALL_S || letters >= LONG)) {
        const previous = fold[part.charCodeAt(i - 2)];
        if (last === SMALL_S) word = look(((hash - SMALL_S) * INVERSE) & HASH_BITS, letters - 1, previous);
        if (word < 0 && letters >= LONG && lastTwos[lastTwo(previous, last)] !== 0)
          word = byItsEnding(part.slice(from, i));
      }
      if (word < 0) continue;
      hits.starts.push(start + from);
      hits.ends.push(start + i);
      hits.words.push(word);
    }
  }

  const patterns = (line: string) => new Set(line.split('\t'));
  return {
    kinds,
    abouts,
    topics,
    medicine: numbersOf(medicine),
    common: numbersOf(common),
    telling: numbersOf(telling),
    sure: patterns(sure),
    guarded: patterns(guarded),
    wary: patterns(wary),
    hyphen: patterns(hyphen),
    concept,
    find,
  };
}
