import cards from 'virtual:termlight/cards';
import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import { render } from 'preact';
import { CardView } from '../../components/CardView';
import look from '../../components/card.css?inline';
import parts from '../../components/parts.css?inline';
import pictures from '../../components/pictures/pictures.css?inline';
import theme from '../../components/theme.css?inline';
import { liveRange, matchAt } from '../content/hit-test';
import type { LivePage } from '../content/live-page';
import type { Match } from '../content/match';
import css from './card.css?inline';

const OPEN_DELAY = 250;

/**
 * Watches the pointer and shows the card of the term that it rests on.
 * @returns the undo: listeners, timers and the card's host are gone
 */
export function startReader(page: LivePage): () => void {
  const lifetime = new AbortController();
  const { signal } = lifetime;
  const byId = new Map(cards.map((card) => [card.id, card]));
  let host: HTMLElement | undefined;
  let root: ShadowRoot | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over: Match | undefined;
  let stopPlacing: (() => void) | undefined;

  const close = () => {
    stopPlacing?.();
    stopPlacing = undefined;
    if (root) render(null, root);
    host?.remove();
    host = undefined;
    page.setActive(undefined);
  };
  const open = (match: Match) => {
    close();
    const show = (id: string) => {
      const card = byId.get(id);
      if (card && root)
        render(
          <div class="tl-theme">
            <CardView
              card={card}
              termOf={(id) => byId.get(id)?.term ?? id}
              pinned={false}
              trail={{ back: false, forward: false }}
              verdicts={{ saved: false, known: false, wrong: false }}
              onOpen={show}
              onBack={close}
              onForward={close}
              onPin={close}
              onClose={close}
              onVerdict={close}
              onPanel={close}
            />
          </div>,
          root,
        );
    };
    host = document.createElement('termlight-card');
    host.popover = 'manual';
    root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(theme + parts + look + pictures + css);
    root.adoptedStyleSheets = [sheet];
    document.documentElement.append(host);
    show(match.concept);
    host.showPopover();
    page.setActive(match);
    const range = liveRange(match.range);
    const box = host;
    stopPlacing = autoUpdate(
      {
        getBoundingClientRect: () => range.getBoundingClientRect(),
        contextElement: range.startContainer.parentElement ?? undefined,
      },
      box,
      async () => {
        const { x, y } = await computePosition(
          { getBoundingClientRect: () => range.getBoundingClientRect() },
          box,
          {
            strategy: 'fixed',
            middleware: [offset(8), flip(), shift({ padding: 8 })],
          },
        );
        box.style.translate = `${x}px ${y}px`;
      },
    );
  };

  document.addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.target === host) return;
      const match = matchAt(page, event.clientX, event.clientY);
      if (match === over) return;
      over = match;
      clearTimeout(timer);
      timer = setTimeout(() => (match ? open(match) : close()), OPEN_DELAY);
    },
    { passive: true, signal },
  );
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted && event.key === 'Escape' && host) close();
    },
    { capture: true, signal },
  );
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    close();
  });
  return () => lifetime.abort();
}
