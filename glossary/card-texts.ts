/*
 * The cards as one string, which each page with terms holds: short, and taken apart only where a card is asked for.
 * First a line with the sources' documents, then a line a concept: id, headword and the rest, between tabs.
 */
import type { Card, SourceRef } from './compile';
import type { Block, Span } from './schema';

/** What a card on a page says. */
export type CardText = Omit<Card, 'forms' | 'search' | 'tier'>;

type Doc = Omit<SourceRef, 'section'>;
type PackedSpan = string | [text: string, to: string];
type PackedBlock = [kind: 0 | 1, ...PackedSpan[]];
interface PackedCard extends Omit<CardText, 'id' | 'term' | 'plain' | 'detail' | 'notes' | 'sources'> {
  plain: PackedBlock[];
  detail: PackedBlock[];
  notes: [near: string[][], text: PackedBlock[]][];
  sources: [doc: number, section: string][];
}

const KINDS = ['p', 'li'] as const;

const packSpan = (span: Span): PackedSpan => (typeof span === 'string' ? span : [span.text, span.to]);
const unpackSpan = (span: PackedSpan): Span =>
  typeof span === 'string' ? span : { text: span[0], to: span[1] };

const packBlocks = (blocks: readonly Block[]): PackedBlock[] =>
  blocks.map(({ kind, spans }) => [kind === 'p' ? 0 : 1, ...spans.map(packSpan)]);
const unpackBlocks = (blocks: readonly PackedBlock[]): Block[] =>
  blocks.map(([kind, ...spans]) => ({ kind: KINDS[kind], spans: spans.map(unpackSpan) }));

/** Puts all cards into one string. */
export function packCards(cards: readonly Card[]): string {
  const docs = new Map<string, { doc: Doc; index: number }>();
  const docIndex = (doc: Doc): number => {
    const key = JSON.stringify(doc);
    const known = docs.get(key) ?? { doc, index: docs.size };
    docs.set(key, known);
    return known.index;
  };
  const lines = cards.map(({ id, term, forms, search, tier, plain, detail, notes, sources, ...rest }) => {
    const packed: PackedCard = {
      ...rest,
      plain: packBlocks(plain),
      detail: packBlocks(detail),
      notes: notes.map(({ near, text }) => [near, packBlocks(text)]),
      sources: sources.map(({ section, ...doc }) => [docIndex(doc), section]),
    };
    return [id, term, JSON.stringify(packed)].join('\t');
  });
  return [JSON.stringify([...docs.values()].map(({ doc }) => doc)), ...lines].join('\n');
}

/** The texts of all cards; each is parsed when it is first asked for. */
export class CardTexts {
  #docs: Doc[];
  #lines = new Map<string, { term: string; json: string }>();
  #cards = new Map<string, CardText>();

  /** @param packed what `packCards` made */
  constructor(packed: string) {
    const [docs, ...lines] = packed.split('\n');
    this.#docs = JSON.parse(docs);
    for (const line of lines) {
      const [id, term, json] = line.split('\t');
      this.#lines.set(id, { term, json });
    }
  }

  /** The headword of a concept; the id itself where there is no such concept. */
  term(id: string): string {
    return this.#lines.get(id)?.term ?? id;
  }

  card(id: string): CardText | undefined {
    let card = this.#cards.get(id);
    const line = this.#lines.get(id);
    if (!card && line) {
      card = this.#unpack(id, line.term, JSON.parse(line.json));
      this.#cards.set(id, card);
    }
    return card;
  }

  #unpack(id: string, term: string, { plain, detail, notes, sources, ...rest }: PackedCard): CardText {
    return {
      id,
      term,
      ...rest,
      plain: unpackBlocks(plain),
      detail: unpackBlocks(detail),
      notes: notes.map(([near, text]) => ({ near, text: unpackBlocks(text) })),
      sources: sources.map(([doc, section]) => ({ ...this.#docs[doc], section })),
    };
  }
}
