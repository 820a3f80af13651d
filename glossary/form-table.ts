import type { Pattern } from './forms';

/**
 * What the content script looks for, as one string, made to be short and to be ready at once: every word of every form
 * stands in it once, and forms are lists of word numbers.
 *
 * - line 1: digits of a word number, a blank, how many words begin a form;
 * - line 2: the words, parted by blanks, those that begin a form first;
 * - then a line a concept: tier letter and id (no id where it is its first form's words joined by hyphens), and after a
 *   tab each form: a character for its flags, then its word numbers.
 */
export type FormTable = string;

/** A concept with its patterns, as it goes into the table. */
export interface TableEntry {
  id: string;
  /** First letter of the tier. */
  tier: string;
  patterns: readonly Pattern[];
}

/** Digits of word numbers: what needs no escaping in a string of JavaScript, and is no letter of a flag's place. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#%&()*+,-./:;<=>?@[]^_{|}~';
const BASE = DIGITS.length;
const EXACT = 1;
const CONTEXT = 2;
const PLURAL = 4;

const slug = (pattern: string) =>
  pattern
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function numberOf(value: number, width: number): string {
  let out = '';
  for (let rest = value; out.length < width; rest = Math.floor(rest / BASE)) out = DIGITS[rest % BASE] + out;
  return out;
}

/** Writes the table. */
export function packForms(entries: readonly TableEntry[]): FormTable {
  const firsts = new Set<string>();
  const others = new Set<string>();
  for (const { pattern } of entries.flatMap((entry) => entry.patterns)) {
    const [first, ...rest] = pattern.split(' ');
    firsts.add(first);
    for (const word of rest) others.add(word);
  }
  const words = [...firsts, ...[...others].filter((word) => !firsts.has(word))];
  const width = Math.max(1, Math.ceil(Math.log(words.length + 1) / Math.log(BASE)));
  const refs = new Map(words.map((word, i) => [word, numberOf(i, width)]));
  const lines = entries.map(({ id, tier, patterns }) => {
    const forms = patterns.map(({ pattern, exact, context, plural }) => {
      const flags = (exact ? EXACT : 0) | (context ? CONTEXT : 0) | (plural ? PLURAL : 0);
      return (
        flags +
        pattern
          .split(' ')
          .map((word) => refs.get(word))
          .join('')
      );
    });
    const known = patterns.length > 0 && slug(patterns[0].pattern) === id;
    return [tier + (known ? '' : id), ...forms].join('\t');
  });
  return [`${width} ${firsts.size}`, words.join(' '), ...lines].join('\n');
}

/** One form of the table; its pattern is put together when it is asked for. */
export class TableForm implements Pattern {
  readonly exact: boolean;
  readonly context: boolean;
  readonly plural: boolean;
  #pattern: string | undefined;
  #refs: string;

  constructor(
    readonly concept: number,
    packed: string,
    readonly table: { words: readonly string[]; width: number },
  ) {
    const flags = packed.charCodeAt(0) - 48;
    this.exact = (flags & EXACT) !== 0;
    this.context = (flags & CONTEXT) !== 0;
    this.plural = (flags & PLURAL) !== 0;
    this.#refs = packed;
  }

  /** Number of its first word. */
  get first(): number {
    return this.#wordAt(1);
  }

  /** Whether it is a single word. */
  get isWord(): boolean {
    return this.#refs.length === 1 + this.table.width;
  }

  #wordAt(at: number): number {
    let number = 0;
    for (let i = at; i < at + this.table.width; i++)
      number = number * BASE + VALUES[this.#refs.charCodeAt(i)];
    return number;
  }

  get pattern(): string {
    if (this.#pattern === undefined) {
      const { words, width } = this.table;
      const parts: string[] = [];
      for (let at = 1; at < this.#refs.length; at += width) parts.push(words[this.#wordAt(at)]);
      this.#pattern = parts.join(' ');
    }
    return this.#pattern;
  }
}

const VALUES = new Uint8Array(128);
for (let i = 0; i < BASE; i++) VALUES[DIGITS.charCodeAt(i)] = i;

/** The table, read: forms in the order in which they were written. */
export function unpackForms(table: FormTable): {
  concepts: { id: string; tier: string }[];
  forms: TableForm[];
  /** The words that begin forms; a form's `first` is an index into them. */
  firsts: string[];
} {
  const concepts: { id: string; tier: string }[] = [];
  const forms: TableForm[] = [];
  if (table === '') return { concepts, forms, firsts: [] };
  const [head, words, ...lines] = table.split('\n');
  const [width, count] = head.split(' ').map(Number);
  const shared = { words: words.split(' '), width };
  for (const line of lines) {
    const [name, ...packed] = line.split('\t');
    const concept = concepts.length;
    const from = forms.length;
    for (const form of packed) forms.push(new TableForm(concept, form, shared));
    concepts.push({ id: name.slice(1) || slug(forms[from].pattern), tier: name[0] });
  }
  return { concepts, forms, firsts: shared.words.slice(0, count) };
}
