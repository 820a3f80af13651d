import type { Choice } from '../../glossary/choose';
import type { Page } from '../../glossary/context';
import type { Matcher } from '../../glossary/matcher';
import { type Settings, siteKey } from '../../lib/settings';
import type { DomBlock } from './blocks';
import { changedTexts, scanChanged } from './changes';
import { ElementFacts } from './elements';
import { Headings } from './headings';
import { findHotTexts, type HotText } from './hot-texts';
import type { Match } from './match';
import { Pacer } from './pacer';
import { type Judge, PageModel } from './page-model';
import { createHighlightPainter } from './painters/highlight';
import type { Painter } from './painters/painter';
import { readBlock } from './reading';
import { findShadowRoots } from './shadow-roots';
import { type Changes, Watcher } from './watcher';

/** Painting so many ranges costs a frame about 5 ms in Chromium and 7 ms in Firefox, so no frame gets more. */
const RANGES_A_FRAME = 1000;

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** What can be said before the tables of cue words are there: a form with one meaning is meant so. */
export const firstJudge: Judge = ({ blocks }: Page, { forms }) => ({
  decisions: blocks.flatMap(({ candidates }, block) =>
    candidates.map((candidate) => ({
      block,
      candidate,
      accepted: !forms[candidate.form].context,
      reason: { code: 'unambiguous' as const },
    })),
  ),
  cancerPage: false,
});

interface Dropped {
  block: DomBlock;
  matches: Match[];
}

const isSame = (a: DomBlock, b: DomBlock) =>
  a.text === b.text &&
  a.pieces.length === b.pieces.length &&
  a.pieces.every(({ node }, i) => node === b.pieces[i].node);

/** One page, from its text to its painted terms, as long as it lives. */
export class Session {
  readonly page: PageModel;
  readonly watcher: Watcher;
  judge: Judge = firstJudge;
  /** Whether a block is inside what the reader wants lit. */
  inScope: (block: DomBlock) => boolean = () => true;
  #headings = new Headings();
  #queue: Promise<unknown> = Promise.resolve();
  #started = false;
  /** Blocks of which something was made dark before they were read again. */
  #unlit = new WeakSet<DomBlock>();
  /** Text nodes that the painter had to leave. */
  #bare = new Set<Text>();

  /**
   * @param onFirst called once, when the page turns out to have candidates
   * @param signal ends the session: everything is taken off the page
   */
  constructor(
    readonly matcher: Matcher,
    public settings: Settings,
    readonly onFirst: (session: Session) => void,
    readonly signal: AbortSignal,
  ) {
    this.page = new PageModel(matcher);
    this.watcher = new Watcher(
      (records) => this.#unlight(records),
      (changes) => this.enqueue(() => this.#followUp(changes)),
      signal,
    );
    signal.addEventListener('abort', () => this.page.painter?.clear());
  }

  get #root(): HTMLElement {
    return document.body ?? document.documentElement;
  }

