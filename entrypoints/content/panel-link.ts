import { type Browser, browser } from 'wxt/browser';
import type { PageTerms } from '../../lib/messages';
import { PANEL_PORT } from '../../lib/panel-port';
import { asPanelRequest } from '../../lib/tab-guard';

/** What popup and panel need of the page side. */
export interface PanelSource {
  /** The frame's terms as they stand; rejected candidates only when asked for. */
  terms(rejected: boolean): Pick<PageTerms, 'sections' | 'terms' | 'rejected'>;
  /** Scrolls to the occurrence with this key and opens its card; a key that is gone does nothing. */
  jumpTo(key: number): void;
  /** Calls back after each change of the terms; returns the undo. */
  subscribe(onChange: () => void): () => void;
}

/** Changes that come within this time make one answer: a page that streams its text would send one for each word. */
const COALESCE = 300;
/** Longer lists are cut: a panel with more is of no use, and the message must stay small. */
const MAX_TERMS = 5000;
const MAX_TEXT = 300;

const cut = <T extends { text: string }>(terms: T[]): T[] =>
  terms.slice(0, MAX_TERMS).map((term) => ({ ...term, text: term.text.slice(0, MAX_TEXT) }));

/**
 * Answers popup and panel for this frame. Costs a page nothing until one of them connects.
 * @param lifetime ends the link and every open port
 */
export function linkPanel(source: PanelSource, lifetime: AbortSignal): void {
  // Pages without TLS have no crypto.randomUUID.
  const frame = crypto.getRandomValues(new Uint32Array(4)).join('-');

  const onConnect = (port: Browser.runtime.Port) => {
    if (port.name !== PANEL_PORT || port.sender?.id !== browser.runtime.id) return;
    let rejected: boolean | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const send = () => {
      timer = undefined;
      if (rejected === undefined) return;
      const terms = source.terms(rejected);
      const answer: PageTerms = {
        type: 'page-terms',
        frame,
        top: window === window.top,
        sections: terms.sections.map((heading) => heading.slice(0, MAX_TEXT)),
        terms: cut(terms.terms),
        rejected: cut(terms.rejected),
      };
      try {
        port.postMessage(answer);
      } catch {
        // The panel closed between the question and the answer; the browser says so only by this.
        stop();
      }
    };
    const unsubscribe = source.subscribe(() => {
      timer ??= setTimeout(send, COALESCE);
    });
    const stop = () => {
      clearTimeout(timer);
      unsubscribe();
      lifetime.removeEventListener('abort', stop);
      port.disconnect();
    };
    port.onMessage.addListener((raw) => {
      const request = asPanelRequest(raw);
      if (request?.type === 'page-terms') {
        rejected = request.rejected;
        send();
      } else if (request?.frame === frame) source.jumpTo(request.key);
    });
    port.onDisconnect.addListener(stop);
    lifetime.addEventListener('abort', stop);
  };

  const event = browser.runtime.onConnect;
  event.addListener(onConnect);
  lifetime.addEventListener('abort', () => event.removeListener(onConnect));
}
