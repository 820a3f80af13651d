import { FOLDED, isInvisible, isWordBeyondAscii, isWordCode } from './characters';
import { type FirstWords, MARK } from './first-words';
import { HASH_BITS, HASH_SEED } from './hash';
import { ALONE, MET, SMALL, type Spellings } from './spellings';

/** One form as found on the page; `start` and `end` are UTF-16 offsets into the scanned text. */
export interface Candidate {
  start: number;
  end: number;
  /** Index into `Matcher.concepts`. */
  concept: number;
  /** Index into `Matcher.forms`. */
  form: number;
}

/** What was found in one piece of a text. */
export interface PieceFinds {
  /** The piece's number, among those that were fed last. */
  piece: number;
  /** Candidates that lie wholly inside it, their offsets in that piece. */
  candidates: Candidate[];
  /** A form may end here that began in a piece before, if no block boundary parts them. */
  crossing: boolean;
}

/**
 * Scans text that stands in pieces, many at once: most pieces hold nothing, and where a form may run over a seam the reader
 * looks again at the joined text.
 */
export interface PieceScan {
  /** What was found in the pieces fed last, in their order, when all is done. */
  finds: readonly PieceFinds[];
  /**
   * Takes pieces that follow each other; those before must be done.
   * @param text the pieces, joined
   * @param ends where each piece ends in it, UTF-16 offsets
   * @param count so many of them
   * @param over whether a form runs over to the first of them
   */
  feed(text: string, ends: Int32Array, count: number, over?: boolean): void;
  /**
   * Scans what was fed.
   * @param stride about so much of it, UTF-16 units; all of it without
   * @returns whether all is done
   */
  run(stride?: number): boolean;
}

/** A word that is cut into more pieces is looked at no farther. */
const MOST_CUTS = 5;
/** In place of a slot. */
const NO_SLOT = -1;
const PAUSE = -2;
const DONE = -3;

/** No form is longer, in UTF-16 units; a seam is looked at no farther. */
export const LONGEST_FORM = 128;

const continuesWord = (c: number) => isWordCode(c) || isInvisible(c);

/** Whether an offset stands in a word. */
export const isInWord = (text: string, at: number): boolean =>
  at > 0 && at < text.length && continuesWord(text.charCodeAt(at - 1)) && continuesWord(text.charCodeAt(at));

/**
 * A scan by a table of first words.
 * @param runsOver whether a form may run over from one text into the one that follows
 */
export function createPieceScan(
  { mask, slots }: FirstWords,
  spellings: Spellings,
  runsOver: (before: string, after: string) => boolean,
): PieceScan {
  let text = '';
  let ends: Int32Array = new Int32Array(1);
  let count = 0;
  /** The piece at hand, and where the scan is. */
  let piece = 0;
  let at = 0;
  /** The word that was read last: where it begins, and whether the end of a piece cuts it. */
  let start = 0;
  let cut = false;
  /** Where forms end that run over the end of the piece in which they begin. */
  let crossed: number[] = [];

  /**
   * Reads on to the end of the next word that begins a form, or that the end of a piece cuts. A loop by itself over the
   * characters of all pieces: an engine that is cold makes machine code of a long loop while it runs, the sooner the
   * less stands in it.
   * @returns the word's slot; NO_SLOT where it begins none; PAUSE where it began at `until` or later, DONE at the end
   */
  function next(until: number): number {
    const chars = text;
    const fold = FOLDED;
    const heads = slots;
    const bits = mask;
    const { hints } = spellings;
    let i = at;
    const seams = ends;
    let limit = seams[piece];
    for (;;) {
      if (i >= limit) {
        if (++piece >= count) return DONE;
        limit = seams[piece];
        continue;
      }
      let c = chars.charCodeAt(i);
      let folded = c < 128 ? fold[c] : isWordBeyondAscii(c) ? c : 0;
      if (folded === 0) {
        i++;
        continue;
      }
      if (i >= until) {
        at = i;
        return PAUSE;
      }
      const from = i;
      const first = c;
      let hash = HASH_SEED;
      for (;;) {
        if (folded !== 0) hash = (hash * 31 + folded) & HASH_BITS;
        else if (c < 128 || !isInvisible(c)) break;
        if (++i >= limit) break;
        c = chars.charCodeAt(i);
        folded = c < 128 ? fold[c] : isWordBeyondAscii(c) ? c : 0;
      }
      const open = i >= limit && limit < chars.length && continuesWord(chars.charCodeAt(limit));
      let slot = (hash ^ (hash >> 11)) & bits;
      let held = heads[slot];
      if (held === 0 && !open) continue;
      const marked = hash | MARK;
      while (held !== 0 && held !== marked) {
        slot = (slot + 1) & bits;
        held = heads[slot];
      }
      if (!open) {
        if (held === 0) continue;
        // What stands after the word and one blank or hyphen, where that can be told at a glance.
        const after = i + 1 < chars.length ? chars.charCodeAt(i + 1) : 0;
        const letter = after < 128 ? fold[after] : 0;
        const known = hints[first < SMALL ? slot : slot + bits + 1];
        const fitting = known & (letter === 0 ? ~MET : ALONE | (1 << (letter & 31)));
        if (known !== 0 && fitting === 0) continue;
      }
      at = i;
      start = from;
      cut = open;
      return held === 0 ? NO_SLOT : slot;
    }
  }

  const beginOf = (number: number) => (number > 0 ? ends[number - 1] : 0);

  /**
   * A word that the end of a piece cuts may begin a form when it is whole. It may begin with the piece or before it, and end
   * with any of those that follow: a block may begin or end there.
   */
  function lookOver(seam: number): void {
    let first = seam;
    while (first > 0 && seam - first < LONGEST_FORM && continuesWord(text.charCodeAt(first - 1))) first--;
    const until = [seam + LONGEST_FORM];
    for (let i = piece + 1; i < piece + MOST_CUTS && isInWord(text, ends[i]); i++) until.push(ends[i]);
    for (const from of [first, Math.max(first, beginOf(piece))])
      for (const to of until)
        if (runsOver(text.slice(from, seam), text.slice(seam, to))) crossed.push(seam + 1);
  }

  /** Looks for the forms that the word read last begins. */
  function look(slot: number): void {
    const candidate = spellings.longestAt(text, start, at, slot, ends[piece], crossed);
    if (!candidate) return;
    if (candidate.end > at) at = candidate.end;
    const begin = beginOf(piece);
    candidate.start -= begin;
    candidate.end -= begin;
    findsIn(piece).candidates.push(candidate);
  }

  /** By piece. */
  let found: PieceFinds[] = [];
  const findsIn = (number: number) => {
    found[number] ??= { piece: number, candidates: [], crossing: false };
    return found[number];
  };

  const scanner: PieceScan = {
    finds: [],
    feed(pieces, seams, pieceCount, over = false) {
      text = pieces;
      ends = seams;
      count = pieceCount;
      piece = at = 0;
      crossed = over ? [1] : [];
      found = [];
    },
    run(stride = text.length + 1) {
      const until = at + stride;
      for (;;) {
        const slot = piece < count ? next(until) : DONE;
        if (slot === PAUSE) return false;
        if (slot === DONE) break;
        if (cut) lookOver(at);
        if (slot !== NO_SLOT) look(slot);
      }
      for (const end of crossed) {
        let number = 0;
        while (ends[number] < end) number++;
        findsIn(number).crossing = true;
      }
      scanner.finds = found.flat();
      return true;
    },
  };
  return scanner;
}
