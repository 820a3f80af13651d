import { type Choice, type ChoiceBlock, choose } from '../../glossary/choose';
import type { Judgement, Page, TextBlock } from '../../glossary/context';
import type { Matcher } from '../../glossary/matcher';
import type { DomBlock } from './blocks';
import { isLikelyInline } from './elements';
import type { LivePage } from './live-page';
import { Match } from './match';
import type { Pacer } from './pacer';
import type { Painter } from './painters/painter';
import { placeOf } from './reading-order';

/** Decides about every candidate of a page; rests when the pacer says so. */
export type Judge = (page: Page, matcher: Matcher, pacer: Pacer) => Judgement | Promise<Judgement>;

/** What changed on the page when the matches were decided anew. */
export interface Repaint {
  added: Match[];
  removed: Match[];
}

const firstNode = (block: DomBlock): Node => block.pieces[0].node;

/** The nodes by which a block is found. */
const nodesOf = ({ pieces, element }: DomBlock): Node[] => [
  ...pieces.map(({ node }) => node),
  ...(element ? [element] : []),
];

/** The blocks that hold candidates, in reading order, and what was decided about each. */
export class PageModel implements LivePage {
  lit: readonly Match[] = [];
  all: readonly Match[] = [];
  /** Set by the session: where lit matches are painted. */
  painter: Painter | undefined;
  readonly shadowRoots: ShadowRoot[] = [];
  readonly #matcher: Matcher;
  #blocks: DomBlock[] = [];
  #matches = new Map<DomBlock, Match[]>();
  /** By text node; by element where a block is all of one. */
  #byNode = new Map<Node, DomBlock>();
  #listeners = new Set<() => void>();
  #openers = new Set<(match: Match) => void>();

  constructor(matcher: Matcher) {
    this.#matcher = matcher;
  }

  get blocks(): readonly DomBlock[] {
    return this.#blocks;
  }

  /** The block that a text node, or an element in it or around it, belongs to, if it holds a candidate. */
  blockOf(node: Node): DomBlock | undefined {
    for (let at: Node | null = node; at; at = at.parentElement) {
      const block = this.#byNode.get(at);
      if (block || (at !== node && !isLikelyInline(at as Element))) return block;
    }
    return undefined;
  }

  /**
   * Puts a block at its place in the reading order.
   * @param matches those that the block had when it was dropped, to take them up again
   */
  add(block: DomBlock, matches: Match[] = this.#matchesOf(block)): void {
    const first = firstNode(block);
    for (const node of nodesOf(block)) {
      // What was taken for a block by itself may turn out to be part of this one.
      const other = this.blockOf(node);
      if (other) this.drop(other);
      this.#byNode.set(node, block);
    }
    this.#blocks.splice(placeOf(this.#blocks, firstNode, first), 0, block);
    this.#matches.set(block, matches);
  }

  #matchesOf(block: DomBlock): Match[] {
    const { concepts } = this.#matcher;
    return block.candidates.map((candidate) => new Match(concepts[candidate.concept].id, candidate, block));
  }

  /** Takes a block out; returns its matches. */
  drop(block: DomBlock): Match[] {
    const matches = this.#matches.get(block);
    if (!matches) return [];
    this.#blocks.splice(this.#blocks.indexOf(block), 1);
    for (const node of nodesOf(block)) if (this.#byNode.get(node) === block) this.#byNode.delete(node);
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
  async decide(
    judge: Judge,
    choice: Choice,
    inScope: (block: DomBlock) => boolean,
    pacer: Pacer,
  ): Promise<Repaint> {
    const all: Match[] = [];
    const blocks: (TextBlock & ChoiceBlock)[] = [];
    let section = 0;
    let heading: Element | undefined;
    for (const block of this.#blocks) {
      if (pacer.due) await pacer.rest();
      if (!block.visible) continue;
      if (block.heading !== heading) section++;
      heading = block.heading;
      blocks.push({ ...block, section, heading: block.isHeading, inScope: inScope(block) });
      for (const match of this.#matches.get(block) ?? []) all.push(match);
    }
    const { title, documentElement } = document;
    const lang = documentElement?.lang ?? '';
    const judgement = await judge({ blocks, title, lang }, this.#matcher, pacer);
    const shown = choose(judgement, blocks, this.#matcher, choice);
    if (pacer.due) await pacer.rest();
    const before = this.lit;
    const lit: Match[] = [];
    const added: Match[] = [];
    for (let i = 0; i < all.length; i++) {
      if (!shown[i]) continue;
      lit.push(all[i]);
      if (!all[i].shown) added.push(all[i]);
    }
    // What is lit no more is not among all, when its block is gone.
    for (const match of before) match.shown = false;
    const { decisions } = judgement;
    for (let i = 0; i < all.length; i++) {
      all[i].accepted = decisions[i].accepted;
      all[i].reason = decisions[i].reason;
      all[i].shown = shown[i];
    }
    this.all = all;
    this.lit = lit;
    return { added, removed: before.filter((match) => !match.shown) };
  }

  /** Tells the listeners that `lit` or `all` changed. */
  announce(): void {
    for (const listener of this.#listeners) listener();
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
