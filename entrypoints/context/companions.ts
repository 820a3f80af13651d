import { browser } from 'wxt/browser';
import { loadPart } from '../../lib/parts';
import { whenIdle } from '../content/idle';
import type { Judge } from '../content/page-model';
import { linkPanel } from '../content/panel-link';
import type { Session } from '../content/session';
import type { ReaderPart } from '../reader';
import { choosePainter, scopeChooser } from './choices';
import { createFollower } from './follower';
import { panelSource } from './panel-source';
import { removeRemains } from './remains';
import { reportLit } from './report';

/** Brings what a page with candidates needs, each part when it is needed, the nearest to the reader first. */
export async function accompany(session: Session, judge: Judge): Promise<void> {
  const { page, signal } = session;
  reportLit(session);
  const follower = createFollower(session);
  session.judge = judge;
  session.follow(follower);
  if (import.meta.env.FIREFOX) removeRemains();
  await session.enqueue(() => session.decide());
  linkPanel(panelSource(page), signal);

  await choosePainter(session);

  const quietly = (work: () => Promise<void>) =>
    work().catch((error) => {
      if (!signal.aborted && browser.runtime?.id) throw error;
    });
  let reading = false;
  const bringReader = async () => {
    if (reading || !page.lit.length || signal.aborted) return;
    reading = true;
    const stop = (await loadPart<ReaderPart>('reader')).start(page);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  };
  page.subscribe(() => quietly(bringReader));
  await bringReader();

  const chooseScope = scopeChooser(session);
  session.onSettings = async () => {
    await choosePainter(session);
    await chooseScope();
  };
  page.subscribe(() => quietly(chooseScope));
  // Settings may have changed while the parts were on their way.
  await session.onSettings();

  await whenIdle();
  await session.enqueue(() => follower.openShadows(session.root));
}
