import { loadPart } from '../../lib/parts';
import type { ArticlePart } from '../article';
import type { Article } from '../article/find-article';
import { whenIdle } from '../content/idle';
import { Pacer } from '../content/pacer';
import { createHighlightPainter } from '../content/painters/highlight';
import type { Session } from '../content/session';
import type { MarksPart } from '../marks';

/** Paints as the settings say from now on; what they say is asked when it is this change's turn. */
export function choosePainter(session: Session): Promise<void> {
  const { page, watcher } = session;
  return session.enqueue(async () => {
    const marks = session.settings.painter === 'marks' || !('highlights' in CSS);
    if (marks === page.painter?.inPage) return;
    const painter = marks
      ? (await loadPart<MarksPart>('marks')).createMarkPainter(session.settings)
      : createHighlightPainter(session.settings);
    session.signal.throwIfAborted();
    // What the page would not have marked can be lit now.
    if (page.painter?.inPage) watcher.request({ everything: true });
    watcher.unnoticed(() => page.painter?.clear());
    page.painter = painter;
    await session.paint(page.lit, []);
  });
}

/** A page that grew so many times over, in blocks with candidates, may show more of its article, or its article at last. */
const GROWN = 1.1;
/** A page stands still when nothing was decided about it for so long, in milliseconds. */
const STILL = 1000;

/** Whether one of two elements holds the other. */
const isPartOf = (a: Element | undefined, b: Element): boolean =>
  a !== undefined && (Node.prototype.contains.call(a, b) || Node.prototype.contains.call(b, a));

/**
 * Keeps to the article, or to the whole page, as the settings say; looks again when the page shows another article, and when
 * it stands still after it grew: it may have been put together only then.
 */
export function scopeChooser(session: Session): () => Promise<void> {
  const { page, signal } = session;
  let article: Article | undefined;
  /** So many blocks were there when the article was looked for. */
  let known = 0;
  let looking = false;
  let asked = 0;
  const choose = async () => {
    const { scope } = session.settings;
    const wanted = scope === 'article' && (article !== undefined || page.lit.length > 0);
    const turn = ++asked;
    const isGrown = () => wanted && page.blocks.length > known * GROWN;
    if (article?.isCurrent() && isGrown()) {
      await new Promise((resolve) => setTimeout(resolve, STILL));
      if (turn !== asked || signal.aborted) return;
    }
    if (looking || (wanted ? article?.isCurrent() && !isGrown() : !article)) return;
    looking = true;
    try {
      await whenIdle();
      signal.throwIfAborted();
      known = page.blocks.length;
      const before = article?.isCurrent() ? article : undefined;
      article = wanted ? (await loadPart<ArticlePart>('article')).findArticle(page.blocks) : undefined;
      // Comments may have grown longer than the article that is being read.
      if (article && before?.body && !isPartOf(article.body, before.body)) article = before;
      session.inScope = article?.holds ?? (() => true);
      await new Pacer(signal).rest();
      await session.enqueue(() => session.decide());
    } finally {
      looking = false;
    }
    // Nobody could ask meanwhile.
    if (session.settings.scope !== scope) await choose();
  };
  return choose;
}
