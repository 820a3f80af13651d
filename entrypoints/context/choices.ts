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

/** Keeps to the article, or to the whole page, as the settings say; asks again when the page shows another article. */
export function scopeChooser(session: Session): () => Promise<void> {
  const { page, signal } = session;
  let article: Article | undefined;
  let looking = false;
  const choose = async () => {
    const { scope } = session.settings;
    const wanted = scope === 'article' && (article !== undefined || page.lit.length > 0);
    if (looking || (wanted ? article?.isCurrent() : !article)) return;
    looking = true;
    try {
      await whenIdle();
      signal.throwIfAborted();
      article = wanted ? (await loadPart<ArticlePart>('article')).findArticle(page.blocks) : undefined;
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
