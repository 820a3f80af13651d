import { browser } from 'wxt/browser';
import type { BackgroundMessage } from '../../lib/messages';
import { loadPart } from '../../lib/parts';
import type { ArticlePart } from '../article';
import type { ContextPart } from '../context';
import type { MarksPart } from '../marks';
import type { ReaderPart } from '../reader';
import type { Session } from './session';

/** Time given to the page before its article is looked for, in milliseconds, if it is never idle. */
const IDLE_TIMEOUT = 2000;

const whenIdle = () =>
  new Promise<void>((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: IDLE_TIMEOUT });
    else setTimeout(resolve, IDLE_TIMEOUT / 10);
  });

/** Tells the background which concepts are lit, whenever that changes. */
function reportLit({ page, signal }: Session): void {
  let told = '';
  const tell = (concepts: string[]) => {
    const now = concepts.join();
    if (now === told || !browser.runtime?.id) return;
    told = now;
    browser.runtime.sendMessage({ type: 'lit', concepts } satisfies BackgroundMessage).catch(() => undefined);
  };
  const report = () => tell([...new Set(page.lit.map((match) => match.concept))]);
  page.subscribe(report);
  signal.addEventListener('abort', () => tell([]));
  report();
}

/** Brings what a page with candidates needs, each part when it is needed, the nearest to the reader first. */
export async function bringCompanions(session: Session): Promise<void> {
  const { page, signal } = session;
  reportLit(session);
  const context = await loadPart<ContextPart>('context');
  const follower = context.createFollower(session);
  session.judge = context.judge;
  session.follow(follower);
  await session.enqueue(() => session.decide());
  context.linkPanel(page, signal);

  if (session.settings.painter === 'marks' || !('highlights' in CSS))
    session.usePainter((await loadPart<MarksPart>('marks')).createMarkPainter(session.settings));

  let reading = false;
  const bringReader = async () => {
    if (reading || !page.lit.length || signal.aborted) return;
    reading = true;
    const stop = (await loadPart<ReaderPart>('reader')).start(page);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  };
  page.subscribe(bringReader);
  await bringReader();

  if (session.settings.scope === 'article' && page.lit.length) {
    await whenIdle();
    const { findArticle } = await loadPart<ArticlePart>('article');
    session.inScope = findArticle(page.blocks);
    await session.enqueue(() => session.decide());
  }

  await whenIdle();
  await session.enqueue(() => follower.openShadows(session.root));
}
