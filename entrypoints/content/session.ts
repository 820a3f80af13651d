import type { Choice } from '../../glossary/choose';
import type { Matcher } from '../../glossary/matcher';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings';
import type { DomBlock } from './blocks';
import { ElementFacts, type ReadRoot } from './elements';
import { firstJudge } from './first-judge';
import { findHotTexts, type HotText } from './hot-texts';
import { nextFrame, whenIdle } from './idle';
import type { Match } from './match';
import { textsNearView } from './near-view';
import { Pacer } from './pacer';
import { type Judge, PageModel } from './page-model';
import { createHighlightPainter } from './painters/highlight';
import { learnPlace, readBlock } from './reading';
import { findShadowRoots } from './shadow-roots';
import { changedRoots, isRoot } from './sniff';
import { type Changes, Watcher } from './watcher';

/** Painting so many ranges costs a frame about 5 ms in Chromium and 7 ms in Firefox, so no frame gets more. */
const RANGES_A_FRAME = 1000;
/** On a page that takes more than one slice, what was found so far is lit after these slices: each look costs more. */
const EARLY_LOOKS = [1, 4, 16, 64];

/** Keeps up with what a page changes; loads late, with the other things that only pages with candidates need. */
export interface Follower {
  /** Called at once with each batch of changes, before the page is painted. */
  onRecords(records: readonly MutationRecord[]): void;
  /** Reads what changed, and decides anew. */
  onChanges(changes: Changes): Promise<void>;
  /** Reads the open shadow roots at and under some nodes. */
  openShadows(from: readonly ReadRoot[]): Promise<void>;
}

/** One page, from its text to its painted terms, as long as it lives. */
export class Session {
  readonly watcher: Watcher;
  judge: Judge = firstJudge;
  settings: Settings = DEFAULT_SETTINGS;
  /** Whether a block is inside what the reader wants lit. */
  inScope: (block: DomBlock) => boolean = () => true;
  /** Called with the settings before when there are new ones, once the page has what takes them up. */
  onSettings: ((before: Settings) => Promise<void>) | undefined;
  readonly #askSettings: () => Promise<Settings>;
  readonly #onFirst: (session: Session) => void;
  #page: PageModel | undefined;
  #follower: Follower | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #prepared = false;
  #begun = false;
  /** The page changed when the follower was not there yet. */
  #missed = false;

