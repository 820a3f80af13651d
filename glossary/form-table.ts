import { packHashes, takesS } from './first-words';
import type { Pattern } from './forms';
import { packWordList, wordsOf } from './word-list';

/**
 * What the content script looks for, as one string, made to be short and to be ready at once: every word of every form
 * stands in it once, and forms are lists of word numbers.
 *
 * - line 1: digits of a word number; how many words have a number of one digit, and the first of them; how many words are by
 *   themselves a form whose plural takes another ending than an s, how many are a form that takes any plural, how many begin
 *   a form;
 * - line 2: the words (word-list.ts), in this order: those three kinds, each without the ones before, then the rest. Each kind
 *   is sorted, but for the words with short numbers, which stand together, at the end of one kind and the beginning of the
 *   next;
 * - line 3: the hashes of the words that begin a form (first-words.ts): a page without terms needs no more;
 * - then a line a concept: tier letter and id (no id where it is its first form's words joined by hyphens, a capital where
 *   it is another's: B the second's, C the third's), then each form: a character for its flags, which stands nowhere else,
 *   then its word numbers.
 */
export type FormTable = string;

/** A concept with its patterns, as it goes into the table. */
export interface TableEntry {
  id: string;
  /** First letter of the tier. */
  tier: string;
  patterns: readonly Pattern[];
}

/** Digits of word numbers, sorted, and the characters of the flags: what needs no escaping in a string of JavaScript. */
const DIGITS = ',-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';
const FLAGS = '!#%&()*+';
const BASE = DIGITS.length;
/** Code of the capital that would stand for the first form, and how many there are. */
const FIRST = 65;
const NTH = 26;
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

/** How word numbers are written. */
interface Numbering {
  /** Digits of a number that is not short. */
  width: number;
  /** The numbers from here on, `short` of them, take one digit, one that begins no other number. */
  from: number;
  short: number;
}

function digitsOf(number: number, { width, from, short }: Numbering): string {
  if (number >= from && number < from + short) return DIGITS[number - from];
  const rest = number < from ? number : number - short;
  return numberOf(rest + short * BASE ** (width - 1), width);
}

/** Digits of a number, and as many short numbers as leave enough of the others, but no more than `most`. */
function widthsOf(words: number, most: number): Pick<Numbering, 'width' | 'short'> {
  let width = 1;
  while (BASE ** width < words) width++;
  let short = Math.min(BASE - 1, most);
  while (short + (BASE - short) * BASE ** (width - 1) < words) short--;
  return { width, short };
}

/** Writes the table. */
export function packForms(entries: readonly TableEntry[]): FormTable {
  const plurals = new Set<string>();
  const firsts = new Set<string>();
  const uses = new Map<string, number>();
  for (const { pattern, plural } of entries.flatMap((entry) => entry.patterns)) {
    const parts = pattern.split(' ');
    firsts.add(parts[0]);
    if (plural && parts.length === 1) plurals.add(pattern);
    for (const word of parts) uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  const irregular = [...plurals].filter((word) => !takesS(word)).sort();
  const others = [...firsts].filter((word) => !irregular.includes(word)).sort();
  const widths = widthsOf(uses.size, others.length);
  const frequent = [...others]
    .sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0))
    .slice(0, widths.short)
    .sort()
    .sort((a, b) => Number(plurals.has(b)) - Number(plurals.has(a)));
  const regular = others.filter((word) => plurals.has(word) && !frequent.includes(word));
  const kinds = [irregular, regular, frequent, others, [...uses.keys()].sort()];
  const numbering = { ...widths, from: irregular.length + regular.length };
  const words = [...new Set(kinds.flat())];
  const refs = new Map(words.map((word, i) => [word, digitsOf(i, numbering)]));
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
    const known = patterns.findIndex(({ pattern }) => slug(pattern) === id);
    const name = known < 0 || known >= NTH ? id : known > 0 ? String.fromCharCode(FIRST + known) : '';
    return [tier + name, ...forms].join('');
  });
  const { width, short, from } = numbering;
  const head = [width, short, from, irregular.length, plurals.size, firsts.size].join(' ');
  const hashes = packHashes(words.slice(0, firsts.size), irregular.length);
  return [head, packWordList(words), hashes, ...lines].join('\n');
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

/** A table that is read, each thing when it is asked for: a page without terms asks for the hashes only. */
export interface UnpackedForms {
  /** The hashes of the words that begin a form, as they are written. */
  readonly hashes: string;
  /** So many words, the first ones, are by themselves a form whose plural takes another ending than an s. */
  readonly irregulars: number;
  /** So many are by themselves a form that takes the plural, those included. */
  readonly plurals: number;
  /** So many begin a form. */
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
  const [head, words = '', hashes = ''] = table.split('\n', 3);
  const [width, short = 0, from = 0, irregulars = 0, plurals = 0, firsts = 0] = head.split(' ').map(Number);
  /** The lines of the concepts, as one string. */
  const rest = table.slice(head.length + words.length + hashes.length + 3);
  const forms: TableForm[] = [];
  /** By form, the number of its concept. */
  const conceptOf: number[] = [];
  /** By the digits of the word that begins them. */
  const formsOf = new Map<string, number[]>();
  /** The words by their numbers. */
  let list: string[] = [];
  /** The forms as they are written. */
  let written: string[] | undefined;

  /** Where a word number ends that begins at an offset of a form. */
  const endOf = (form: string, at: number) => at + (form[at] < DIGITS[short] ? 1 : width);

  /** The word whose number stands between two offsets of a form. */
  function wordAt(form: string, at: number, end: number): string {
    let number = 0;
    for (let i = at; i < end; i++) number = number * BASE + DIGITS.indexOf(form[i]);
    if (number < short) return list[from + number];
    const rest = number - short * BASE ** (width - 1);
    return list[rest < from ? rest : rest + short];
  }

  /** Parts the forms, without putting any together: a page holds few of them. */
  function read(): readonly string[] {
    if (!written) {
      written = [];
      list = wordsOf(words);
      let concept = 0;
      for (const form of rest.match(WRITTEN) ?? []) {
        if (form === '\n') concept++;
        else {
          // Digits are compared as they are: to make a number of each takes a cold engine longer than all the rest.
          const word = form.slice(1, endOf(form, 1));
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
      let pattern = '';
      for (let at = 1, end = at; at < text.length; at = end) {
        end = endOf(text, at);
        pattern += (pattern && ' ') + wordAt(text, at, end);
      }
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
    hashes,
    irregulars,
    plurals,
    firsts,
    form,
    formsOf(word) {
      read();
      return formsOf.get(digitsOf(word, { width, from, short })) ?? [];
    },
    get forms() {
      return read().map((_, number) => form(number));
    },
    get concepts() {
      read();
      return (rest ? rest.split('\n') : []).map((line, concept) => {
        const name = BEFORE_FLAGS.exec(line)?.[0] ?? '';
        const nth = (name.charCodeAt(1) || FIRST) - FIRST;
        const known = nth >= 0 && nth < NTH;
        return {
          id: known ? slug(form(conceptOf.indexOf(concept) + nth).pattern) : name.slice(1),
          tier: name[0],
        };
      });
    },
  };
}
