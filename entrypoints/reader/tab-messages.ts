import { browser } from 'wxt/browser';
import { askBackground } from '../../lib/ask-background';
import type { HasTerms, Shortcuts } from '../../lib/messages';
import { asTabMessage } from '../../lib/tab-guard';

interface Handlers {
  answer(): HasTerms;
  onStep(by: 1 | -1): void;
  /** Another frame of the tab has a card now. */
  onCardElsewhere(): void;
}

/** Takes the background's messages to this frame. Ends with `signal`. */
export function takeTabMessages({ answer, onStep, onCardElsewhere }: Handlers, signal: AbortSignal): void {
  const listener = (raw: unknown, _sender: unknown, respond: (answer: HasTerms) => void) => {
    const type = asTabMessage(raw)?.type;
    if (type === 'has-terms') respond(answer());
    else if (type === 'close-card') onCardElsewhere();
    else if (type) onStep(type === 'next-term' ? 1 : -1);
  };
  // Kept, since an extension that has ended finds no `browser.runtime` any more.
  const { onMessage } = browser.runtime;
  onMessage.addListener(listener);
  signal.addEventListener('abort', () => onMessage.removeListener(listener));
}

/** The keys of the commands as they are set in the browser now; undefined where nobody can say. */
export const askShortcuts = () => askBackground({ type: 'shortcuts' }) as Promise<Shortcuts | undefined>;