  /**
   * @param askSettings called once, when the page turns out to hold a form: most pages hold none, and asking costs
   *   more than looking; may end the session
   * @param onFirst called once, when the page turns out to have candidates
   * @param signal ends the session: everything is taken off the page
   */
  constructor(
    readonly matcher: Matcher,
    askSettings: () => Promise<Settings>,
    onFirst: (session: Session) => void,
    readonly signal: AbortSignal,
  ) {
    this.#askSettings = askSettings;
    this.#onFirst = onFirst;
    this.watcher = new Watcher(
      (records) => this.#follower?.onRecords(records),
      (changes) =>
        this.enqueue(() => (this.#follower ? this.#follower.onChanges(changes) : this.#sniff(changes))),
      signal,
    );
    signal.addEventListener('abort', () => this.#page?.painter?.clear());
  }

  /** What was found; made when it is asked for, since most pages hold nothing. */
  get page(): PageModel {
    this.#page ??= new PageModel(this.matcher);
    return this.#page;
  }

  /** What is read of the document itself. */
  get root(): ReadRoot {
    return document.body ?? document;
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

  /** Reads the page and lights it. */
  start(): Promise<void> {
    this.watcher.observe(document);
    return this.enqueue(() => this.#readPage());
  }

  async #readPage(): Promise<void> {
    const pacer = new Pacer(this.signal);
    let slices = 0;
    const lookEarly = async (hot: HotText[], position: Node) => {
      if (!EARLY_LOOKS.includes(++slices)) return;
      if (hot.length) await this.#prepare();
      // The block at the position is not seen whole yet, so its text is scanned when it is read.
      const last = hot.at(-1);
      if (last) last.seam = true;
      await this.readBlocks(hot, pacer);
      await this.decide(pacer, firstJudge);
      if (slices > EARLY_LOOKS[0]) return;
      await this.readBlocks(await textsNearView(position, this.matcher, pacer), pacer);
      await this.decide(pacer, firstJudge);
    };
    const hot = await findHotTexts(this.root, this.matcher, pacer, lookEarly);
    if (!hot.length) return this.#sniffShadows([this.root]);
    await this.#prepare();
    await this.readBlocks(hot, pacer);
    await this.decide(pacer);
  }

  /**
   * Where the document itself holds no candidates, its open shadow roots may: some pages are nothing but such roots.
   * Changes need not wait for that.
   */
  #sniffShadows(from: readonly ReadRoot[]): void {
    const sniff = async () => {
      const pacer = new Pacer(this.signal);
      for (const element of from) {
        for (const root of element.isConnected ? await findShadowRoots(element, pacer) : []) {
          this.watcher.observe(root);
          if (this.#begun || !(await findHotTexts(root, this.matcher, pacer)).length) continue;
          await this.#prepare();
          this.#begin();
        }
      }
    };
    whenIdle()
      .then(() => this.enqueue(sniff))
      .catch((error) => {
        if (!this.signal.aborted) throw error;
      });
  }

  async #prepare(): Promise<void> {
    if (this.#prepared) return;
    this.settings = await this.#askSettings();
    this.#prepared = true;
    this.signal.throwIfAborted();
  }

  /** A page without candidates changed: reads it when there are some in what changed. */
  async #sniff(changes: Changes): Promise<void> {
    if (this.#begun) {
      this.#missed = true;
      return;
    }
    const pacer = new Pacer(this.signal);
    for (const root of changedRoots(changes, this.root)) {
      if ((await findHotTexts(root, this.matcher, pacer)).length) return this.#readPage();
    }
    const added = changes.records.flatMap(({ addedNodes }) => [...addedNodes]);
    const elements = added.filter(isRoot);
    if (elements.length) this.#sniffShadows(elements);
  }

  /**
   * Reads the blocks around hot texts into the model.
   * @param known gives the block to keep, with its matches, in place of one that was read
   * @returns those that are new
   */
  async readBlocks(
    hot: readonly HotText[],
    pacer: Pacer,
    known?: (read: DomBlock) => { block: DomBlock; matches: Match[] } | undefined,
  ): Promise<DomBlock[]> {
    const facts = new ElementFacts(this.settings.links);
    const blocks: DomBlock[] = [];
    for (let i = 0; i < hot.length; i++) {
      const text = hot[i];
      if (pacer.due) await pacer.rest();
      const early = this.page.blockOf(text.node);
      // What was read out of order, near the view.
      if (early) learnPlace(early, text);
      const block = !early && text.node.isConnected && readBlock(hot, i, this.matcher, facts);
      if (!block) continue;
      const before = known?.(block);
      this.page.add(before?.block ?? block, before?.matches);
      if (!before) blocks.push(block);
    }
    return blocks;
  }

  #choice(): Choice {
    const { known, sites } = this.settings;
    const wrong = sites[location.host]?.wrong ?? [];
    return { ...this.settings, hidden: new Set([...known, ...wrong]) };
  }

  /**
   * Decides about all candidates anew, and paints what changed.
   * @param pacer that of the work before, which may have used up its slice
   */
  async decide(pacer = new Pacer(this.signal), judge = this.judge): Promise<void> {
    if (!this.page.blocks.length && !this.page.lit.length) return;
    const { added, removed } = await this.page.decide(judge, this.#choice(), this.inScope, pacer);
    await this.paint(added, removed);
    if (!this.#begun) this.#begin();
  }

  #begin(): void {
    this.#begun = true;
    this.watcher.watchVisibility();
    this.#onFirst(this);
  }

  /** From now on follows the page's changes; what changed before is read first. */
  follow(follower: Follower): void {
    this.#follower = follower;
    if (this.#missed) this.watcher.request({ everything: true });
  }

  /** Takes new settings up at once. */
  apply(settings: Settings): Promise<void> | undefined {
    const before = this.settings;
    this.settings = settings;
    return this.onSettings?.(before);
  }

  /** Puts some lit matches on the page, and takes others off. */
  async paint(added: readonly Match[], removed: readonly Match[]): Promise<void> {
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
