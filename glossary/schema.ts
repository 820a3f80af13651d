import * as v from 'valibot';

export const CATEGORIES = [
  'disease',
  'subtype',
  'protein-or-gene',
  'cell',
  'anatomy',
  'therapy',
  'drug-class',
  'drug',
  'procedure',
  'phase',
  'outcome',
  'test-or-measure',
  'side-effect',
  'supportive-care',
  'care-setting',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const TIERS = ['core', 'supporting', 'everyday'] as const;
export type Tier = (typeof TIERS)[number];

/** Pictures that a card may have; components/pictures/ draws them. */
export const PICTURES = [
  'treatment-timeline',
  'csf-and-ommaya',
  't-cell-engager',
  'antibody-drug-conjugate',
  'car-t-journey',
] as const;
export type PictureId = (typeof PICTURES)[number];

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
);
const line = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const date = v.pipe(v.string(), v.isoDate('must be a date such as 2026-11-23'));

const formObject = v.strictObject({
  text: line,
  case: v.optional(v.picklist(['exact', 'any', 'acronyms'])),
  plural: v.optional(v.union([v.boolean(), line])),
  context: v.optional(v.boolean(), false),
});

/** The front matter of a term file, as written. docs/glossary.md says what each field means. */
export const frontMatterSchema = v.strictObject({
  id,
  term: line,
  abbreviation: v.optional(line),
  say: v.optional(line),
  category: v.picklist(CATEGORIES),
  tier: v.picklist(TIERS),
  danger: v.optional(
    v.pipe(line, v.regex(/tell the care team right away/i, 'must say "tell the care team right away"')),
  ),
  forms: v.pipe(
    v.array(
      v.union([
        v.pipe(
          line,
          v.transform((text) => v.parse(formObject, { text })),
        ),
        formObject,
      ]),
    ),
    v.minLength(1, 'needs at least one form'),
  ),
  /** What readers call it that is no form on a page ("spinal tap"): for the search only. */
  search: v.optional(v.array(line), []),
  cues: v.optional(v.array(line), []),
  other: v.optional(v.array(v.strictObject({ meaning: line, cues: v.optional(v.array(line), []) })), []),
  sources: v.pipe(
    v.array(v.strictObject({ doc: id, section: line })),
    v.minLength(1, 'needs at least one source'),
  ),
  related: v.array(id),
  picture: v.optional(v.picklist(PICTURES)),
  care: v.optional(v.array(line), []),
  checked: date,
});

/** One entry of glossary/sources.yaml. */
export const sourceSchema = v.strictObject({
  title: line,
  publisher: line,
  url: v.pipe(v.string(), v.url('must be an address'), v.startsWith('https://', 'must start with https://')),
  revised: v.optional(date),
  sections: v.optional(v.array(line)),
});
export const sourcesSchema = v.record(id, sourceSchema);
export type Source = v.InferOutput<typeof sourceSchema>;
export type Sources = Record<string, Source>;

/** Running text: a string as it stands, or words that lead to another concept. */
export type Span = string | { text: string; to: string };
/** A paragraph, or an item of a bullet list. */
export interface Block {
  kind: 'p' | 'li';
  spans: Span[];
}

/** An In-context note. `near`: alternatives, each a list of concept ids that must all stand near. */
export interface Note {
  near: string[][];
  text: Block[];
}

export interface Form {
  text: string;
  /** exact: as written; any: upper and lower case are one; acronyms: any, but for words in capitals (CRS). */
  case: 'exact' | 'any' | 'acronyms';
  /** true: the regular plural too; a string: that plural too. */
  plural: boolean | string;
  /** true: the form has other meanings and needs the context to speak for this one. */
  context: boolean;
}

/** A term file, read and checked. */
export interface Term extends Omit<v.InferOutput<typeof frontMatterSchema>, 'forms'> {
  forms: Form[];
  plain: Block[];
  detail: Block[];
  notes: Note[];
}

/** What is wrong with a term file: always its name, the field and the reason. */
export class GlossaryError extends Error {
  constructor(
    readonly file: string,
    readonly field: string,
    readonly reason: string,
  ) {
    super(`${file}: ${field}: ${reason}`);
    this.name = 'GlossaryError';
  }
}
