import { type FormTable, packForms } from './form-table';
import { type Pattern, patternsOf, pluralOf } from './forms';
import {
  type Block,
  type Category,
  GlossaryError,
  type Note,
  type PictureId,
  type Sources,
  type Term,
  type Tier,
} from './schema';
import { UNFIT } from './word-list';

export interface SourceRef {
  title: string;
  publisher: string;
  url: string;
  section: string;
  revised?: string;
}

/** Everything that a card or a term page says about one concept. */
export interface Card {
  id: string;
  term: string;
  abbreviation?: string;
  say?: string;
  category: Category;
  tier: Tier;
  danger?: string;
  forms: string[];
  /** Further words that find it in the search. */
  search: string[];
  plain: Block[];
  detail: Block[];
  notes: Note[];
  sources: SourceRef[];
  related: string[];
  picture?: PictureId;
  checked: string;
}

/** A card without its text: enough to find it by name and to say in a line what it is. */
export interface CardName extends Pick<Card, 'id' | 'term' | 'abbreviation' | 'forms' | 'search'> {
  /** The first sentence of the definition. */
  summary: string;
}

export interface Glossary {
  forms: FormTable;
  cards: Card[];
}

/** Every spelling under which the matcher finds a pattern, for telling whether two forms clash. */
function spellings(p: Pattern): string[] {
  if (!p.plural) return [p.pattern];
  const { cut, ending } = pluralOf(p.pattern);
  return [p.pattern, p.pattern.slice(0, p.pattern.length - cut) + ending];
}

function compileForms(terms: Term[]): FormTable {
  const owner = new Map<string, string>();
  const entries = terms.map((term) => {
    const patterns = new Map<string, Pattern>();
    for (const pattern of term.forms.flatMap(patternsOf)) {
      const unfit = UNFIT.exec(pattern.pattern);
      if (unfit)
        throw new GlossaryError(
          `${term.id}.md`,
          'forms',
          `"${pattern.pattern}" holds ${unfit}, which no form may`,
        );
      for (const spelling of spellings(pattern)) {
        const other = owner.get(spelling);
        if (other !== undefined && other !== term.id) {
          throw new GlossaryError(`${term.id}.md`, 'forms', `"${spelling}" is also a form of ${other}.md`);
        }
        owner.set(spelling, term.id);
      }
      patterns.set(JSON.stringify(pattern), pattern);
    }
    return { id: term.id, tier: term.tier[0], patterns: [...patterns.values()] };
  });
  return packForms(entries);
}

function checkLinks(terms: Term[], sources: Sources): void {
  const byId = new Map(terms.map((t) => [t.id, t]));
  for (const term of terms) {
    const fail = (field: string, reason: string): never => {
      throw new GlossaryError(`${term.id}.md`, field, reason);
    };
    for (const id of term.related) {
      const other = byId.get(id);
      if (!other) fail('related', `there is no concept "${id}"`);
      else if (!other.related.includes(term.id)) fail('related', `${id}.md does not point back`);
      if (id === term.id) fail('related', 'a concept is not related to itself');
    }
    if (new Set(term.related).size !== term.related.length) fail('related', 'names a concept twice');
    const blocks = [...term.plain, ...term.detail, ...term.notes.flatMap((n) => n.text)];
    for (const span of blocks.flatMap((b) => b.spans)) {
      if (typeof span !== 'string' && !byId.has(span.to))
        fail('text', `links to "${span.to}", which is no concept`);
      if (typeof span !== 'string' && span.to === term.id) fail('text', 'links to itself');
    }
    for (const id of term.notes.flatMap((n) => n.near.flat())) {
      if (!byId.has(id)) fail('In context', `"${id}" is no concept`);
      if (id === term.id) fail('In context', 'a note cannot be keyed by its own concept');
    }
    for (const { doc, section } of term.sources) {
      const source = sources[doc];
      if (!source) fail('sources', `"${doc}" is not in sources.yaml`);
      else if (source.sections && !source.sections.includes(section))
        fail('sources', `"${section}" is no section of ${doc} in sources.yaml`);
    }
  }
}

function cardOf(term: Term, sources: Sources): Card {
  const { id, abbreviation, say, category, tier, danger, plain, detail, notes, related, picture, checked } =
    term;
  return {
    id,
    term: term.term,
    abbreviation,
    say,
    category,
    tier,
    danger,
    forms: term.forms.map((f) => f.text),
    search: term.search,
    plain,
    detail,
    notes,
    sources: term.sources.map(({ doc, section }) => {
      const { title, publisher, url, revised } = sources[doc];
      return { title, publisher, url, section, revised };
    }),
    related,
    picture,
    checked,
  };
}

/** The concepts in the order in which they are numbered. */
export function inOrder(terms: Term[]): Term[] {
  return [...terms].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Checks the concepts against each other and makes what the extension ships.
 * @param terms the term files, read by `parseTerm`
 * @param sources glossary/sources.yaml, read by `parseSources`
 * @throws GlossaryError naming the file, the field and the reason
 */
export function compile(terms: Term[], sources: Sources): Glossary {
  const sorted = inOrder(terms);
  checkLinks(sorted, sources);
  return {
    forms: compileForms(sorted),
    cards: sorted.map((term) => cardOf(term, sources)),
  };
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** What a card is without its text. */
export function nameOf({ id, term, abbreviation, forms, search, plain }: Card): CardName {
  const text = plain[0].spans.map((s) => (typeof s === 'string' ? s : s.text)).join('');
  const [first] = sentences.segment(text);
  return { id, term, abbreviation, forms, search, summary: first.segment.trim() };
}
