import type { Candidate, Matcher } from './matcher';

/** A block of running text with the candidates found in it. */
export interface TextBlock {
  text: string;
  candidates: Candidate[];
  /** Counts up at each heading: the section that the block belongs to. */
  section: number;
  /** The block is a heading. */
  heading: boolean;
}

export interface Page {
  blocks: TextBlock[];
  title: string;
  /** BCP 47 tag of the page's language, or empty. */
  lang: string;
}

/** Why a candidate was accepted or not, as a code with its particulars; `explain` puts it into words. */
export interface Reason {
  code: 'unambiguous' | 'leukemia-page' | 'no-leukemia-terms';
  words?: string[];
}

export interface Decision {
  block: number;
  candidate: Candidate;
  /** The glossary's sense is meant here. */
  accepted: boolean;
  /** Lit under the default settings. */
  shown: boolean;
  reason: Reason;
}

/**
 * Decides for each candidate of a page whether the glossary's sense is meant and whether it is lit.
 * @returns one decision a candidate, in reading order
 */
export function judge(page: Page, matcher: Matcher): Decision[] {
  const clear = new Set<number>();
  for (const block of page.blocks) {
    for (const c of block.candidates) {
      if (!matcher.forms[c.form].context && matcher.concepts[c.concept].tier === 'core') clear.add(c.concept);
    }
  }
  const leukemiaPage = clear.size > 0;
  const seen = new Set<string>();
  const out: Decision[] = [];
  page.blocks.forEach((block, index) => {
    for (const candidate of block.candidates) {
      const accepted = !matcher.forms[candidate.form].context || leukemiaPage;
      const { tier } = matcher.concepts[candidate.concept];
      const first = !seen.has(`${block.section} ${candidate.concept}`);
      const shown = accepted && first && (tier === 'core' || (tier === 'supporting' && leukemiaPage));
      if (shown) seen.add(`${block.section} ${candidate.concept}`);
      const code = !matcher.forms[candidate.form].context
        ? 'unambiguous'
        : leukemiaPage
          ? 'leukemia-page'
          : 'no-leukemia-terms';
      out.push({ block: index, candidate, accepted, shown, reason: { code } });
    }
  });
  return out;
}

/** A reason in words a reader understands. */
export function explain(reason: Reason): string {
  switch (reason.code) {
    case 'unambiguous':
      return 'This term has one meaning.';
    case 'leukemia-page':
      return 'Other leukemia terms stand on this page.';
    case 'no-leukemia-terms':
      return 'Nothing else on this page is about leukemia.';
  }
}
