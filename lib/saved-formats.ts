/** Saved terms as files that other programs read, and back. */
import Papa from 'papaparse';
import { MAX_NOTE, merged, type SavedTerm } from './saved';

export type SavedFormat = 'csv' | 'markdown' | 'anki';

/** What a file says of a term beside the reader's own note. */
export interface TermText {
  term: string;
  /** The definition, as plain text. */
  plain: string;
}

export const FILE_NAMES: Record<SavedFormat, string> = {
  csv: 'termlight-terms.csv',
  markdown: 'termlight-terms.md',
  anki: 'termlight-terms-anki.txt',
};

/** What can be wrong with a file; `saved.badFile` of the locales says each in words. */
export type ImportFault = 'foreign' | 'json' | 'quote' | 'head' | 'columns' | 'empty' | 'unknown' | 'long';

/** What is wrong with a file, the line, counted from 1, and what stands there, where that helps. */
export class ImportError extends Error {
  constructor(
    readonly line: number,
    readonly fault: ImportFault,
    readonly what = '',
  ) {
    super(`Line ${line}: ${fault} ${what}`.trim());
    this.name = 'ImportError';
  }
}

/** What stands over the terms, in the reader's language. */
export interface Headings {
  title: string;
  term: string;
  definition: string;
  note: string;
}

/** The column by which a table is read back is called the same in every language. */
const ID = 'id';
/** What the column with the notes is called, in the language of whoever wrote the file; earlier files say `note`. */
const NOTE_HEADINGS = ['my note', 'mi nota', 'note'];
const ANKI_HEAD = '#separator:Tab\n#html:false\n#columns:';

type Row = [id: string, term: string, plain: string, note: string];

/** A file has one kind of line ends. */
const unified = (text: string): string => text.replace(/\r\n?/g, '\n');

/** A spreadsheet runs a cell that begins so, be it of one line or of more. Papa puts an apostrophe before it; so it does before one that stood there. */
const FORMULA = /^'*[=+\-@\t]/;
const unguarded = (cell: string) => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);

/**
 * Writes saved terms as a file's text.
 * @param textOf what the glossary says of a concept; without it the id stands for the term
 */
export function writeSaved(
  format: SavedFormat,
  saved: SavedTerm[],
  textOf: (id: string) => TermText | undefined,
  { title, ...headings }: Headings,
): string {
  const rows = saved.map(({ concept, note }): Row => {
    const { term, plain } = textOf(concept) ?? { term: concept, plain: '' };
    return [concept, term, plain, unified(note)];
  });
  if (format === 'csv') {
    const fields = [ID, headings.term, headings.definition, headings.note];
    return `${Papa.unparse({ fields, data: rows }, { newline: '\n', escapeFormulae: FORMULA })}\n`;
  }
  if (format === 'anki') {
    const columns = [headings.term, headings.definition, headings.note, ID].join('\t');
    const cards = rows.map(([id, term, plain, note]) => [term, plain, note, id]);
    return `${ANKI_HEAD}${columns}\n${Papa.unparse(cards, { delimiter: '\t', newline: '\n' })}\n`;
  }
  const parts = rows.map(([id, term, plain, note]) => {
    const quoted = note
      ? `\n\n${note
          .split('\n')
          .map((line) => (line ? `> ${line}` : '>'))
          .join('\n')}`
      : '';
    return `## ${term}\n<!-- termlight: ${id} -->\n\n${plain}${quoted}\n`;
  });
  return [`# ${title}\n`, ...parts].join('\n');
}

function readTable(text: string, firstLine: number, delimiter: string): { line: number; cells: string[] }[] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false });
  const [error] = errors.filter(({ type }) => type === 'Quotes');
  let line = firstLine;
  const rows = data.map((cells) => {
    const row = { line, cells };
    line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    return row;
  });
  if (error) throw new ImportError(rows[error.row ?? 0]?.line ?? firstLine, 'quote');
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim()));
}

interface Found extends SavedTerm {
  line: number;
}

