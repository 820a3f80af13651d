import forms from 'virtual:termlight/forms';
import { choose } from '../../glossary/choose';
import type { Judgement } from '../../glossary/context';
import { createMatcher } from '../../glossary/matcher';
import type { Settings } from '../../lib/settings';

/** A piece of a sample paragraph: running text, or a term that is lit. */
export interface Piece {
  text: string;
  lit: boolean;
}
export interface PreviewBlock {
  heading: boolean;
  pieces: Piece[];
}

const matcher = createMatcher(forms);

/**
 * A sample text as the settings would light it, by the code that lights pages. The sample is about leukemia, so every
 * term in it is meant; only which of them are chosen differs.
 */
export function previewOf(sample: { heading: boolean; text: string }[], settings: Settings): PreviewBlock[] {
  let section = 0;
  let end = 0;
  const blocks = sample.map(({ heading, text }) => {
    if (heading) section++;
    const at = end;
    end += text.length;
    return { text, at, section, inScope: true, heading, candidates: matcher.scan(text) };
  });
  const decisions = blocks.flatMap(({ candidates }, block) =>
    candidates.map((candidate) => ({ block, candidate, accepted: true, reason: { code: 'unambiguous' } })),
  );
  const { occurrences, density, supporting, everyday, known } = settings;
  const lit = choose({ decisions, cancerPage: true } as Judgement, blocks, matcher, {
    occurrences,
    density,
    supporting,
    everyday,
    hidden: new Set(known),
  });
  return blocks.map(({ heading, text }, index) => {
    const pieces: Piece[] = [];
    let at = 0;
    decisions.forEach(({ block, candidate: { start, end } }, i) => {
      if (block !== index || !lit[i]) return;
      pieces.push({ text: text.slice(at, start), lit: false }, { text: text.slice(start, end), lit: true });
      at = end;
    });
    pieces.push({ text: text.slice(at), lit: false });
    return { heading, pieces: pieces.filter((piece) => piece.text) };
  });
}