  /** One piece of work at a time: each finds the page's model as the one before left it. */
  enqueue(work: () => Promise<void>): Promise<void> {
    const turn = this.#queue.then(() => {
      this.signal.throwIfAborted();
      return work();
    });
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Reads the page and lights it; then looks into its open shadow roots. */
  async start(): Promise<void> {
    this.watcher.observe(document.documentElement);
    await this.enqueue(() => this.#readTree(this.#root));
    await this.enqueue(() => this.#openShadows(this.#root));
  }

  async #readTree(root: Element | ShadowRoot): Promise<void> {
    const pacer = new Pacer(this.signal);
    const hot = await findHotTexts(root, this.matcher, pacer);
    const blocks = await this.#readBlocks(hot, pacer);
    if (root !== this.#root) this.#assignHeadings(blocks.filter((block) => !block.heading));
    await this.decide();
  }

  async #openShadows(from: Element): Promise<void> {
    const pacer = new Pacer(this.signal);
    for (const root of await findShadowRoots(from, pacer)) {
      if (this.page.shadowRoots.includes(root)) continue;
      this.page.shadowRoots.push(root);
      this.watcher.observe(root);
      await this.#readTree(root);
    }
  }

  async #readBlocks(
    hot: readonly HotText[],
    pacer: Pacer,
    dropped?: ReadonlyMap<Node, Dropped>,
  ): Promise<DomBlock[]> {
    const facts = new ElementFacts(this.settings.links);
    const hotBy = new Map(hot.map((text) => [text.node, text]));
    const blocks: DomBlock[] = [];
    for (const text of hot) {
      if (pacer.due) await pacer.rest();
      if (this.page.blockOf(text.node) || !text.node.isConnected) continue;
      const block = readBlock(text, hotBy, this.matcher, facts);
      if (!block) continue;
      const before = dropped?.get(block.pieces[0].node);
      if (before && isSame(before.block, block) && !this.#unlit.has(before.block)) {
        before.block.visible = block.visible;
        this.page.add(before.block, before.matches);
        continue;
      }
      this.page.add(block);
      blocks.push(block);
    }
    return blocks;
  }

  /** What the page overwrote is dark at once; what comes in its place is read with the other changes. */
  #unlight(records: MutationRecord[]): void {
    this.watcher.unnoticed(() => {
      for (const text of this.page.painter?.makeWay?.(records) ?? []) this.#bare.add(text);
    });
    const stale: Match[] = [];
    for (const { type, target } of records) {
      const block = type === 'characterData' && this.page.blockOf(target);
      if (!block) continue;
      const piece = block.pieces.find(({ node }) => node === target);
      const written = (target as Text).data;
      for (const match of this.page.matchesIn(block)) {
        const { start, end } = match.candidate;
        const from = start - (piece?.at ?? 0);
        if (!match.shown || written.slice(from, from + end - start) === match.text) continue;
        stale.push(match);
        this.#unlit.add(block);
      }
    }
    if (stale.length) this.watcher.unnoticed(() => this.page.painter?.update([], stale));
  }

  async #followUp(changes: Changes): Promise<void> {
    const pacer = new Pacer(this.signal);
    const texts = changedTexts(changes, [this.#root, ...this.page.shadowRoots]);
    for (const text of [...texts]) texts.add(this.page.painter?.originOf?.(text) ?? text);
    for (const text of this.#bare) {
      texts.add(text);
      const block = this.page.blockOf(text);
      if (block) this.#unlit.add(block);
    }
    this.#bare.clear();
    const dropped = new Map<Node, Dropped>();
    /** Texts whose block is to be read anew, whatever the scan says. */
    const again = new Set<Text>();
    const drop = (node: Text) => {
      const block = this.page.blockOf(node);
      if (!block) return;
      const matches = this.page.drop(block);
      dropped.set(block.pieces[0].node, { block, matches });
      if (this.page.painter?.originOf) {
        // A block is read as the page wrote it, without marks.
        this.watcher.unnoticed(() => this.page.painter?.update([], matches));
        this.#unlit.add(block);
      }
      for (const piece of block.pieces) again.add(piece.node);
    };
    texts.forEach(drop);
    const hot = await scanChanged(texts, this.matcher, pacer);
    // A neighbour that was not changed itself may now belong to a changed block.
    for (const { node } of hot) drop(node);
    for (const node of again)
      hot.push({ node, text: node.data, candidates: [], seam: true, heading: undefined });
    const blocks = await this.#readBlocks(hot, pacer, dropped);
    const moved = this.#assignHeadings(blocks);
    const seen = changes.visibility && this.#lookAgain();
    if (blocks.length || dropped.size || moved || seen) await this.decide();
    for (const { addedNodes } of changes.records)
      for (const node of addedNodes)
        if (node instanceof Element && node.isConnected) await this.#openShadows(node);
  }

  /** Puts blocks under their headings, all blocks when headings came or went; returns whether they did. */
  #assignHeadings(blocks: readonly DomBlock[]): boolean {
    const moved = this.#headings.refresh(this.#root);
    for (const block of moved ? this.page.blocks : blocks) this.#headings.assign(block);
    return moved;
  }

  /** Asks which blocks can be seen now; returns whether any answer changed. */
  #lookAgain(): boolean {
    let changed = false;
    for (const block of this.page.blocks) {
      const visible =
        block.pieces[0].node.parentElement?.checkVisibility({ visibilityProperty: true }) ?? false;
      if (visible !== block.visible) changed = true;
      block.visible = visible;
    }
    return changed;
  }

  #choice(): Choice {
    const { occurrences, density, supporting, everyday, known, sites } = this.settings;
    const wrong = sites[siteKey(location.href)]?.wrong ?? [];
    return { occurrences, density, supporting, everyday, hidden: new Set([...known, ...wrong]) };
  }

  /** Decides about all candidates anew, and paints what changed. */
  async decide(): Promise<void> {
    if (!this.page.blocks.length && !this.page.lit.length) return;
    if (!this.#started) this.watcher.watchVisibility();
    const { added, removed } = this.page.decide(this.judge, this.#choice(), this.inScope);
    await this.#paint(added, removed);
    if (!this.#started) this.onFirst(this);
    this.#started = true;
  }

  /** Takes new settings up at once. */
  async apply(settings: Settings): Promise<void> {
    const { links, style, print } = this.settings;
    this.settings = settings;
    if (settings.style !== style || settings.print !== print) this.page.painter?.setStyle(settings);
    if (settings.links !== links) this.watcher.request({ everything: true });
    await this.enqueue(() => this.decide());
  }

  /** Where lit matches are painted from now on. */
  usePainter(painter: Painter): void {
    const { page, watcher } = this;
    watcher.unnoticed(() => {
      page.painter?.clear();
      page.painter = painter;
      painter.update(page.lit, []);
    });
  }

  async #paint(added: readonly Match[], removed: readonly Match[]): Promise<void> {
    if (this.settings.painter === 'highlight' && 'highlights' in CSS)
      this.page.painter ??= createHighlightPainter(this.settings);
    const update = (some: readonly Match[], gone: readonly Match[]) =>
      this.watcher.unnoticed(() => this.page.painter?.update(some, gone));
    update(added.slice(0, RANGES_A_FRAME), removed);
    this.page.announce();
    for (let from = RANGES_A_FRAME; from < added.length; from += RANGES_A_FRAME) {
      await nextFrame();
      this.signal.throwIfAborted();
      update(added.slice(from, from + RANGES_A_FRAME), []);
    }
  }
}
