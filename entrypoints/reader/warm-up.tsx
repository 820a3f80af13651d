import { CardView } from '../../components/CardView';
import type { CardTexts } from './card-texts';
import { canSpeak } from './speech';
import { Surface } from './surface';

const nothing = () => undefined;

/**
 * Renders a card that nobody sees, while the page is idle: the first one costs 60 ms (compiling, parsing styles, loading
 * the browser's formats and voices), any later one a third of that.
 * @param concept any concept
 */
export function warmUp(texts: CardTexts, concept: string): void {
  const card = texts.card(concept);
  if (!card) return;
  const surface = new Surface();
  surface.render(
    <CardView
      card={card}
      chosen={card.notes[0] && { note: card.notes[0], scope: 'page', near: card.notes[0].near[0] }}
      reason=" "
      termOf={(id) => texts.term(id)}
      pinned={false}
      trail={{ back: false, forward: false }}
      verdicts={{ saved: false, known: false, wrong: false }}
      onOpen={nothing}
      onBack={nothing}
      onForward={nothing}
      onPin={nothing}
      onClose={nothing}
      onVerdict={nothing}
      onPanel={nothing}
      onListen={canSpeak() ? nothing : undefined}
    />,
  );
  surface.remove();
}

/** Calls back when the browser has nothing better to do. */
export function whenIdle(work: () => void, signal: AbortSignal): void {
  const id = requestIdleCallback(work, { timeout: 2000 });
  signal.addEventListener('abort', () => cancelIdleCallback(id));
}
