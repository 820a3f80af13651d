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

/** A table that is read, each thing when it is asked for: a page without terms asks for the first words only. */
export interface UnpackedForms {
  /** The words, parted by blanks. */
  readonly words: string;
  /** So many of them, at the beginning, are by themselves a form that takes the plural. */
  readonly plurals: number;
  /** So many of them, at the beginning, begin a form. */
  readonly firsts: number;
  /** All forms, in the order in which they were written. */
  readonly forms: readonly TableForm[];
  readonly concepts: readonly TableConcept[];
  /** A form by its number. */
  form(number: number): TableForm;
  /** Numbers of the forms that a word begins, by the word's number. */
  formsOf(word: number): readonly number[];
}

/** Makes a table ready to be read. */
export function unpackForms(table: FormTable): UnpackedForms {
  const [head, words = ''] = table.split('\n', 2);
  const [width, plurals = 0, firsts = 0] = head.split(' ').map(Number);
  /** The lines of the concepts, as one string. */
  const rest = table.slice(head.length + words.length + 2);
  const forms: TableForm[] = [];
  /** By form, the number of its concept. */
  const conceptOf: number[] = [];
  /** By the digits of the word that begins them. */
  const formsOf = new Map<string, number[]>();
  /** The words by their numbers. */
  let list: string[] = [];
  /** The forms as they are written. */
  let written: string[] | undefined;

  function refAt(form: string, at: number): number {
    let number = 0;
    for (let i = at; i < at + width; i++) number = number * BASE + DIGITS.indexOf(form[i]);
    return number;
  }

  /** Parts the forms, without putting any together: a page holds few of them. */
  function read(): readonly string[] {
    if (!written) {
      written = [];
      list = words.split(' ');
      let concept = 0;
      for (const form of rest.match(WRITTEN) ?? []) {
        if (form === '\n') concept++;
        else {
          // Digits are compared as they are: to make a number of each takes a cold engine longer than all the rest.
          const word = form.slice(1, 1 + width);
          const others = formsOf.get(word);
          if (others) others.push(written.length);
          else formsOf.set(word, [written.length]);
          conceptOf.push(concept);
          written.push(form);
        }
      }
    }
    return written;
  }

  function form(number: number): TableForm {
    if (!forms[number]) {
      const text = read()[number];
      const flags = FLAGS.indexOf(text[0]);
      let pattern = list[refAt(text, 1)];
      for (let at = 1 + width; at < text.length; at += width) pattern += ` ${list[refAt(text, at)]}`;
      forms[number] = {
        pattern,
        exact: (flags & EXACT) !== 0,
        context: (flags & CONTEXT) !== 0,
        plural: (flags & PLURAL) !== 0,
        concept: conceptOf[number],
      };
    }
    return forms[number];
  }

  return {
    words,
    plurals,
    firsts,
    form,
    formsOf(word) {
      read();
      return formsOf.get(numberOf(word, width)) ?? [];
    },
    get forms() {
      return read().map((_, number) => form(number));
    },
    get concepts() {
      read();
      return (rest ? rest.split('\n') : []).map((line, concept) => {
        const name = BEFORE_FLAGS.exec(line)?.[0] ?? '';
        return { id: name.slice(1) || slug(form(conceptOf.indexOf(concept)).pattern), tier: name[0] };
      });
    },
  };
}
