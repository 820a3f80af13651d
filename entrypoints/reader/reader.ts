import { CardTexts } from '../../glossary/card-texts';
import { askBackground } from '../../lib/ask-background';
import { i18n, speak, type Words } from '../../lib/i18n';
import type { Language } from '../../lib/languages';
import type { Shortcuts } from '../../lib/messages';
import { offered } from '../../lib/parts';
import { DEFAULT_SETTINGS, readSettings, type Settings, watchSettings } from '../../lib/settings';
import { matchAt } from '../content/hit-test';
import type { LivePage } from '../content/live-page';
import type { Match } from '../content/match';
import { reveal } from '../content/reveal';
import { CardOnPage } from './card-on-page';
import { FocusPath, hasFocus, isAtEnd } from './focus';
import { guardEvents } from './guard';
import { watchKeys } from './keys';
import { delayOf, type Event as MachineEvent, reduce, type State, shownIn, stays } from './machine';
import { matchOfMark } from './marks';
import { Notebook } from './notebook';
import { OtherFrames } from './other-frames';
import { originOf, type Pointer, watchPointer } from './pointer';
import { Prepared } from './prepared';
import { isReachable } from './reachable';
import { findVoices } from './speech';
import { nextTerm } from './steps';
import { askShortcuts, takeTabMessages } from './tab-messages';
import { topmostModal } from './top-layer';
import { warmUp } from './warm-up';
import { WayBack } from './way-back';

/**
 * Brings the card to a page.
 * @param unnoticed makes a change to the page that nobody has to look for terms in
 * @returns the undo: listeners, timers and the card are gone
 */
