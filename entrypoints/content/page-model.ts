import { type Choice, choose } from '../../glossary/choose';
import type { Judgement, Page } from '../../glossary/context';
import type { Matcher } from '../../glossary/matcher';
import type { DomBlock } from './blocks';
import { parentOf } from './elements';
import type { LivePage, Neighbours } from './live-page';
import { Match } from './match';
import type { Painter } from './painters/painter';

export type Judge = (page: Page, matcher: Matcher) => Judgement;

/** What changed on the page when the matches were decided anew. */
export interface Repaint {
  added: Match[];
  removed: Match[];
}

/** The node itself, or the host at its side of the shadow boundary that parts the two. */
function inOneTree(a: Node, b: Node): [Node, Node] {
  const chain: Node[] = [];
  for (let node: Node | null = a; node; node = (node.getRootNode() as Partial<ShadowRoot>).host ?? null)
    chain.push(node);
  for (let node: Node | null = b; node; node = (node.getRootNode() as Partial<ShadowRoot>).host ?? null) {
    const other = chain.find((candidate) => candidate.getRootNode() === node.getRootNode());
    if (other) return [other, node];
  }
  return [a, b];
}

/** Whether node `a` stands before node `b` in reading order. */
function isBefore(a: Node, b: Node): boolean {
  const [x, y] = a.getRootNode() === b.getRootNode() ? [a, b] : inOneTree(a, b);
  return (x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The blocks that hold candidates, in reading order, and what was decided about each. */
export class PageModel implements LivePage {
  lit: readonly Match[] = [];
  all: readonly Match[] = [];
  /** Set by the session: where lit matches are painted. */
  painter: Painter | undefined;
  #blocks: DomBlock[] = [];
  #matches = new Map<DomBlock, Match[]>();
  #byText = new Map<Text, DomBlock>();
  #litIn = new Map<Node, Match[]>();
  #listeners = new Set<() => void>();

  constructor(readonly matcher: Matcher) {}

  get blocks(): readonly DomBlock[] {
    return this.#blocks;
  }

  /** The block of a text node, if it holds a candidate. */
  blockOf(node: Node): DomBlock | undefined {
    return this.#byText.get(node as Text);
  }

  /** Puts a block at its place in the reading order. */
  add(block: DomBlock): void {
    const { node } = block.pieces[0];
    let low = 0;
    let high = this.#blocks.length;
    // Nearly always it comes last.
    if (high > 0 && isBefore(this.#blocks[high - 1].pieces[0].node, node)) low = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.#blocks[middle].pieces[0].node, node)) low = middle + 1;
      else high = middle;
    }
    this.#blocks.splice(low, 0, block);
    for (const piece of block.pieces) this.#byText.set(piece.node, block);
    const { concepts } = this.matcher;
    this.#matches.set(
      block,
      block.candidates.map((candidate) => new Match(concepts[candidate.concept].id, candidate, block)),
    );
  }

  drop(block: DomBlock): void {
    const index = this.#blocks.indexOf(block);
    if (index < 0) return;
    this.#blocks.splice(index, 1);
    for (const { node } of block.pieces) if (this.#byText.get(node) === block) this.#byText.delete(node);
    this.#matches.delete(block);
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
      for (const node of match.nodes) {
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
    return this.#litIn.get(node) ?? [];
  }

  neighbours(match: Match): Neighbours {
    const rings: Neighbours = { block: [], section: [], page: [] };
    const seen = new Set([match.concept]);
    const near: [keyof Neighbours, (other: Match) => boolean][] = [
      ['block', (other) => other.block === match.block],
      ['section', (other) => other.block.heading === match.block.heading],
      ['page', () => true],
    ];
    for (const [ring, holds] of near) {
      for (const other of this.all) {
        if (!other.accepted || seen.has(other.concept) || !holds(other)) continue;
        seen.add(other.concept);
        rings[ring].push(other.concept);
      }
    }
    return rings;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  setActive(match: Match | undefined): void {
    this.painter?.setActive(match);
  }

  reveal(match: Match): void {
    const { startContainer } = match.range;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    parentOf(startContainer)?.scrollIntoView({
      block: 'center',
      inline: 'nearest',
      behavior: calm ? 'instant' : 'smooth',
    });
  }
}
