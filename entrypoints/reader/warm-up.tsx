import { CardView } from '../../components/CardView';
import tokens from '../../components/theme.css?inline';
import type { CardTexts } from '../../glossary/card-texts';
import { i18n } from '../../lib/i18n';
import { place } from './place';
import { canSpeak } from './speech';
import { Surface } from './surface';

const nothing = () => undefined;

/** Weight, and size in CSS pixels at the usual text size, of most of what stands in a card. */
const FONTS = [
  [400, 15],
  [700, 20],
  [500, 14],
  [600, 13],
  [400, 13],
  [400, 14],
  [600, 14],
  [400, 12],
];
const FAMILY = /--tl-font:([^;}]+)/.exec(tokens)?.[1];

/**
 * Does once, while the page is idle, what costs the first card of a page some 50 ms more than any later one: compiling,
 * loading the browser's formats, voices and fonts. Nobody sees it, and nothing is put on the page.
 * @param concept any concept
 */
export function warmUp(texts: CardTexts, concept: string, signal: AbortSignal): void {
  const steps = [
    loadLists,
    loadDates,
    () => renderUnseen(texts, concept),
    ...FONTS.map((font) => () => loadFont(font)),
    placeUnseen,
  ];
  const next = () => {
    steps.shift()?.();
    if (steps.length) whenIdle(next, signal);
  };
  whenIdle(next, signal);
}

function renderUnseen(texts: CardTexts, concept: string): void {
  const card = texts.card(concept);
  if (!card) return;
  const surface = new Surface([]);
  surface.render(
    <CardView
      card={card}
      chosen={card.notes[0] && { note: card.notes[0], scope: 'page', near: card.notes[0].near[0] }}
      reason=" "
      termOf={(id) => texts.term(id)}
      hasSite
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

function placeUnseen(): void {
  const element = document.documentElement;
  const spot = { box: new DOMRect(), side: 'bottom' } as const;
  const stop = place(
    new Surface([]).host,
    { element, spot: () => spot },
    { onHidden: nothing, onRoom: nothing },
  );
  stop();
}

/** The browser's rules for lists take more time than all the rest of a card, those for dates a third of it. */
const loadLists = () => new Intl.ListFormat(i18n.t('locale'), { type: 'conjunction' });
const loadDates = () => new Intl.DateTimeFormat(i18n.t('locale'), { dateStyle: 'medium' });

/** Finding fonts is most of the first layout: measuring a text without a page finds the same ones. */
function loadFont([weight, size]: (typeof FONTS)[number]): void {
  const ink = new OffscreenCanvas(1, 1).getContext('2d');
  if (!ink) return;
  ink.font = `${weight} ${size}px ${FAMILY}`;
  ink.measureText('Leukemia');
}

function whenIdle(work: () => void, signal: AbortSignal): void {
  const id = requestIdleCallback(work, { timeout: 2000 });
  signal.addEventListener('abort', () => cancelIdleCallback(id), { once: true });
}
