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
export type ImportFault = 'quote' | 'head' | 'columns' | 'empty' | 'unknown' | 'long';

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

const CSV_FIELDS = ['id', 'term', 'definition', 'note'];
const ANKI_HEAD = '#separator:Tab\n#html:false\n#columns:Term\tDefinition\tMy note\tTermlight id\n';
const TITLE = '# My terms';

type Row = [id: string, term: string, plain: string, note: string];

/**
 * Writes saved terms as a file's text.
 * @param textOf what the glossary says of a concept; without it the id stands for the term
 */
export function writeSaved(
  format: SavedFormat,
  saved: SavedTerm[],
  textOf: (id: string) => TermText | undefined,
): string {
  const rows = saved.map(({ concept, note }): Row => {
    const { term, plain } = textOf(concept) ?? { term: concept, plain: '' };
    return [concept, term, plain, note];
  });
  if (format === 'csv') {
    // A spreadsheet runs a cell that begins like a formula.
    return `${Papa.unparse({ fields: CSV_FIELDS, data: rows }, { newline: '\n', escapeFormulae: true })}\n`;
  }
  if (format === 'anki') {
    const cards = rows.map(([id, term, plain, note]) => [term, plain, note, id]);
    return `${ANKI_HEAD}${Papa.unparse(cards, { delimiter: '\t', newline: '\n' })}\n`;
  }
  const parts = rows.map(([id, term, plain, note]) => {
    const quoted = note
      ? `\n\n${note
          .split('\n')
          .map((line) => `> ${line}`.trimEnd())
          .join('\n')}`
      : '';
    return `## ${term}\n<!-- termlight: ${id} -->\n\n${plain}${quoted}\n`;
  });
  return [`${TITLE}\n`, ...parts].join('\n');
}

/** Undoes Papa's guard against formulas. */
const unguarded = (cell: string) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

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

function readCsv(text: string): Found[] {
  const [head, ...rows] = readTable(text, 1, separatorOf(text));
  const idAt = head?.cells.findIndex((cell) => cell.trim().toLowerCase() === 'id') ?? -1;
  const noteAt = head?.cells.findIndex((cell) => cell.trim().toLowerCase() === 'note') ?? -1;
  if (idAt < 0) throw new ImportError(head?.line ?? 1, 'head');
  return rows.map(({ line, cells }) => ({
    line,
    concept: (cells[idAt] ?? '').trim(),
    note: unguarded(cells[noteAt] ?? ''),
  }));
}

function readAnki(text: string): Found[] {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => !line.startsWith('#'));
  return readTable(lines.slice(first).join('\n'), first + 1, '\t').map(({ line, cells }) => {
    if (cells.length < 4) throw new ImportError(line, 'columns');
    return { line, concept: cells[3].trim(), note: cells[2] };
  });
}

function readMarkdown(text: string): Found[] {
  const found: Found[] = [];
  text.split('\n').forEach((line, i) => {
    const id = line.match(/^<!--\s*termlight:\s*(\S+)\s*-->\s*$/)?.[1];
    const last = found.at(-1);
    if (id) found.push({ line: i + 1, concept: id, note: '' });
    else if (last && line.startsWith('>')) {
      const note = line.replace(/^> ?/, '');
      last.note = last.note === '' ? note : `${last.note}\n${note}`;
    }
  });
  return found;
}

/** What a file holds. */
export interface SavedFile {
  /** Each term once, with all that the file notes on it. */
  terms: SavedTerm[];
  /** Ids that the glossary does not have, such as of a term that was renamed since. */
  unknown: string[];
}

/**
 * Reads a file that `writeSaved` wrote, perhaps edited since; which of the three it is shows in its text.
 * @param isConcept whether the glossary has a concept with this id
 * @throws ImportError naming the first line that is wrong, or that there is no known term; nothing is read then
 */
export function readSavedFile(text: string, isConcept: (id: string) => boolean): SavedFile {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const found = clean.startsWith('#separator:')
    ? readAnki(clean)
    : /^<!--\s*termlight:/m.test(clean)
      ? readMarkdown(clean)
      : readCsv(clean);
  const long = found.find(({ note }) => note.length > MAX_NOTE);
  if (long) throw new ImportError(long.line, 'long', String(MAX_NOTE));
  if (!found.length) throw new ImportError(1, 'empty');
  const known = found.filter(({ concept }) => isConcept(concept));
  if (!known.length) throw new ImportError(found[0].line, 'unknown', found[0].concept);
  const terms = merged([], known);
  const tooMuch = terms.find(({ note }) => note.length > MAX_NOTE)?.concept;
  if (tooMuch) {
    const line = known.findLast(({ concept }) => concept === tooMuch)?.line ?? 1;
    throw new ImportError(line, 'long', String(MAX_NOTE));
  }
  const unknown = found.filter(({ concept }) => !isConcept(concept)).map(({ concept }) => concept);
  return { terms, unknown: [...new Set(unknown)] };
}
