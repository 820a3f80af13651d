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
  reason: Reason;
}

export interface Judgement {
  /** One a candidate, in reading order. */
  decisions: Decision[];
  /** The page is plainly about cancer. */
  cancerPage: boolean;
}

/**
 * Decides for each candidate of a page whether the glossary's sense is meant. Whether it is then lit is another question:
 * see choose.ts.
 */
export function judge(page: Page, matcher: Matcher): Judgement {
  const clear = new Set<number>();
  for (const block of page.blocks) {
    for (const c of block.candidates) {
      if (!matcher.forms[c.form].context && matcher.concepts[c.concept].tier === 'core') clear.add(c.concept);
    }
  }
  const leukemiaPage = clear.size > 0;
  const decisions: Decision[] = [];
  page.blocks.forEach((block, index) => {
    for (const candidate of block.candidates) {
      const { context } = matcher.forms[candidate.form];
      const accepted = !context || leukemiaPage;
      const code = !context ? 'unambiguous' : leukemiaPage ? 'leukemia-page' : 'no-leukemia-terms';
      decisions.push({ block: index, candidate, accepted, reason: { code } });
    }
  });
  return { decisions, cancerPage: leukemiaPage };
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
