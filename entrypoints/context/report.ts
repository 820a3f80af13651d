import { askBackground } from '../../lib/ask-background';
import { pageKey } from '../../lib/settings';
import type { Session } from '../content/session';

/** A page that writes its state into its address may do so many times in a row: it is told after the last, in milliseconds. */
const SETTLE = 200;

/** Tells the background which concepts are lit, whenever that changes, or the address under which it was told. */
export function reportLit({ page, signal }: Session): void {
  let told = '';
  /** Undefined as long as nothing was told. */
  let address: string | undefined;
  const tell = (concepts: string[]) => {
    const now = concepts.join();
    const here = pageKey(location.href);
    const again = address !== undefined;
    if (now === told && (!again || here === address)) return;
    askBackground({ type: 'lit', concepts, first: !told && now !== '', again });
    told = now;
    address = here;
  };
  const report = () => {
    if (!signal.aborted) tell([...new Set(page.lit.map((match) => match.concept))]);
  };
  page.subscribe(report);
  signal.addEventListener('abort', () => tell([]));

  let timer: ReturnType<typeof setTimeout> | undefined;
  const onAddress = () => {
    clearTimeout(timer);
    timer = setTimeout(report, SETTLE);
  };
  // Where a browser does not have it, the next change of what is lit tells.
  const { navigation } = globalThis as Partial<typeof globalThis>;
  navigation?.addEventListener('currententrychange', onAddress, { signal });
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    // Another page was shown in the tab meanwhile.
    told = '';
    address = undefined;
    report();
  };
  addEventListener('pageshow', onShow, { signal });
  report();
}
