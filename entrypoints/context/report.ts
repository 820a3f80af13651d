import { browser } from 'wxt/browser';
import type { BackgroundMessage } from '../../lib/messages';
import type { Session } from '../content/session';

/** Tells the background which concepts are lit, whenever that changes. */
export function reportLit({ page, signal }: Session): void {
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
