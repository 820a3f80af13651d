import type { Reason } from '../../glossary/context';
import type { Candidate } from '../../glossary/matcher';
import { type DomBlock, rangeOf, type Segment, segmentsUnder } from './blocks';

/** One occurrence of a form on the page, lit or not. Stays the same object as long as its block's text does. */
export class Match {
  /** The glossary's sense is meant here. */
  accepted = false;
  /** It is lit: accepted, in scope, and chosen under the reader's settings. */
  shown = false;
  reason: Reason | undefined;
  #range: StaticRange | undefined;

  constructor(
    /** Id of the concept. */
    readonly concept: string,
    readonly candidate: Candidate,
    readonly block: DomBlock,
  ) {}

  /** The form as it stands on the page. */
  get text(): string {
    return this.block.text.slice(this.candidate.start, this.candidate.end);
  }

  /** Where it stands in the page. */
  get range(): StaticRange {
    this.#range ??= rangeOf(this.block, this.candidate.start, this.candidate.end);
    return this.#range;
  }

  /** A painter that puts elements into the page says where the match stands now; undefined: where it was read. */
  set range(moved: StaticRange | undefined) {
    this.#range = moved;
  }
}

/** The stretches of text nodes that a match was read from. */
export const segmentsOf = ({ block, candidate }: Match): Segment[] =>
  segmentsUnder(block, candidate.start, candidate.end);
