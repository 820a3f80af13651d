import type { Pattern } from './forms';

/**
 * What the content script looks for, as one string, made to be short and to be ready at once: every word of every form
 * stands in it once, and forms are lists of word numbers.
 *
 * - line 1: digits of a word number, how many words are by themselves a form that takes the plural, how many words begin a
 *   form;
 * - line 2: the words, parted by blanks, in this order: those two kinds, then the rest;
 * - then a line a concept: tier letter and id (no id where it is its first form's words joined by hyphens), then each
 *   form: a character for its flags, which stands nowhere else, then its word numbers.
 */
export type FormTable = string;

/** A concept with its patterns, as it goes into the table. */
export interface TableEntry {
  id: string;
  /** First letter of the tier. */
  tier: string;
  patterns: readonly Pattern[];
}

/** Digits of word numbers, and the characters of the flags: what needs no escaping in a string of JavaScript. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz,-./:;<=>?@[]^_{|}~';
const FLAGS = '!#%&()*+';
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
  const plurals = new Set<string>();
  const firsts = new Set<string>();
  const others = new Set<string>();
  for (const { pattern, plural } of entries.flatMap((entry) => entry.patterns)) {
    const [first, ...rest] = pattern.split(' ');
    firsts.add(first);
    if (plural && !rest.length) plurals.add(first);
    for (const word of rest) others.add(word);
  }
  const words = [...new Set([...plurals, ...firsts, ...others])];
  const width = Math.max(1, Math.ceil(Math.log(words.length + 1) / Math.log(BASE)));
  const refs = new Map(words.map((word, i) => [word, numberOf(i, width)]));
  const lines = entries.map(({ id, tier, patterns }) => {
    const forms = patterns.map(({ pattern, exact, context, plural }) => {
      const flags = (exact ? EXACT : 0) | (context ? CONTEXT : 0) | (plural ? PLURAL : 0);
      return (
        FLAGS[flags] +
        pattern
          .split(' ')
          .map((word) => refs.get(word))
          .join('')
      );
    });
    const known = patterns.length > 0 && slug(patterns[0].pattern) === id;
    return [tier + (known ? '' : id), ...forms].join('');
  });
  return [`${width} ${plurals.size} ${firsts.size}`, words.join(' '), ...lines].join('\n');
}

/** Where a form begins. */
const BEFORE_FLAGS = /(?=[!#%&()*+])/;

function refAt(packed: string, at: number, width: number): number {
  let number = 0;
  for (let i = at; i < at + width; i++) number = number * BASE + DIGITS.indexOf(packed[i]);
  return number;
}

/** One form, as it was before it was packed. */
export interface TableForm extends Pattern {
  /** Index of its concept. */
  concept: number;
}

/** One concept, as it was before it was packed. */
export interface TableConcept {
  id: string;
  /** First letter of the tier. */
  tier: string;
}

/** Reads a table, each thing when it is asked for: a page without terms asks for the first words only. */
export class UnpackedForms {
  /** The words, parted by blanks. */
  readonly words: string;
  /** So many of them, at the beginning, are by themselves a form that takes the plural. */
  readonly plurals: number;
  /** So many of them, at the beginning, begin a form. */
  readonly firsts: number;
  #width: number;
  /** The lines of the concepts, as one string. */
  #rest: string;
  #forms: TableForm[] | undefined;
  #formsOf: number[][] = [];
  #names: { name: string; first: number }[] = [];

  constructor(table: FormTable) {
    const [head, words = ''] = table.split('\n', 2);
    const [width, plurals, firsts] = head.split(' ').map(Number);
    this.words = words;
    this.plurals = plurals || 0;
    this.firsts = firsts || 0;
    this.#width = width;
    this.#rest = table.slice(head.length + words.length + 2);
  }

  /** All forms, in the order in which they were written. */
  get forms(): readonly TableForm[] {
    if (!this.#forms) {
      const words = this.words.split(' ');
      const forms: TableForm[] = [];
      this.#forms = forms;
      (this.#rest ? this.#rest.split('\n') : []).forEach((line, concept) => {
        const [name, ...packed] = line.split(BEFORE_FLAGS);
        const first = forms.length;
        for (const written of packed) {
          const flags = FLAGS.indexOf(written[0]);
          const parts: string[] = [];
          for (let at = 1; at < written.length; at += this.#width)
            parts.push(words[refAt(written, at, this.#width)]);
          const word = refAt(written, 1, this.#width);
          this.#formsOf[word] ??= [];
          this.#formsOf[word].push(forms.length);
          forms.push({
            pattern: parts.join(' '),
            exact: (flags & EXACT) !== 0,
            context: (flags & CONTEXT) !== 0,
            plural: (flags & PLURAL) !== 0,
            concept,
          });
        }
        this.#names.push({ name, first });
      });
    }
    return this.#forms;
  }

  get concepts(): readonly TableConcept[] {
    const { forms } = this;
    return this.#names.map(({ name, first }) => ({
      id: name.slice(1) || slug(forms[first].pattern),
      tier: name[0],
    }));
  }

  /** Indices of the forms that a word begins, by the word's index. */
  formsOf(word: number): readonly number[] {
    return this.forms && this.#formsOf[word];
  }
}
