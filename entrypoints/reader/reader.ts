import { browser } from 'wxt/browser';
import { CardTexts } from '../../glossary/card-texts';
import { i18n, speak, type Words } from '../../lib/i18n';
import type { Language } from '../../lib/languages';
import type { BackgroundMessage, HasTerms, Shortcuts } from '../../lib/messages';
import { offered } from '../../lib/parts';
import { DEFAULT_SETTINGS, readSettings, type Settings, watchSettings } from '../../lib/settings';
import { asTabMessage } from '../../lib/tab-guard';
import { matchAt } from '../content/hit-test';
import type { LivePage } from '../content/live-page';
import type { Match } from '../content/match';
import { reveal } from '../content/reveal';
import { CardOnPage } from './card-on-page';
import { guardEvents } from './guard';
import { watchKeys } from './keys';
import { delayOf, type Event as MachineEvent, reduce, type State, shownIn } from './machine';
import { matchOfMark } from './marks';
import { Notebook } from './notebook';
import { originOf, type Pointer, watchPointer } from './pointer';
import { nextTerm } from './steps';
import { warmUp } from './warm-up';
import { WayBack } from './way-back';

/**
 * A pointer that stays on a term for so long (milliseconds) mostly comes to rest there: what can be done for the card before
 * it is shown is done then, so that it comes without delay. Nothing of it is on the page.
 */
const PREPARE_AFTER = 80;

/**
 * Brings the card to a page.
 * @returns the undo: listeners, timers and the card are gone
 */
export function startReader(page: LivePage): () => void {
  const reader = new Reader(page);
  return () => reader.stop();
}

/** Hover, keyboard and card of one page. */
class Reader {
  readonly #lifetime = new AbortController();
  readonly #texts = new CardTexts(offered<string>('texts'));
  readonly #notebook: Notebook;
  readonly #pointer: Pointer;
  readonly #onKey: (event: KeyboardEvent) => void;
  #settings: Settings = DEFAULT_SETTINGS;
  #shortcuts: Shortcuts = { next: '', previous: '' };
  #state: State<Match> = { at: 'idle' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #card: CardOnPage | undefined;
  #preparing: ReturnType<typeof setTimeout> | undefined;
  /** The card of the term on which the pointer is coming to rest. */
  #prepared: CardOnPage | undefined;
  /** The term where the keyboard was last. */
  #cursor: Match | undefined;
  /** What had the page's focus before the card took it. */
  #cameFrom: Element | null = null;
  /** What had the page's focus when the keyboard last went to a term. */
  #steppedFrom: Element | null = null;
  readonly #wayBack = new WayBack();