export function startReader(page: LivePage, unnoticed: (change: () => void) => void): () => void {
  const reader = new Reader(page, unnoticed);
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
  readonly #prepared = new Prepared((match) => {
    this.#giveWay(match);
    return this.#make(match);
  });
  /** The term where the keyboard was last. */
  #cursor: Match | undefined;
  readonly #focus = new FocusPath();
  readonly #wayBack = new WayBack();
  readonly #others = new OtherFrames();

  constructor(
    readonly page: LivePage,
    readonly unnoticed: (change: () => void) => void,
  ) {
    const { signal } = this.#lifetime;
    this.#notebook = new Notebook(() => {
      this.#card?.render();
      this.#prepared.render();
    }, signal);
    // First, so that no other listener here takes an event in the card for one on the page.
    guardEvents(
      {
        card: () => this.#card?.surface,
        onEvent: (event) => {
          if (isUse(event)) this.#dispatch({ is: 'use' });
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
        onEnter: () => this.#focus.enter(this.#card?.surface),
        onMark: (target) => {
          const match = matchOfMark(page, target);
          if (!match) return false;
          this.#dispatch({ is: 'step', match });
          this.#focus.enter(this.#card?.surface);
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
      const surface = this.#card?.surface;
      if (surface && originOf(event) !== surface.host) unnoticed(() => surface.toTop());
    };
    document.addEventListener('toggle', onTop, { capture: true, signal });
    document.addEventListener('fullscreenchange', onTop, { capture: true, signal });
    const undo = [
      page.subscribe(() => this.#onPageChange()),
      page.onOpenRequest((match) => this.open(match)),
      watchSettings((settings) => this.#take(settings)),
    ];
    takeTabMessages(
      {
        answer: () => ({
          lit: page.lit.length > 0,
          focused: hasFocus(),
          kept: this.#state.at === 'pinned',
        }),
        onStep: (by) => {
          // So that the next key, such as Enter, comes here.
          if (!hasFocus()) window.focus();
          this.step(by);
        },
        onCardElsewhere: () => {
          this.#others.note();
          this.#dispatch({ is: 'close' });
        },
      },
      signal,
    );
    signal.addEventListener('abort', () => {
      for (const each of undo) each();
      clearTimeout(this.#timer);
      this.#prepared.drop();
      this.#remove();
    });
    askShortcuts().then((shortcuts) => {
      if (shortcuts) this.#shortcuts = shortcuts;
    });
    readSettings().then((settings) => this.#take(settings));
    void findVoices();
    if (page.lit[0]) warmUp(this.#texts, page.lit[0].concept, signal);
  }

  /** Takes listeners, timers and the card off the page. */
  stop(): void {
    this.#lifetime.abort();
  }

  /** Scrolls to a term and opens its card, as the keyboard does. */
  open(match: Match): void {
    this.#cursor = match;
    if (!this.#isInside) this.#focus.noteStep();
    reveal(match.range);
    this.#dispatch({ is: 'step', match });
    this.#card?.announce();
  }

  /** Goes to the next (1) or previous (-1) term. */
  step(by: 1 | -1): void {
    const modal = topmostModal(this.page.shadowRoots);
    const match = nextTerm(this.page.lit, this.#cursor, by, (each) => isReachable(each, modal));
    if (!match) return;
    this.#wayBack.note(match.range, () => this.open(match));
  }

  async #take(settings: Settings): Promise<void> {
    this.#settings = settings;
    this.#prepared.drop();
    this.#card?.setTheme(settings.theme);
    const language = i18n.t('locale');
    await speak(settings.language, askForWords);
    if (i18n.t('locale') === language) return;
    this.#card?.render();
    this.#prepared.render();
  }

  /** @param at when it happened, on the clock of `performance.now()`; now, where that is not told */
  #dispatch(event: MachineEvent<Match>, at?: number): void {
    const before = this.#state;
    const next = reduce(before, event);
    if (next === before) return;
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
    this.#prepared.want(next.at === 'waiting' ? next.match : undefined);
    if (stays(next) && !(stays(before) && shownIn(before) === shownIn(next))) this.#others.tell();
    else if (next.at === 'open' && shownIn(before) !== next.match) this.#giveWay(next.match);
  }

  /** The pointer opens no card where another frame keeps one open, and closes any other. */
  async #giveWay(match: Match): Promise<void> {
    const kept = await this.#others.keepCard();
    const state = this.#state;
    if (state.at === 'idle' || state.match !== match || stays(state)) return;
    if (kept) this.#dispatch({ is: 'outside' });
    else if (state.at !== 'waiting') this.#others.close();
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

  #show(match: Match | undefined): void {
    if (!match) {
      this.#remove();
      return;
    }
    if (this.#card?.match !== match) {
      const keyed = this.#state.at === 'open' && this.#state.by === 'keys';
      const card = this.#prepared.take(match) ?? this.#make(match);
      this.#card = card;
      this.unnoticed(() => card.show(keyed ? undefined : this.#pointer.last()));
      this.page.setActive(match);
    }
    this.#card.pinned = this.#state.at === 'pinned';
  }

  readonly #handlers = {
    onPin: () => this.#dispatch({ is: 'pin' }),
    onClose: () => this.#close(),
    onHidden: () => this.#dispatch({ is: 'hidden' }),
    onPanel: (concept: string) => {
      askBackground({ type: 'open-panel', concept });
    },
  };

  get #isInside(): boolean {
    return !!this.#card?.surface.root.activeElement;
  }

  /** Whether Enter goes into the card: the keyboard went to its term, and into nothing else since. */
  #canEnter(): boolean {
    const state = this.#state;
    const stepped = state.at === 'pinned' || (state.at === 'open' && state.by === 'keys' && !state.focus);
    return stepped && this.#focus.isWhereStepped;
  }

  #close(): void {
    const inside = this.#isInside;
    this.#dispatch({ is: 'close' });
    if (inside) this.#focus.giveBack();
  }

  #remove(): void {
    const surface = this.#card?.surface;
    if (!surface) return;
    this.unnoticed(() => surface.remove());
    this.#card = undefined;
    this.#focus.forgetStep();
    this.#wayBack.forget();
    this.page.setActive(undefined);
  }

  /** Tab past the last control, or back past the first, leads out of the card to where the reader was. */
  #leaveAtTheEnd(backward: boolean): boolean {
    const surface = this.#card?.surface;
    if (!surface || !isAtEnd(surface, backward)) return false;
    if (this.#state.at === 'pinned') (surface.root.activeElement as HTMLElement).blur();
    else this.#dispatch({ is: 'close' });
    this.#focus.giveBack();
    return true;
  }

  #onPageChange(): void {
    this.#prepared.drop();
    if (this.#cursor && !this.page.lit.includes(this.#cursor)) this.#cursor = undefined;
    const match = this.#card?.match;
    if (match && !this.page.lit.includes(match) && !this.#card?.isPutAway) this.#dispatch({ is: 'gone' });
  }
}

/** Whether an event in the card presses something: not every control that Enter presses makes a click of it. */
const isUse = (event: Event) =>
  event.type === 'click' || (event.type === 'keydown' && (event as KeyboardEvent).key === 'Enter');

/** A page's world may not read the extension's files; its background may. */
const askForWords = async (language: Language): Promise<Words> => {
  const words = await askBackground({ type: 'words', language });
  if (typeof words !== 'object') throw new Error(`No words of the language ${language} came`);
  return words as Words;
};
