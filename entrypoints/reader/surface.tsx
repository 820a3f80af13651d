import { type ComponentChildren, render } from 'preact';
import look from '../../components/card.css?inline';
import { GLOSSARY_LANGUAGE } from '../../components/glossary-language';
import parts from '../../components/parts.css?inline';
import pictures from '../../components/pictures/pictures.css?inline';
import tokens from '../../components/theme.css?inline';
import { i18n } from '../../lib/i18n';
import css from './card.css?inline';
import { endAtRoot } from './guard';
import type { Theme } from './page-theme';
import { type Anchor, type PlaceOptions, place, type Room } from './place';
import { holderFor } from './top-layer';

/** A live region is read out when its text changes, not when it comes into being; so long it stays empty. */
const ANNOUNCE_AFTER = 120;
/** The size of the live region's letters as card.css writes it, in CSS pixels. */
const LIVE_SIZE = 100;
const FOCUSABLE = 'button, a[href], [tabindex="0"]';

/** An HTML element even in a document of plain XML. */
const createHtml = (name: string) =>
  document.createElementNS('http://www.w3.org/1999/xhtml', name) as HTMLElement;

/**
 * Firefox ends the scripts of an extension that is disabled without a word, and takes the sheets away that it had put into
 * pages: a card that was open is seen no more then.
 */
const SEEN_WITH_SHEET = ':host { display: var(--tl-seen, none) !important }';

let sheet: CSSStyleSheet | undefined;

/**
 * A page may define `termlight-card` as an element of its own, and would get the closed root by `attachInternals` if the host
 * were one when its root is attached: in a document without a window no element is.
 */
function createHost(): { host: HTMLElement; root: ShadowRoot } {
  const nowhere = document.implementation.createHTMLDocument('');
  const host = nowhere.createElement('termlight-card');
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  document.adoptNode(host);
  return { host, root };
}

/** The one card on the page: its host in the top layer, its closed shadow root, its place. */
export class Surface {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly #box = createHtml('div');
  readonly #live = createHtml('div');
  #stopPlacing: (() => void) | undefined;
  #beside: Element = document.documentElement;

  /** @param roots the page's open shadow roots, which may become more */
  constructor(readonly roots: readonly ShadowRoot[]) {
    const { host, root } = createHost();
    this.host = host;
    this.root = root;
    if (!sheet) {
      sheet = new CSSStyleSheet();
      const own = [tokens, parts, look, pictures, css];
      if (import.meta.env.FIREFOX) own.push(SEEN_WITH_SHEET);
      sheet.replaceSync(own.join('\n'));
    }
    this.root.adoptedStyleSheets = [sheet];
    this.#box.className = 'tl-theme tl-place';
    this.#live.className = 'tl-live';
    this.#live.setAttribute('role', 'status');
    this.root.append(this.#box, this.#live);
    endAtRoot(this.root);
  }

  setTheme(theme: Theme): void {
    this.#box.dataset.theme = theme;
  }

  /** Puts the card beside a term. */
  show(anchor: Anchor, options: PlaceOptions): void {
    this.#stopPlacing?.();
    this.#beside = anchor.element;
    this.toTop();
    this.#box.style.setProperty('--tl-rem', `${this.#textSize}px`);
    // A page may zoom its root element, and with it the host; the card stays as large as it is.
    this.#box.style.zoom = String(1 / this.host.currentCSSZoom);
    this.#stopPlacing = place(this.#box, anchor, options);
  }

  /**
   * The browser's own text size, which no page can change, in CSS pixels. Where a browser enlarges text alone, as Firefox
   * can, every size comes out larger than it was written: so will this one.
   */
  get #textSize(): number {
    const sizeOf = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize);
    return (sizeOf(this.host) * LIVE_SIZE) / sizeOf(this.#live);
  }

  /** Above whatever came into the top layer since. */
  toTop(): void {
    const holder = holderFor(this.#beside, this.roots);
    if (this.host.parentNode !== holder) holder.append(this.host);
    if (this.host.matches(':popover-open')) this.host.hidePopover();
    this.host.showPopover();
  }

  /**
   * Shows content that is in the language spoken now. The focus stays in the card: where what had it is gone, it goes to what
   * took its place, else to the card itself, which is then read from its title on.
   */
  render(children: ComponentChildren): void {
    const focused = this.root.activeElement as HTMLElement | null;
    for (const element of [this.#box, this.#live]) {
      element.lang = i18n.t('locale');
      element.dir = i18n.t('direction');
    }
    render(children, this.#box);
    if (!focused || this.root.activeElement) return;
    const { verdict } = focused.dataset;
    const heir = verdict && this.#box.querySelector<HTMLElement>(`[data-verdict="${verdict}"]`);
    (heir || this.dialog)?.focus({ preventScroll: true });
  }

  /**
   * Has a text read out by a screen reader.
   * @param words of the glossary, to be read before it
   */
  announce(text: string, words = ''): void {
    setTimeout(() => {
      const english = createHtml('span');
      english.lang = GLOSSARY_LANGUAGE;
      english.textContent = words;
      this.#live.replaceChildren(english, text);
    }, ANNOUNCE_AFTER);
  }

  setRoom(room: Room): void {
    const { dialog } = this;
    if (dialog && dialog.dataset.room !== room) dialog.dataset.room = room;
  }

  get dialog(): HTMLElement | null {
    return this.#box.querySelector('.tl-card');
  }

  /** The card's edges in CSS pixels of the viewport. */
  get edges(): DOMRect {
    return this.#box.getBoundingClientRect();
  }

  /** Everything in the card that Tab goes to, in order. */
  get stops(): HTMLElement[] {
    return [...this.#box.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((el) => el.checkVisibility());
  }

  remove(): void {
    this.#stopPlacing?.();
    render(null, this.#box);
    this.host.remove();
  }
}
