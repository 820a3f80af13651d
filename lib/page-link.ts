import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { backgroundMessage, type PageTerms, type PanelRequest, panelAnswer } from './messages';
import { PANEL_PORT } from './panel-port';

export interface LinkedPage {
  /** `unreachable`: a page that the browser lets no extension read; `withheld`: one that the reader lets this one not read. */
  state: 'waiting' | 'ready' | 'unreachable' | 'withheld';
  url: string;
  /** One of each frame that has terms; the top frame first. */
  frames: PageTerms[];
}

/** Frames without a term do not answer: after this time the page counts as read. Milliseconds. */
const ANSWER_TIME = 400;
/** A page may get its first term later, as it grows: so often it is asked again. Milliseconds. */
const RETRY_TIME = 1500;
/** Frames that get their first terms within this time are linked to in one go. Milliseconds. */
const JOIN_TIME = 100;
const EMPTY: LinkedPage = { state: 'waiting', url: '', frames: [] };

const READABLE = /^(https?|file|ftp):/;
const SHOPS =
  /^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org)(\/|$)/;

/** Whether the browser lets extensions read pages with this address. */
export const isReadable = (url: string): boolean => READABLE.test(url) && !SHOPS.test(url);

/** Whether nothing of a page can be read, whatever it holds. */
export const isShut = ({ state }: LinkedPage): boolean => state === 'unreachable' || state === 'withheld';

/** What the extension may read, by its manifest; a reader can withhold it in the browser's settings, and give it back. */
export const ALL_PAGES = { origins: ['<all_urls>'] };

/**
 * Whether a tab in which nothing answers holds a page at all: some are closed to extensions whatever their address, and a
 * PDF stands in a view of the browser's own.
 */
const holdsPage = (tabId: number): Promise<boolean> =>
  browser.scripting
    .executeScript({ target: { tabId }, func: () => document.contentType, injectImmediately: true })
    .then(
      ([{ result }]) => result !== 'application/pdf',
      () => false,
    );

/** The popup's or panel's end of the link to one tab. Follows the tab from page to page. */
export class PageLink {
  #port: Browser.runtime.Port | undefined;
  #page = EMPTY;
  #rejected: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #joining: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  /**
   * @param onChange called with what is known of the page, after each change
   * @param rejected whether rejected candidates are wanted, too
   */
  constructor(
    readonly tabId: number,
    readonly onChange: (page: LinkedPage) => void,
    rejected = false,
  ) {
    this.#rejected = rejected;
    browser.tabs.onUpdated.addListener(this.#onUpdated);
    browser.runtime.onMessage.addListener(this.#onMessage);
    browser.permissions.onAdded.addListener(this.#onAdded);
    void this.#begin();
  }

  /**
   * A port reaches the frames that listen when it is opened, and no later one: where a document says for the first time
   * that it has terms, all are linked to anew. What it says is meant for the background, which answers.
   */
  #onMessage = (raw: unknown, { id, tab }: Browser.runtime.MessageSender): undefined => {
    if (id !== browser.runtime.id || tab?.id !== this.tabId) return;
    if (v.is(backgroundMessage, raw) && raw.type === 'lit' && raw.first)
      this.#joining ??= setTimeout(this.#join, JOIN_TIME);
  };

  #join = () => {
    this.#joining = undefined;
    const { url, frames } = this.#page;
    if (this.#closed || !isReadable(url)) return;
    this.#port?.disconnect();
    this.#connect(frames.map(({ frame }) => frame));
  };

  #onAdded = () => void this.#begin();

  #onUpdated = (tabId: number, change: { status?: string; url?: string }) => {
    if (tabId !== this.tabId) return;
    if (change.url || change.status === 'complete') void this.#begin();
  };

  #set(page: LinkedPage): void {
    this.#page = page;
    if (!this.#closed) this.onChange(page);
  }

  /** Links to the page that the tab shows now. */
  async #begin(): Promise<void> {
    const url = await browser.tabs.get(this.tabId).then(
      (tab) => tab.url ?? '',
      () => '',
    );
    // What may not be read has no address, either.
    const withheld = !url && !(await browser.permissions.contains(ALL_PAGES));
    if (this.#closed) return;
    this.#stop();
    if (!isReadable(url)) {
      this.#set({ state: withheld ? 'withheld' : 'unreachable', url, frames: [] });
      return;
    }
    // What is known of the same page stays in view until it answers anew.
    const same = url === this.#page.url && !isShut(this.#page);
    this.#set(same ? this.#page : { ...EMPTY, url });
    this.#connect();
    this.#timer = setTimeout(this.#retry, ANSWER_TIME);
  }

  /** @param kept frames whose last answer stays in view while they are asked anew */
  #connect(kept: readonly string[] = []): void {
    const port = browser.tabs.connect(this.tabId, { name: PANEL_PORT });
    this.#port = port;
    const answered = new Set<string>();
    let known: ReadonlySet<string> = new Set(kept);
    port.onMessage.addListener((raw: unknown) => {
      const parsed = v.safeParse(panelAnswer, raw);
      if (!parsed.success || port !== this.#port) return;
      answered.add(parsed.output.frame);
      this.#take(parsed.output, known.union(answered));
    });
    port.onDisconnect.addListener(() => {
      // A page without a term does not listen; the browser wants its saying so to be read.
      void browser.runtime.lastError;
      if (port !== this.#port) return;
      this.#port = undefined;
      if (this.#page.frames.length) this.#set({ ...this.#page, frames: [] });
    });
    port.postMessage({ type: 'page-terms', rejected: this.#rejected } satisfies PanelRequest);
    if (!kept.length) return;
    setTimeout(() => {
      known = answered;
      const frames = this.#page.frames.filter(({ frame }) => answered.has(frame));
      if (port === this.#port && frames.length < this.#page.frames.length)
        this.#set({ ...this.#page, frames });
    }, ANSWER_TIME);
  }

  #retry = async () => {
    this.#timer = setTimeout(this.#retry, RETRY_TIME);
    // A page that has a term now listens now.
    if (!this.#port) this.#connect();
    const page = this.#page;
    if (page.state !== 'waiting') return;
    const state = (await holdsPage(this.tabId)) ? 'ready' : 'unreachable';
    // It may have answered meanwhile, or gone.
    if (this.#page === page) this.#set({ ...page, state });
  };

  #take(answer: PageTerms, known: ReadonlySet<string>): void {
    const others = this.#page.frames.filter(({ frame }) => frame !== answer.frame && known.has(frame));
    const frames = [...others, answer].sort((a, b) => Number(b.top) - Number(a.top));
    this.#set({ ...this.#page, state: 'ready', frames });
  }

  /** Whether rejected candidates are wanted, too, from now on. */
  askRejected(rejected: boolean): void {
    this.#rejected = rejected;
    this.#port?.postMessage({ type: 'page-terms', rejected } satisfies PanelRequest);
  }

  /** Scrolls the page to an occurrence and opens its card. */
  jumpTo(frame: string, key: number): void {
    this.#port?.postMessage({ type: 'jump-to', frame, key } satisfies PanelRequest);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#joining);
    this.#joining = undefined;
    this.#port?.disconnect();
    this.#port = undefined;
  }

  close(): void {
    this.#closed = true;
    browser.tabs.onUpdated.removeListener(this.#onUpdated);
    browser.runtime.onMessage.removeListener(this.#onMessage);
    browser.permissions.onAdded.removeListener(this.#onAdded);
    this.#stop();
  }
}
