import { type Beside, sideOf } from './beside';
import { FOLDED } from './characters';
import { HASH_BITS, HASH_SEED } from './hash';

/**
 * What the context is judged by, as one string made by `compileContext`, by lines: a letter a topic, its kind; the names of
 * the topics that speak against a meaning, in their places, parted by tabs; how many words each has; the codes of all words
 * (see `packWords`), those of the topics first. Then the numbers of the concepts that any medicine shares, of those whose
 * forms are everyday words, and of the telling ones; the patterns of the forms that are `sure`, `guarded`, `wary` and in need of
 * their `hyphen`. Then a line a concept with ambiguous forms: its number, the topics against it as a bit mask, the numbers of
 * its own cue words, and the four lists of words beside it (see `packBeside`). Numbers are parted by blanks, patterns and
 * fields by tabs.
 */
export type ContextTable = string;

/** What a topic speaks of: `c`ancer, `m`edicine, `o`ther care (another field of medicine), `n`othing by itself,
 * `e`lsewhere (not medicine). */
export type TopicKind = 'c' | 'm' | 'o' | 'n' | 'e';

export interface ConceptContext {
  /** Topics against the concept's meaning, as a bit mask. */
  against: number;
  /** Numbers of its own cue words. */
  own: ReadonlySet<number>;
  beside: Beside;
}

/** Cue words found in some texts, in reading order: three parallel lists. */
export class Hits {
  /** Where each begins and ends in its text, UTF-16 offsets. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Numbers of the words, indexes into `Cues.topics`. */
  readonly words: number[] = [];
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

/** Undoes a step by 31 of a hash, for all of its 24 bits. */
const INVERSE = 0xef7bdf;
const SMALL_S = 115;

/** Letters in small and digits as they are, by ASCII code; a word of talk ends at everything else. */
const FOLD = FOLDED.slice();
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

/** Names of tumors and of the medicines against them, told by their endings: no list holds them all. */
const ENDINGS =
  /(?:[bcklmnr]omas?|t(?:u[mxz][iu]|a)mab|[dltr]inib|[np]arib|ciclib|zomib|taxel|leucel|rubicin|platin|tabine|arabine|mustine|blastine|poside|fosfamide|lidomide|sulfan|phalan|tecan|dotin|toclax|tidine)$/i;
/** Antibiotics and other medicines, told the same way. */
const MEDICINE_ENDINGS = /(?:mycin|cillin|oxacin|parin|azole|mab|vir|fungin)$/i;
/** Names of other illnesses and of medicines against them; those that come with leukemia and its treatment stand in a list. */
const ILLNESS_ENDINGS =
  /(?:itis|osis|idone|apine|(?:en|rom|sal)azine|oxetine|pramine|thixol|[aeo]lol|sartan|triptan|gliptin|vastatin|glutide)$/i;
const LONG = 8;
/** Slots of the table of words; a power of two, at least twice as many as words. */
const SLOTS = 4096;
/** The last two letters of those endings, by five bits each: a quick sieve. */
const LAST_TWO = new Uint8Array(1024);
const lastTwo = (previous: number, last: number) => ((previous & 31) << 5) | (last & 31);
for (const two of ['ma', 'as', 'ab', 'ib', 'el', 'in', 'le', 'ne', 'de', 'an', 'ax', 'ir', 'is', 'ol'])
  LAST_TWO[lastTwo(two.charCodeAt(0), two.charCodeAt(1))] = 1;

const numbersOf = (field: string | undefined) => new Set(field ? field.split(' ').map(Number) : []);

/**
 * Reads the compiled table.
 *
 * Words are looked up by their codes alone: among some thousand words a false hit stands about once in three million
 * words of a page, and one word never decides.
 */
export function readCues(table: ContextTable): Cues {
  const [kindLine, aboutLine, countLine, wordLine, ...rest] = table.split('\n');
  const [medicine, common, telling, sure, guarded, wary, hyphen, ...conceptLines] = rest;
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
  const codes = new Int32Array(SLOTS);
  // 1 + the word's number; 0 is an empty slot.
  const slots = new Int16Array(SLOTS);
  for (let word = 0, i = 0; word < count; ) {
    const hash = (bytes.charCodeAt(i++) << 16) | (bytes.charCodeAt(i++) << 8) | bytes.charCodeAt(i++);
    let slot = (hash ^ (hash >> 11)) & (SLOTS - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    codes[slot] = (hash << 8) | bytes.charCodeAt(i++);
    slots[slot] = ++word;
  }

  /** Number of a word, or -1. */
  function look(hash: number, length: number, last: number): number {
    let slot = (hash ^ (hash >> 11)) & (SLOTS - 1);
    if (slots[slot] === 0) return -1;
    const code = codeOf(hash, length, last);
    while (slots[slot] !== 0 && codes[slot] !== code) slot = (slot + 1) & (SLOTS - 1);
    return slots[slot] - 1;
  }

  const lines = new Map<number, string>();
  for (const line of conceptLines) lines.set(Number.parseInt(line, 10), line);
  const contexts = new Map<number, ConceptContext>();
  /** A page has few of the concepts, so their lists are made when they are asked for. */
  function concept(number: number): ConceptContext | undefined {
    const line = lines.get(number);
    let context = contexts.get(number);
    if (!line || context) return context;
    const [, against, own, before, after, notBefore, notAfter] = line.split('\t');
    context = {
      against: Number(against),
      own: numbersOf(own),
      beside: {
        before: sideOf(before),
        after: sideOf(after),
        notBefore: sideOf(notBefore),
        notAfter: sideOf(notAfter),
      },
    };
    contexts.set(number, context);
    return context;
  }

  function find(text: string, start: number, end: number, hits: Hits): void {
    let i = start;
    while (i < end) {
      let c = text.charCodeAt(i);
      let folded = c < 128 ? FOLD[c] : 0;
      if (folded === 0) {
        i++;
        continue;
      }
      const from = i;
      let hash = HASH_SEED;
      let last = 0;
      do {
        hash = (hash * 31 + folded) & HASH_BITS;
        last = folded;
        if (++i >= end) break;
        c = text.charCodeAt(i);
        folded = c < 128 ? FOLD[c] : 0;
      } while (folded !== 0);
      const length = i - from;
      if (length < 2) continue;
      let word = slots[(hash ^ (hash >> 11)) & (SLOTS - 1)] === 0 ? -1 : look(hash, length, last);
      if (word < 0) {
        const previous = FOLD[text.charCodeAt(i - 2)];
        if (last === SMALL_S) word = look(((hash - SMALL_S) * INVERSE) & HASH_BITS, length - 1, previous);
        if (word < 0 && length >= LONG && LAST_TWO[lastTwo(previous, last)] !== 0) {
          const ending = text.slice(from, i);
          if (ENDINGS.test(ending)) word = byEnding;
          else if (MEDICINE_ENDINGS.test(ending)) word = medicineByEnding;
          else if (ILLNESS_ENDINGS.test(ending)) word = illnessByEnding;
        }
        if (word < 0) continue;
      }
      hits.starts.push(from);
      hits.ends.push(i);
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
