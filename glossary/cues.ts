/**
 * What the context is judged by, as one string made by `compileContext`.
 *
 * First a line a topic: the letter of its kind and its name where it speaks against a meaning, a tab, its words. After an
 * empty line: the numbers of the concepts that any medicine shares, of those whose forms are everyday words, and of the
 * telling ones; the patterns of the forms that are `sure`, `guarded` and in need of their `hyphen`. Then a line a concept with ambiguous forms: its number, the
 * topics against it as a bit mask, its own cue words, and the four lists of words beside it. Words are parted by blanks,
 * patterns and fields by tabs.
 */
export type ContextTable = string;

/** What a topic speaks of: `c`ancer, `m`edicine, `o`ther care (another field of medicine), `n`othing by itself,
 * `e`lsewhere (not medicine). */
export type TopicKind = 'c' | 'm' | 'o' | 'n' | 'e';

/** Words directly before and after a form. A word of the list may be `#`: a number or a Roman numeral. */
export interface Beside {
  before: ReadonlySet<string>;
  after: ReadonlySet<string>;
  notBefore: ReadonlySet<string>;
  notAfter: ReadonlySet<string>;
  /** Whether the list before holds two words joined by a hyphen. */
  pairsBefore: boolean;
  /** Those that the lists after hold. */
  afterPairs: Pairs;
  notAfterPairs: Pairs;
}

/** Pairs of words, joined by a hyphen in a list: the second words by the first. */
export type Pairs = ReadonlyMap<string, ReadonlySet<string>>;

export interface ConceptContext {
  /** Topics against the concept's meaning, as a bit mask. */
  against: number;
  beside: Beside;
}

/** Cue words found in a text, in reading order: three parallel lists. */
export interface Hits {
  /** Where each begins and ends, UTF-16 offsets. */
  starts: number[];
  ends: number[];
  /** Number of the word, index into `Cues.words`. */
  words: number[];
}

/** What one cue word speaks of. */
export interface CueWord {
  /** Number of its topic, or -1. */
  topic: number;
  /** Numbers of the concepts whose own cue it is. */
  concepts: readonly number[];
}

export interface Cues {
  /** By topic number. */
  readonly kinds: readonly TopicKind[];
  /** By topic number: the topic's name; '' where its words speak for a meaning. */
  readonly abouts: readonly string[];
  readonly words: readonly CueWord[];
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
  /** Patterns of the forms that count only with their hyphen. */
  readonly hyphen: ReadonlySet<string>;
  /** What is known of a concept with ambiguous forms, by its number. */
  concept(number: number): ConceptContext | undefined;
  /** Cue words in a stretch of a text (UTF-16 offsets). */
  find(text: string, start: number, end: number): Hits;
}

const SEED = 7;
const step = (hash: number, code: number) => (Math.imul(hash, 31) + code) | 0;
const SMALL_S = 115;

/** Letters in small and digits as they are, everything else 0: by ASCII code. */
const FOLD = new Uint8Array(128);
for (let c = 48; c <= 57; c++) FOLD[c] = c;
for (let c = 97; c <= 122; c++) FOLD[c] = FOLD[c - 32] = c;

function hashOf(word: string): number {
  let hash = SEED;
  for (let i = 0; i < word.length; i++) hash = step(hash, word.charCodeAt(i));
  return hash;
}

/** Names of tumors and of the medicines against them, told by their endings: no list holds them all. */
const ENDINGS =
  /(?:[bcklmnr]omas?|t(?:u[mxz][iu]|a)mab|[dltr]inib|[np]arib|ciclib|zomib|taxel|leucel|rubicin|platin|tabine|arabine|mustine|blastine|poside|fosfamide|lidomide|sulfan|phalan|tecan|dotin|toclax|tidine)$/i;
/** Antibiotics and other medicines, told the same way. */
const MEDICINE_ENDINGS = /(?:mycin|cillin|oxacin|parin|azole|mab|vir|fungin)$/i;
const LONG = 8;
/** Slots of the table of words; a power of two, at least twice as many as words. */
const SLOTS = 4096;
/** The last two letters of those endings: a quick sieve. */
const LAST_TWO = new Set(
  ['ma', 'as', 'ab', 'ib', 'el', 'in', 'le', 'ne', 'de', 'an', 'ax', 'ir'].map(
    (s) => (s.charCodeAt(0) << 8) | s.charCodeAt(1),
  ),
);

function pairsOf(field: string | undefined): Pairs {
  const pairs = new Map<string, Set<string>>();
  for (const word of field?.split(' ') ?? []) {
    const [first, second] = word.split('-');
    if (!second) continue;
    const seconds = pairs.get(first);
    if (seconds) seconds.add(second);
    else pairs.set(first, new Set([second]));
  }
  return pairs;
}

