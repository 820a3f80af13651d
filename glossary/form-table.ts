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
const DIGIT_OF = new Uint8Array(128);
for (let i = 0; i < DIGITS.length; i++) DIGIT_OF[DIGITS.charCodeAt(i)] = i;
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

/** A form as it is written, or the end of a concept's line. */
const WRITTEN = /[!#%&()*+][^!#%&()*+\n]*|\n/g;
const BEFORE_FLAGS = /[^!#%&()*+]*/;

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
  /** The words, by their numbers. */
  #list: string[] = [];
  /** The forms as they are written. */
  #written: string[] | undefined;
  /** By form, the number of its concept. */
  #conceptOf: number[] = [];
  #formsOf: number[][] = [];
  #forms: TableForm[] = [];
  #all: TableForm[] | undefined;

  constructor(table: FormTable) {
    const [head, words = ''] = table.split('\n', 2);
    const [width, plurals, firsts] = head.split(' ').map(Number);
    this.words = words;
    this.plurals = plurals || 0;
    this.firsts = firsts || 0;
    this.#width = width;
    this.#rest = table.slice(head.length + words.length + 2);
  }

  #refAt(written: string, at: number): number {
    let number = 0;
    for (let i = at; i < at + this.#width; i++) number = number * BASE + DIGIT_OF[written.charCodeAt(i)];
    return number;
  }

  /** Parts the forms, without putting any together: a page holds few of them. */
  #read(): readonly string[] {
    if (!this.#written) {
      this.#list = this.words.split(' ');
      this.#written = [];
      let concept = 0;
      for (const form of this.#rest.match(WRITTEN) ?? []) {
        if (form === '\n') {
          concept++;
          continue;
        }
        const word = this.#refAt(form, 1);
        const others = this.#formsOf[word];
        if (others) others.push(this.#written.length);
        else this.#formsOf[word] = [this.#written.length];
        this.#conceptOf.push(concept);
        this.#written.push(form);
      }
    }
    return this.#written;
  }

  /** A form by its number. */
  form(number: number): TableForm {
    let form = this.#forms[number];
    if (!form) {
      const written = this.#read()[number];
      const flags = FLAGS.indexOf(written[0]);
      let pattern = this.#list[this.#refAt(written, 1)];
      for (let at = 1 + this.#width; at < written.length; at += this.#width)
        pattern += ` ${this.#list[this.#refAt(written, at)]}`;
      form = {
        pattern,
        exact: (flags & EXACT) !== 0,
        context: (flags & CONTEXT) !== 0,
        plural: (flags & PLURAL) !== 0,
        concept: this.#conceptOf[number],
      };
      this.#forms[number] = form;
    }
    return form;
  }

  /** All forms, in the order in which they were written. */
  get forms(): readonly TableForm[] {
    this.#all ??= this.#read().map((_, number) => this.form(number));
    return this.#all;
  }

  get concepts(): readonly TableConcept[] {
    this.#read();
    let form = 0;
    return (this.#rest ? this.#rest.split('\n') : []).map((line, concept) => {
      while (this.#conceptOf[form] < concept) form++;
      const name = BEFORE_FLAGS.exec(line)?.[0] ?? '';
      return { id: name.slice(1) || slug(this.form(form).pattern), tier: name[0] };
    });
  }

  /** Numbers of the forms that a word begins, by the word's number. */
  formsOf(word: number): readonly number[] {
    this.#read();
    return this.#formsOf[word] ?? [];
  }
}