/** What separates the columns: a spreadsheet of a country with decimal commas writes semicolons. */
function separatorOf(text: string): string {
  const [head] = text.split('\n', 1);
  const columns = (separator: string) => head.split(separator).length;
  return [',', ';', '\t'].reduce((best, next) => (columns(next) > columns(best) ? next : best));
}

/** @param isTable it says that it is a table; otherwise its first line must show that */
function readCsv(text: string, isTable: boolean): Found[] {
  const [head, ...rows] = readTable(text, 1, separatorOf(text));
  const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const idAt = names.indexOf(ID);
  const noteAt = names.findIndex((name) => NOTE_HEADINGS.includes(name));
  if (idAt < 0) throw new ImportError(head?.line ?? 1, isTable ? 'head' : 'foreign');
  return rows.map(({ line, cells }) => ({
    line,
    concept: (cells[idAt] ?? '').trim(),
    note: unguarded(cells[noteAt] ?? ''),
  }));
}

function readAnki(text: string): Found[] {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => !line.startsWith('#'));
  if (first < 0) return [];
  return readTable(lines.slice(first).join('\n'), first + 1, '\t').map(({ line, cells }) => {
    if (cells.length < 4) throw new ImportError(line, 'columns');
    return { line, concept: cells[3].trim(), note: cells[2] };
  });
}

const MARK = /^<!--\s*termlight:\s*(\S+)\s*-->\s*$/;

function readMarkdown(text: string): Found[] {
  const found: (Omit<Found, 'note'> & { note: string[] })[] = [];
  text.split('\n').forEach((line, i) => {
    const id = line.match(MARK)?.[1];
    if (id) found.push({ line: i + 1, concept: id, note: [] });
    else if (line.startsWith('>')) found.at(-1)?.note.push(line.replace(/^> ?/, ''));
  });
  return found.map(({ note, ...rest }) => ({ ...rest, note: note.join('\n') }));
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Reads a file of whichever kind its text shows it to be. */
function readAny(text: string, name: string): Found[] {
  if (!text.trim()) return [];
  if (isJson(text)) throw new ImportError(1, 'json');
  if (text.startsWith('#separator:')) return readAnki(text);
  if (text.split('\n').some((line) => MARK.test(line))) return readMarkdown(text);
  if (/\.(md|json)$/i.test(name)) throw new ImportError(1, 'foreign');
  return readCsv(text, /\.csv$/i.test(name));
}

/** What a file holds. */
export interface SavedFile {
  /** Each term once, with all that the file notes on it. */
  terms: SavedTerm[];
  /** Ids that the glossary does not have, such as of a term that was renamed since. */
  unknown: string[];
}

/**
 * Reads a file that `writeSaved` wrote in any language, perhaps edited since; which of the three it is shows in its text.
 * @param isConcept whether the glossary has a concept with this id
 * @param name the file's, for saying what is wrong with it
 * @throws ImportError naming the first line that is wrong, or that there is no known term; nothing is read then
 */
export function readSavedFile(text: string, isConcept: (id: string) => boolean, name = ''): SavedFile {
  const found = readAny(unified(text.replace(/^\uFEFF/, '')), name);
  const long = found.find(({ note }) => note.length > MAX_NOTE);
  if (long) throw new ImportError(long.line, 'long', String(MAX_NOTE));
  if (!found.length) throw new ImportError(1, 'empty');
  const known = found.filter(({ concept }) => isConcept(concept));
  if (!known.length) throw new ImportError(found[0].line, 'unknown', found[0].concept);
  const terms = merged(
    [],
    known.map(({ concept, note }) => ({ concept, note })),
  );
  const tooMuch = terms.find(({ note }) => note.length > MAX_NOTE)?.concept;
  if (tooMuch) {
    const line = known.findLast(({ concept }) => concept === tooMuch)?.line ?? 1;
    throw new ImportError(line, 'long', String(MAX_NOTE));
  }
  const unknown = found.filter(({ concept }) => !isConcept(concept)).map(({ concept }) => concept);
  return { terms, unknown: [...new Set(unknown)] };
}
