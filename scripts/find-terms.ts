import { choose, DEFAULT_CHOICE } from '../glossary/choose';
import { judge, type TextBlock } from '../glossary/context';
import { type Cues, readCues } from '../glossary/cues';
import { createMatcher, type Matcher } from '../glossary/matcher';
import { explain } from './explain';
import { readGlossary } from './read-glossary';
import { readPage } from './read-page';

/** One candidate of a page, as `npm run match` prints it; offsets are UTF-16 (see read-page.ts). */
export interface FoundTerm {
  start: number;
  end: number;
  text: string;
  concept: string;
  accepted: boolean;
  shown: boolean;
  reason: string;
}

let built: { matcher: Matcher; cues: Cues } | undefined;

/**
 * The pure core over one page: reads, matches, judges.
 * @param content the page's source: plain text or HTML
 * @param name its file name, if it has one
 * @throws GlossaryError when a term file is wrong
 */
export function findTerms(content: string, name?: string): FoundTerm[] {
  if (!built) {
    const { forms, context } = readGlossary();
    built = { matcher: createMatcher(forms), cues: readCues(context) };
  }
  const { matcher, cues } = built;
  const page = readPage(content, name);
  const blocks = page.blocks.map(
    ({ text, section, heading }): TextBlock => ({ text, section, heading, candidates: matcher.scan(text) }),
  );
  const judgement = judge({ ...page, blocks }, matcher, cues);
  let end = 0;
  const scoped = blocks.map(({ text, section }) => {
    const at = end;
    end += text.length;
    return { at, section, inScope: true };
  });
  const shown = choose(judgement, scoped, matcher, DEFAULT_CHOICE);
  return judgement.decisions.map(({ block, candidate, accepted, reason }, index) => {
    const { at, text } = page.blocks[block];
    return {
      start: at + candidate.start,
      end: at + candidate.end,
      text: text.slice(candidate.start, candidate.end),
      concept: matcher.concepts[candidate.concept].id,
      accepted,
      shown: shown[index],
      reason: explain(reason),
    };
  });
}
