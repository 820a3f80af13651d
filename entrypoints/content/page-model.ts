import { type Choice, choose } from '../../glossary/choose';
import type { Judgement, Page } from '../../glossary/context';
import type { Matcher } from '../../glossary/matcher';
import type { DomBlock } from './blocks';
import type { LivePage } from './live-page';
import { Match } from './match';
import type { Painter } from './painters/painter';
import { placeOf } from './reading-order';

export type Judge = (page: Page, matcher: Matcher) => Judgement;

/** What changed on the page when the matches were decided anew. */
export interface Repaint {
  added: Match[];
  removed: Match[];
}

const firstNode = (block: DomBlock): Node => block.pieces[0].node;

/** The blocks that hold candidates, in reading order, and what was decided about each. */
export class PageModel implements LivePage {
  lit: readonly Match[] = [];
  all: readonly Match[] = [];
  /** Set by the session: where lit matches are painted. */
  painter: Painter | undefined;
  readonly shadowRoots: ShadowRoot[] = [];
  #blocks: DomBlock[] = [];
  #matches = new Map<DomBlock, Match[]>();
  #byText = new Map<Text, DomBlock>();
  #litIn = new Map<Node, Match[]>();
  #listeners = new Set<() => void>();
  #openers = new Set<(match: Match) => void>();

  constructor(readonly matcher: Matcher) {}

  get blocks(): readonly DomBlock[] {
    return this.#blocks;
  }

  /** The block of a text node, if it holds a candidate. */
  blockOf(node: Node): DomBlock | undefined {
    return this.#byText.get(node as Text);
  }

  /**
   * Puts a block at its place in the reading order.
   * @param matches those that the block had when it was dropped, to take them up again
   */
  add(block: DomBlock, matches: Match[] = this.#matchesOf(block)): void {
    const first = firstNode(block);
    this.#blocks.splice(placeOf(this.#blocks, firstNode, first), 0, block);
    for (const piece of block.pieces) this.#byText.set(piece.node, block);
    this.#matches.set(block, matches);
  }

  #matchesOf(block: DomBlock): Match[] {
    const { concepts } = this.matcher;
    return block.candidates.map((candidate) => new Match(concepts[candidate.concept].id, candidate, block));
  }

  /** Takes a block out; returns its matches. */
  drop(block: DomBlock): Match[] {
    const matches = this.#matches.get(block);
    if (!matches) return [];
    this.#blocks.splice(this.#blocks.indexOf(block), 1);
    for (const { node } of block.pieces) if (this.#byText.get(node) === block) this.#byText.delete(node);
    this.#matches.delete(block);
    return matches;
  }

  /** The matches of a block that is in the model. */
  matchesIn(block: DomBlock): readonly Match[] {
    return this.#matches.get(block) ?? [];
  }

  /**
   * Judges and chooses anew over all visible blocks.
   * @param inScope whether a block is inside what the reader wants lit
   * @returns what to paint and what to take off
   */
  decide(judge: Judge, choice: Choice, inScope: (block: DomBlock) => boolean): Repaint {
    const visible = this.#blocks.filter((block) => block.visible);
    let section = 0;
    let heading: Element | undefined;
    const blocks = visible.map((block) => {
      if (block.heading !== heading) section++;
      heading = block.heading;
      const { text, candidates, isHeading } = block;
      return { text, candidates, section, heading: isHeading, inScope: inScope(block) };
    });
    const { title, documentElement } = document;
    const judgement = judge({ blocks, title, lang: documentElement.lang }, this.matcher);
    const shown = choose(judgement, blocks, this.matcher, choice);
    const all = visible.flatMap((block) => this.#matches.get(block) ?? []);
    all.forEach((match, i) => {
      match.accepted = judgement.decisions[i].accepted;
      match.reason = judgement.decisions[i].reason;
      match.shown = shown[i];
    });
    const before = new Set(this.lit);
    this.all = all;
    this.lit = all.filter((match) => match.shown);
    const now = new Set(this.lit);
    this.#indexLit();
    return {
      added: this.lit.filter((match) => !before.has(match)),
      removed: [...before].filter((match) => !now.has(match)),
    };
  }

  #indexLit(): void {
    this.#litIn.clear();
    for (const match of this.lit) {
      for (const { node } of match.segments) {
        const list = this.#litIn.get(node);
        if (list) list.push(match);
        else this.#litIn.set(node, [match]);
      }
    }
  }

  /** Tells the listeners that `lit` or `all` changed. */
  announce(): void {
    for (const listener of this.#listeners) listener();
  }

  inNode(node: Node): readonly Match[] {
    return this.#litIn.get(this.painter?.originOf?.(node) ?? node) ?? [];
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onOpenRequest(listener: (match: Match) => void): () => void {
    this.#openers.add(listener);
    return () => this.#openers.delete(listener);
  }

  /** Asks for the card of a match. */
  requestOpen(match: Match): void {
    for (const opener of this.#openers) opener(match);
  }

  setActive(match: Match | undefined): void {
    this.painter?.setActive(match);
  }
}