const setOf = (field: string | undefined) => new Set(field ? field.split(' ') : []);

/**
 * Reads the compiled table.
 *
 * Words are looked up by a 32-bit hash alone: among some thousand words a false hit stands about once in four million
 * words of a page, and one word never decides.
 */
export function readCues(table: ContextTable): Cues {
  const [topicLines, rest] = table.split('\n\n');
  const [medicine, common, telling, sure, guarded, hyphen, ...conceptLines] = rest.split('\n');
  const kinds: TopicKind[] = [];
  const abouts: string[] = [];
  const words: { topic: number; concepts: number[] }[] = [];
  const hashes = new Int32Array(SLOTS);
  // 1 + the word's number; 0 is an empty slot.
  const slots = new Int16Array(SLOTS);
  const slotOf = (hash: number): number => {
    let at = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    while (slots[at] && hashes[at] !== hash) at = (at + 1) & (SLOTS - 1);
    return at;
  };
  const wordOf = (text: string) => {
    const hash = hashOf(text);
    const at = slotOf(hash);
    if (!slots[at]) {
      hashes[at] = hash;
      slots[at] = words.push({ topic: -1, concepts: [] });
    }
    return words[slots[at] - 1];
  };
  for (const line of topicLines.split('\n')) {
    const topic = kinds.push(line[0] as TopicKind) - 1;
    const [about, list] = line.slice(1).split('\t');
    abouts.push(about);
    for (const word of list.split(' ')) wordOf(word).topic = topic;
  }
  const lines = new Map<number, string[]>();
  for (const line of conceptLines) {
    const fields = line.split('\t');
    const number = Number(fields[0]);
    lines.set(number, fields);
    if (fields[2]) for (const word of fields[2].split(' ')) wordOf(word).concepts.push(number);
  }
  // A word of no list that ends like a tumor or a drug against one.
  const byEnding = words.push({ topic: kinds.indexOf('c'), concepts: [] }) - 1;
  const medicineByEnding = words.push({ topic: kinds.indexOf('m'), concepts: [] }) - 1;
  if (words.length * 2 > SLOTS) throw new Error(`${words.length} cue words are too many for ${SLOTS} slots`);

  const contexts = new Map<number, ConceptContext>();
  /** A page has few of the concepts, so their lists are made when they are asked for. */
  function concept(number: number): ConceptContext | undefined {
    const fields = lines.get(number);
    let context = contexts.get(number);
    if (!fields || context) return context;
    const [, against, , before, after, notBefore, notAfter] = fields;
    context = {
      against: Number(against),
      beside: {
        before: setOf(before),
        after: setOf(after),
        notBefore: setOf(notBefore),
        notAfter: setOf(notAfter),
        pairsBefore: !!before?.includes('-'),
        afterPairs: pairsOf(after),
        notAfterPairs: pairsOf(notAfter),
      },
    };
    contexts.set(number, context);
    return context;
  }

  function find(text: string, start: number, end: number): Hits {
    const hits: Hits = { starts: [], ends: [], words: [] };
    let i = start;
    while (i < end) {
      let c = text.charCodeAt(i);
      let folded = c < 128 ? FOLD[c] : 0;
      if (!folded) {
        i++;
        continue;
      }
      const from = i;
      let hash = SEED;
      let before = SEED;
      let previous = 0;
      let last = 0;
      do {
        before = hash;
        hash = step(hash, folded);
        previous = last;
        last = folded;
        c = text.charCodeAt(++i);
        folded = c < 128 ? FOLD[c] : 0;
      } while (folded && i < end);
      if (i - from < 2) continue;
      let word = slots[slotOf(hash)] - 1;
      if (word < 0 && last === SMALL_S) word = slots[slotOf(before)] - 1;
      if (word < 0 && i - from >= LONG && LAST_TWO.has((previous << 8) | last)) {
        const ending = text.slice(from, i);
        if (ENDINGS.test(ending)) word = byEnding;
        else if (MEDICINE_ENDINGS.test(ending)) word = medicineByEnding;
      }
      if (word < 0) continue;
      hits.starts.push(from);
      hits.ends.push(i);
      hits.words.push(word);
    }
    return hits;
  }

  const numbers = (line: string) => new Set(line.split(' ').map(Number));
  const patterns = (line: string) => new Set(line.split('\t'));
  return {
    kinds,
    abouts,
    words,
    medicine: numbers(medicine),
    common: numbers(common),
    telling: numbers(telling),
    sure: patterns(sure),
    guarded: patterns(guarded),
    hyphen: patterns(hyphen),
    concept,
    find,
  };
}
