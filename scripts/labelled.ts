import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Page, weigh } from '../glossary/context';
import type { Cues } from '../glossary/cues';
import type { Candidate, Matcher } from '../glossary/matcher';
import type { Weighed } from '../glossary/weighed';
import { readPage } from './read-page';

/** Labelled passages that stand beside the project, not in it: one JSON object a line. */
export const PASSAGES_FILE = fileURLToPath(new URL('../../shared/corpus/dev.jsonl', import.meta.url));
/** Real web pages that stand beside the project, not in it. */
export const PAGES_DIR = join(PASSAGES_FILE, '../../pages');

/** A labelled occurrence of a surface form; offsets are UTF-16 offsets into the passage. */
export interface Gold {
  surface: string;
  start: number;
  end: number;
  sense: 'leukemia-glossary' | 'other' | 'arguable';
  ambiguous: boolean;
}

export interface Passage {
  id: string;
  group: string;
  /** Where it comes from; passages of one source stay together when folds are made. */
  source: string;
  text: string;
  gold: Gold[];
}

/** The labelled passages, or undefined where the file is absent. */
export function readPassages(file = PASSAGES_FILE): Passage[] | undefined {
  if (!existsSync(file)) return undefined;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Passage);
}

/** A passage as a page, with the place of each block in the passage's text. */
export async function pageOf(text: string, matcher: Matcher): Promise<{ page: Page; at: number[] }> {
  const read = readPage(text);
  return {
    page: { ...read, blocks: read.blocks.map((b) => ({ ...b, candidates: matcher.scan(b.text) })) },
    at: read.blocks.map((b) => b.at),
  };
}

/** The document that a passage comes from (`source` without what stands in brackets), or its whole site. */
export function originOf({ source }: Passage, by: 'document' | 'site'): string {
  const document = source.split(' (')[0].trim();
  return by === 'document' ? document : (/^github:([^/]+\/[^/\s]+)/.exec(document)?.[1] ?? document);
}

/** A labelled occurrence with what the matcher found there. */
export interface Labelled {
  passage: Passage;
  gold: Gold;
  /** Every ambiguous candidate that overlaps it. */
  weighed: Weighed[];
  /** A form that has one meaning overlaps it. */
  clear: boolean;
}

/**
 * Every labelled occurrence that is scored, ambiguous or not, with the candidates that overlap it.
 * @param isSparing see `weigh`
 */
export async function labelledOf(
  passages: Passage[],
  matcher: Matcher,
  cues: Cues,
  isSparing = true,
): Promise<Labelled[]> {
  const out: Labelled[] = [];
  for (const passage of passages) {
    const { page, at } = await pageOf(passage.text, matcher);
    const all = weigh(page, matcher, cues, undefined, isSparing).weighed;
    for (const gold of passage.gold) {
      if (gold.sense === 'arguable') continue;
      const overlaps = (block: number, { start, end }: Candidate) =>
        at[block] + start < gold.end && at[block] + end > gold.start;
      const clear = page.blocks.some((b, i) =>
        b.candidates.some((c) => !matcher.forms[c.form].context && overlaps(i, c)),
      );
      out.push({
        passage,
        gold,
        clear,
        weighed: all.filter(({ block, index }) => overlaps(block, page.blocks[block].candidates[index])),
      });
    }
  }
  return out;
}
