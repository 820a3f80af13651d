import { askBackground } from '../../lib/ask-background';
import type { Session } from '../content/session';

/** Tells the background which concepts are lit, whenever that changes. */
export function reportLit({ page, signal }: Session): void {
  let told = '';
  const tell = (concepts: string[]) => {
    const now = concepts.join();
    if (now === told) return;
    askBackground({ type: 'lit', concepts, first: !told });
    told = now;
  };
  const report = () => tell([...new Set(page.lit.map((match) => match.concept))]);
  page.subscribe(report);
  signal.addEventListener('abort', () => tell([]));
  report();
}
