import { browser } from 'wxt/browser';
import { openGate } from '../../lib/gate';
import { loadPart } from '../../lib/parts';
import { whenIdle } from '../content/idle';
import { Pacer } from '../content/pacer';
import type { Judge } from '../content/page-model';
import { linkPanel } from '../content/panel-link';
import type { Session } from '../content/session';
import type { ReaderPart } from '../reader';
import { choosePainter, scopeChooser } from './choices';
import { createFollower } from './follower';
import { panelSource } from './panel-source';
import { removeRemains } from './remains';
import { reportLit } from './report';
import { onRewrite } from './rewrite';

/** Brings what a page with candidates needs, each part when it is needed, the nearest to the reader first. */
export async function accompany(session: Session, judge: Judge): Promise<void> {
  const { page, signal, settings: begun } = session;
  const follower = createFollower(session);
  session.judge = judge;
  session.follow(follower);
  removeRemains(document);
  await new Pacer(signal).rest();
  await session.enqueue(() => session.decide());
  linkPanel(panelSource(page), signal);
  // Tells an open panel, too, that there is something to link to.
  reportLit(session);

  await choosePainter(session);

  const quietly = (work: () => Promise<void>) =>
    work().catch((error) => {
      if (!signal.aborted && browser.runtime?.id) throw error;
    });
  let reading = false;
  const bringReader = async () => {
    // A card is placed by the page's body.
    if (reading || !page.lit.length || !document.body || signal.aborted) return;
    reading = true;
    const unnoticed = (change: () => void) => session.watcher.unnoticed(change);
    const { start } = await loadPart<ReaderPart>('reader');
    if (signal.aborted) return;
    let stop = start(page, unnoticed);
    signal.addEventListener('abort', () => stop());
    onRewrite(() => {
      stop();
      openGate();
      stop = start(page, unnoticed);
    }, signal);
  };
  page.subscribe(() => quietly(bringReader));
  await bringReader();

  const chooseScope = scopeChooser(session);
  const catchUp = async () => {
    await choosePainter(session);
    await chooseScope();
  };
  session.onSettings = async (before) => {
    const { links, style, print } = session.settings;
    if (style !== before.style || print !== before.print) page.painter?.setStyle(session.settings);
    if (links !== before.links) session.watcher.request({ everything: true });
    await session.enqueue(() => session.decide());
    await catchUp();
  };
  page.subscribe(() => quietly(chooseScope));
  // Settings may have changed while the parts were on their way.
  if (session.settings === begun) await catchUp();
  else await session.onSettings(begun);

  await whenIdle();
  await session.enqueue(() => follower.openShadows([session.root]));
}
