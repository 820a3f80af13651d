/** What popup and panel make of the frames' answers. */
import type { PageTerm, PageTerms } from './messages';

/** An occurrence with the frame that holds it. */
export interface Occurrence extends PageTerm {
  frame: string;
}

export interface Section {
  /** Empty where the terms stand under none. */
  heading: string;
  /** In the topmost frame, not in one inside it. */
  top: boolean;
  terms: Occurrence[];
}

/** Lit occurrences under their headings, in reading order; sections without one are left out. */
export function sectionsOf(frames: PageTerms[], which: 'lit' | 'rejected' = 'lit'): Section[] {
  return frames.flatMap(({ frame, top, sections, terms, rejected }) => {
    const list = which === 'lit' ? terms.filter((term) => term.lit) : rejected;
    return sections
      .map((heading, i) => ({
        heading,
        top,
        terms: list.filter(({ section }) => section === i).map((term) => ({ ...term, frame })),
      }))
      .filter((section) => section.terms.length);
  });
}

export interface Counted {
  concept: string;
  /** Occurrences of any of its forms on the page, lit or not. */
  count: number;
  /** The first that is lit, or else the first. */
  first: Occurrence;
}

/** Each concept that is lit on the page, the most frequent first; among equals, in reading order. */
export function countTerms(frames: PageTerms[]): Counted[] {
  const counted = new Map<string, Counted>();
  for (const { frame, terms } of frames) {
    for (const term of terms) {
      const entry = counted.get(term.concept);
      if (!entry) counted.set(term.concept, { concept: term.concept, count: 1, first: { ...term, frame } });
      else {
        entry.count++;
        if (term.lit && !entry.first.lit) entry.first = { ...term, frame };
      }
    }
  }
  return [...counted.values()].filter(({ first }) => first.lit).sort((a, b) => b.count - a.count);
}

/** Ids of all concepts that are meant somewhere on the page, lit or not. */
export const conceptsOn = (frames: PageTerms[]): Set<string> =>
  new Set(frames.flatMap(({ terms }) => terms.map((term) => term.concept)));
