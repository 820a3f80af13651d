/**
 * What the context is judged by, as one string made by `compileContext`:
 * a line a topic (`kind letter`, then its words), an empty line, the numbers of the concepts that belong to any medicine, those
 * whose forms are everyday words, then the patterns of the
 * forms whose other meanings are rare, of those that need more than a topic, and of those that need their hyphen, then a line a concept with ambiguous forms: its number, the topics against it, its own cue words and the four lists of
 * words beside it. Words are parted by blanks, fields by tabs.
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
}

export interface ConceptContext {
  /** Topics against the concept's meaning, as a bit mask. */
  against: number;
  cues: ReadonlySet<string>;
  beside: Beside;
}

/** A topic word found in a block. */
export interface Cue {
  start: number;
  end: number;
  topic: number;
}

export interface Cues {
  /** By topic number. */
  readonly kinds: readonly TopicKind[];
  /** By concept number (`Matcher.concepts`): whether the concept belongs to any medicine rather than to cancer. */
  readonly medicine: ReadonlySet<number>;
  /** By concept number: whether the concept's one-word forms are everyday words. */
  readonly common: ReadonlySet<number>;
  /** Patterns of the forms whose other meanings are rare. */
  readonly sure: ReadonlySet<string>;
  /** Patterns of the forms that what the text is about is not enough for. */
  readonly guarded: ReadonlySet<string>;
  /** Patterns of the forms that count only with their hyphen. */
  readonly hyphen: ReadonlySet<string>;
  readonly concepts: ReadonlyMap<number, ConceptContext>;
  /** Topic words in a stretch of a text (UTF-16 offsets), in reading order. */
  find(text: string, start: number, end: number): Cue[];
}

const SEED = 7;
const step = (hash: number, code: number) => (Math.imul(hash, 31) + code) | 0;
const S = 115;

/** Letters in small, digits and inner hyphens as they are, everything else 0: by ASCII code. */
const FOLD = new Uint8Array(128);
for (let c = 48; c <= 57; c++) FOLD[c] = c;
for (let c = 65; c <= 90; c++) FOLD[c] = FOLD[c + 32] = c + 32;

function hashOf(word: string): number {
  let hash = SEED;
  for (let i = 0; i < word.length; i++) hash = step(hash, word.charCodeAt(i));
  return hash;
}

/** Names of tumors and of the medicines against them, told by their endings: no list holds them all. */
const ENDINGS = /(?:[bcklmn]oma|[lm]omas|[mnz][iu]mab|[dltr]inib|zomib|taxel|leucel|rubicin|platin)$/i;
const LONG = 8;

const setOf = (field: string | undefined) => new Set(field ? field.split(' ') : []);

/**
 * Reads the compiled table.
 *
 * Words are looked up by a 32-bit hash alone: among some thousand words a false hit stands about once in four million
 * words of a page, and one word never decides.
 */
export function readCues(table: ContextTable): Cues {
  const [topics, concepts] = table.split('\n\n');
  const kinds: TopicKind[] = [];
  const topicOf = new Map<number, number>();
  for (const line of topics.split('\n')) {
    const topic = kinds.push(line[0] as TopicKind) - 1;
    for (const word of line.slice(2).split(' ')) topicOf.set(hashOf(word), topic);
  }
  const [medicine, common, sure, guarded, hyphen, ...lines] = concepts.split('\n');
  const byConcept = new Map<number, ConceptContext>();
  for (const line of lines) {
    const [number, against, cues, before, after, notBefore, notAfter] = line.split('\t');
    byConcept.set(Number(number), {
      against: Number(against),
      cues: setOf(cues),
      beside: {
        before: setOf(before),
        after: setOf(after),
        notBefore: setOf(notBefore),
        notAfter: setOf(notAfter),
      },
    });
  }

  const cancer = kinds.indexOf('c');

  function find(text: string, start: number, end: number): Cue[] {
    const out: Cue[] = [];
    let i = start;
    while (i < end) {
      let c = text.charCodeAt(i);
      if (c > 127 || !FOLD[c]) {
        i++;
        continue;
      }
      const from = i;
      let hash = SEED;
      let before = SEED;
      let last = 0;
      while (i < end) {
        c = text.charCodeAt(i);
        last = c < 128 ? FOLD[c] : 0;
        if (!last) break;
        before = hash;
        hash = step(hash, last);
        i++;
      }
      if (i - from < 2) continue;
      let topic = topicOf.get(hash);
      if (topic === undefined && (text.charCodeAt(i - 1) | 32) === S) topic = topicOf.get(before);
      if (topic === undefined && i - from >= LONG && ENDINGS.test(text.slice(from, i))) topic = cancer;
      if (topic !== undefined) out.push({ start: from, end: i, topic });
    }
    return out;
  }

  const patterns = (line: string) => new Set(line.split('\t'));
  const numbers = (line: string) => new Set(line.split(' ').map(Number));
  return {
    kinds,
    medicine: numbers(medicine),
    common: numbers(common),
    sure: patterns(sure),
    guarded: patterns(guarded),
    hyphen: patterns(hyphen),
    concepts: byConcept,
    find,
  };
}