  constructor(readonly page: LivePage) {
    const { signal } = this.#lifetime;
    this.#notebook = new Notebook(() => {
      this.#card?.render();
      this.#prepared?.render();
    }, signal);
    // First, so that no other listener here takes an event in the card for one on the page.
    guardEvents(
      {
        card: () => this.#card?.surface,
        onEvent: (event) => {
          if (event.type === 'pointermove') this.#pointer.onCard(event as PointerEvent);
          else if (event.type === 'keydown') this.#onKey(event as KeyboardEvent);
          else if (event.type === 'focusin') this.#dispatch({ is: 'focus', inside: true });
          else if (event.type === 'focusout') this.#dispatch({ is: 'focus', inside: false });
        },
      },
      signal,
    );
    this.#pointer = watchPointer(
      {
        matchAt: (x, y) => matchAt(page, x, y),
        matchOfMark: (target) => matchOfMark(page, target),
        dispatch: (event, at) => this.#dispatch(event, at),
        mode: () => this.#settings.open,
        shown: () => this.#card && { match: this.#card.match, edges: this.#card.surface.edges },
      },
      signal,
    );
    this.#onKey = watchKeys(
      {
        host: () => this.#card?.surface.host,
        canEnter: () => this.#canEnter(),
        onClose: () => {
          this.#wayBack.take();
          this.#close();
        },
        onEnter: () => this.#enter(),
        onMark: (target) => {
          const match = matchOfMark(page, target);
          if (!match) return false;
          this.#dispatch({ is: 'step', match });
          this.#enter();
          return true;
        },
        onTab: (backward) => this.#leaveAtTheEnd(backward),
        onStep: (by) => this.step(by),
        shortcuts: () => this.#shortcuts,
      },
      signal,
    );
    // What came into the top layer later must not cover the card; nor may a fullscreen element.
    const onTop = (event: Event) => {
      if (this.#card && originOf(event) !== this.#card.surface.host) this.#card.surface.toTop();
    };
    document.addEventListener('toggle', onTop, { capture: true, signal });
    document.addEventListener('fullscreenchange', onTop, { capture: true, signal });
    const undo = [
      page.subscribe(() => this.#onPageChange()),
      page.onOpenRequest((match) => this.open(match)),
      watchSettings((settings) => this.#take(settings)),
    ];
    const onMessage = (raw: unknown, _sender: unknown, respond: (answer: HasTerms) => void) => {
      const message = asTabMessage(raw);
      if (message?.type === 'has-terms') respond({ lit: page.lit.length > 0, focused: hasFocus() });
      else if (message) {
        // So that the next key, such as Enter, comes here.
        if (!hasFocus()) window.focus();
        this.step(message.type === 'next-term' ? 1 : -1);
      }
    };
    const messages = browser.runtime.onMessage;
    messages.addListener(onMessage);
    undo.push(() => messages.removeListener(onMessage));
    signal.addEventListener('abort', () => {
      for (const each of undo) each();
      clearTimeout(this.#timer);
      this.#forgetPrepared();
      this.#remove();
    });
    browser.runtime.sendMessage({ type: 'shortcuts' } satisfies BackgroundMessage).then(
      (shortcuts: Shortcuts | undefined) => {
        if (shortcuts) this.#shortcuts = shortcuts;
      },
      () => undefined,
    );
    readSettings().then((settings) => this.#take(settings));
    if (page.lit[0]) warmUp(this.#texts, page.lit[0].concept, signal);
  }

  /** Takes listeners, timers and the card off the page. */
  stop(): void {
    this.#lifetime.abort();
  }

  /** Scrolls to a term and opens its card, as the keyboard does. */
  open(match: Match): void {
    this.#cursor = match;
    reveal(match.range);
    this.#dispatch({ is: 'step', match });
    this.#card?.announce();
  }

  /** Goes to the next (1) or previous (-1) term. */
  step(by: 1 | -1): void {
    const match = nextTerm(this.page.lit, this.#cursor, by);
    if (!match) return;
    if (!this.#isInside) this.#steppedFrom = document.activeElement;
    this.#wayBack.note(match.range, () => this.open(match));
  }

  async #take(settings: Settings): Promise<void> {
    this.#settings = settings;
    this.#forgetPrepared();
    const language = i18n.t('locale');
    await speak(settings.language, askForWords);
    if (i18n.t('locale') === language) return;
    this.#card?.render();
    this.#prepared?.render();
  }

  /** @param at when it happened, on the clock of `performance.now()`; now, where that is not told */
  #dispatch(event: MachineEvent<Match>, at?: number): void {
    const next = reduce(this.#state, event);
    if (next === this.#state) return;
    this.#state = next;
    if (next.at === 'open' && next.by !== 'keys') this.#wayBack.forget();
    clearTimeout(this.#timer);
    const delay = delayOf(next);
    if (delay !== undefined) {
      // A page may hear of the pointer's moves late, once a frame: the hand has been at rest since the move itself.
      const late = at === undefined ? 0 : Math.max(0, performance.now() - at);
      this.#timer = setTimeout(() => this.#dispatch({ is: 'time' }), Math.max(0, delay - late));
    }
    this.#show(shownIn(next));
    this.#prepare(next.at === 'waiting' ? next.match : undefined);
  }

  /** Makes the card of a term soon, if it isn't made; what was made for another one is dropped. */
  #prepare(match: Match | undefined): void {
    clearTimeout(this.#preparing);
    if (match === this.#prepared?.match) return;
    this.#forgetPrepared();
    if (match)
      this.#preparing = setTimeout(() => {
        this.#prepared = this.#make(match);
      }, PREPARE_AFTER);
  }

  #make(match: Match): CardOnPage {
    const { theme } = this.#settings;
    return new CardOnPage(
      match,
      this.page,
      this.#texts,
      this.#notebook,
      this.#handlers,
      theme,
      this.#card?.surface,
    );
  }

  #forgetPrepared(): void {
    clearTimeout(this.#preparing);
    this.#prepared?.surface.remove();
    this.#prepared = undefined;
  }

  #show(match: Match | undefined): void {
    if (!match) {
      this.#remove();
      return;
    }
    if (this.#card?.match !== match) {
      const keyed = this.#state.at === 'open' && this.#state.by === 'keys';
      this.#card = this.#prepared?.match === match ? this.#prepared : this.#make(match);
      if (this.#card === this.#prepared) this.#prepared = undefined;
      this.#card.show(keyed ? undefined : this.#pointer.last());
      this.page.setActive(match);
    }
    this.#card.pinned = this.#state.at === 'pinned';
  }

  readonly #handlers = {
    onPin: () => this.#dispatch({ is: 'pin' }),
    onClose: () => this.#close(),
    onHidden: () => this.#dispatch({ is: 'hidden' }),
    onPanel: (concept: string) => {
      browser.runtime.sendMessage({ type: 'open-panel', concept } satisfies BackgroundMessage);
    },
  };

  get #isInside(): boolean {
    return !!this.#card?.surface.root.activeElement;
  }

  /** Whether Enter goes into the card: the keyboard went to its term, and into nothing else since. */
  #canEnter(): boolean {
    const state = this.#state;
    if (state.at === 'pinned') return !!this.#steppedFrom && document.activeElement === this.#steppedFrom;
    return state.at === 'open' && state.by === 'keys' && !state.focus;
  }

  #close(): void {
    const inside = this.#isInside;
    this.#dispatch({ is: 'close' });
    if (inside) this.#giveBack();
  }

  #remove(): void {
    if (!this.#card) return;
    this.#card.surface.remove();
    this.#card = undefined;
    this.#steppedFrom = null;
    this.#wayBack.forget();
    this.page.setActive(undefined);
  }

  #enter(): void {
    this.#cameFrom = document.activeElement;
    this.#card?.surface.dialog?.focus();
  }

  /** Puts the focus back where it was before the card had it. */
  #giveBack(): void {
    if (this.#cameFrom instanceof HTMLElement && this.#cameFrom.isConnected)
      this.#cameFrom.focus({ preventScroll: true });
    this.#cameFrom = null;
  }

  /** Tab past the last control, or back past the first, leads out of the card to where the reader was. */
  #leaveAtTheEnd(backward: boolean): boolean {
    const surface = this.#card?.surface;
    if (!surface) return false;
    const { stops } = surface;
    const edge = backward ? stops[0] : stops.at(-1);
    const { activeElement } = surface.root;
    if (activeElement !== edge && !(backward && activeElement === surface.dialog)) return false;
    if (this.#state.at === 'pinned') (activeElement as HTMLElement).blur();
    else this.#dispatch({ is: 'close' });
    this.#giveBack();
    return true;
  }

  #onPageChange(): void {
    this.#forgetPrepared();
    if (this.#cursor && !this.page.lit.includes(this.#cursor)) this.#cursor = undefined;
    const match = this.#card?.match;
    if (match && !this.page.lit.includes(match) && !this.#card?.isPutAway) this.#dispatch({ is: 'gone' });
  }
}

/** A page's world may not read the extension's files; its background may. */
const askForWords = async (language: Language): Promise<Words> => {
  const words = await browser.runtime.sendMessage({ type: 'words', language } satisfies BackgroundMessage);
  if (typeof words !== 'object') throw new Error(`No words of the language ${language} came`);
  return words;
};

/** Whether the focus is in this frame itself, and not in a frame inside it. */
const hasFocus = () => document.hasFocus() && !(document.activeElement instanceof HTMLIFrameElement);
