import type { Choice } from '../../glossary/choose';
import type { Matcher } from '../../glossary/matcher';
import { type Settings, siteKey } from '../../lib/settings';
import type { DomBlock } from './blocks';
import { ElementFacts } from './elements';
import { Pacer } from './pacer';
import { type Judge, PageModel } from './page-model';
import { createHighlightPainter } from './painters/highlight';
import { findHotTexts, type HotText, readBlock } from './reading';

/** Painting so many ranges costs a frame about 5 ms in Chromium and 7 ms in Firefox, so no frame gets more. */
const RANGES_A_FRAME = 1000;

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** One page, from its text to its painted terms. */
export class Session {
  readonly page: PageModel;

  /**
   * @param judge decides about candidates; asked for only when there are some
   * @param signal ends the session: everything is taken off the page
   */
  constructor(
    readonly matcher: Matcher,
    readonly settings: Settings,
    readonly judge: () => Promise<Judge>,
    readonly signal: AbortSignal,
  ) {
    this.page = new PageModel(matcher);
  }

  /** Reads the page and lights it. */
  async start(): Promise<void> {
    const root = document.body ?? document.documentElement;
    const pacer = new Pacer(this.signal);
    const hot = await findHotTexts(root, this.matcher, pacer);
    if (!hot.length) return;
    await this.#readBlocks(hot, pacer);
    if (!this.page.blocks.length) return;
    const { added, removed } = this.page.decide(await this.judge(), this.#choice(), () => true);
    await this.#paint(added, removed);
  }

  async #readBlocks(hot: HotText[], pacer: Pacer): Promise<void> {
    const facts = new ElementFacts(this.settings.links);
    const hotBy = new Map(hot.map((text) => [text.node, text]));
    for (const text of hot) {
      if (pacer.due) await pacer.rest();
      if (this.page.blockOf(text.node) || !text.node.isConnected) continue;
      const block: DomBlock | undefined = readBlock(text, hotBy, this.matcher, facts);
      if (block) this.page.add(block);
    }
  }

  #choice(): Choice {
    const { occurrences, density, supporting, everyday, known, sites } = this.settings;
    const wrong = sites[siteKey(location.href)]?.wrong ?? [];
    return { occurrences, density, supporting, everyday, hidden: new Set([...known, ...wrong]) };
  }

  async #paint(added: PageModel['lit'][number][], removed: PageModel['lit'][number][]): Promise<void> {
    if (!this.page.painter) {
      const painter = createHighlightPainter(this.settings);
      this.page.painter = painter;
      this.signal.addEventListener('abort', () => painter.clear());
    }
    const { painter } = this.page;
    painter.update(added.slice(0, RANGES_A_FRAME), removed);
    this.page.announce();
    for (let from = RANGES_A_FRAME; from < added.length; from += RANGES_A_FRAME) {
      await nextFrame();
      this.signal.throwIfAborted();
      painter.update(added.slice(from, from + RANGES_A_FRAME), []);
    }
  }
}
