/** What the extension's pages know, as Preact hooks. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n, speak } from './i18n';
import { type LinkedPage, PageLink } from './page-link';
import { readSaved, type SavedTerm, watchSaved } from './saved';
import { DEFAULT_SETTINGS, readSettings, type Settings, watchSettings } from './settings';

/**
 * Takes the letters that a reader types while there is no field yet.
 * @param onLetter called with each, as long as it is `waiting`
 */
export function useEarlyLetters(waiting: boolean, onLetter: (letter: string) => void): void {
  useLayoutEffect(() => {
    if (!waiting) return undefined;
    const onKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      // Other keys have names of several letters.
      if (key.length === 1 && !ctrlKey && !metaKey && !altKey) onLetter(key);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [waiting]);
}

/**
 * Keeps the focus in a list: what had it goes with its item when that is taken out, and comes back with it.
 * @param keys those of the items
 * @param controlAt the control that gets the focus of the item at a place; of an empty list (-1), what stands for it
 * @returns to be called before the reader takes an item out; that it is put back is then noticed
 */
export function useFocusInList(
  keys: readonly string[],
  controlAt: (place: number) => HTMLElement | null | undefined,
): () => void {
  const before = useRef<readonly string[]>(undefined);
  useLayoutEffect(() => {
    const known = before.current;
    if (!known || known.join() === keys.join()) return;
    before.current = keys;
    const gone = known.findIndex((key) => !keys.includes(key));
    const back = keys.findIndex((key) => !known.includes(key));
    // Items may have changed places only.
    if (document.activeElement !== document.body || (gone < 0 && back < 0)) return;
    controlAt(back >= 0 ? back : Math.min(gone, keys.length - 1))?.focus();
  });
  return () => {
    before.current = keys;
  };
}

/** The settings, always as they stand, their language spoken; undefined until they are read. */
export function useSettings(): Settings | undefined {
  const [settings, set] = useState<Settings>();
  useEffect(() => {
    let latest: Settings;
    const take = async (next: Settings) => {
      latest = next;
      await speak(next.language);
      if (latest === next) set(next);
    };
    readSettings().then(take, () => take(DEFAULT_SETTINGS));
    return watchSettings(take);
  }, []);
  return settings;
}

/** The saved terms, always as they stand; undefined until they are read. */
export function useSaved(): SavedTerm[] | undefined {
  const [saved, set] = useState<SavedTerm[]>();
  useEffect(() => {
    readSaved().then(set, () => set([]));
    return watchSaved(set);
  }, []);
  return saved;
}

/**
 * Gives the document the theme and the language that the reader chose; without a choice the system's and the browser's hold.
 * @param title the document's
 */
export function useDocument(settings: Settings | undefined, title: () => string): void {
  useLayoutEffect(() => {
    if (!settings) return;
    const root = document.documentElement;
    if (settings.theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = settings.theme;
    root.lang = i18n.t('locale');
    root.dir = i18n.t('direction');
    document.title = title();
  }, [settings]);
}

/** The tab beside which a popup or panel stands; undefined where there is none. */
export function useActiveTab(): number | undefined {
  const [tabId, set] = useState<number>();
  useEffect(() => {
    const given = Number(new URLSearchParams(location.search).get('tab'));
    if (given) {
      set(given);
      return undefined;
    }
    const look = async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      // Opened as a tab of its own, the panel has no page beside it.
      const own = await browser.tabs.getCurrent().catch(() => undefined);
      set(tab?.id === own?.id ? undefined : tab?.id);
    };
    void look();
    browser.tabs.onActivated.addListener(look);
    return () => browser.tabs.onActivated.removeListener(look);
  }, []);
  return tabId;
}

export interface PageAtHand extends LinkedPage {
  /** Rejected candidates are asked for, too. */
  rejected: boolean;
  askRejected(rejected: boolean): void;
  jumpTo(frame: string, key: number): void;
}

/** The page in a tab, followed live. */
export function usePage(tabId: number | undefined): PageAtHand | undefined {
  const [page, set] = useState<LinkedPage>();
  const [rejected, askRejected] = useState(false);
  const link = useRef<PageLink | undefined>(undefined);
  useEffect(() => {
    set(undefined);
    if (tabId === undefined) return undefined;
    const opened = new PageLink(tabId, set, rejected);
    link.current = opened;
    return () => opened.close();
  }, [tabId]);
  useEffect(() => link.current?.askRejected(rejected), [rejected]);
  return (
    page && {
      ...page,
      rejected,
      askRejected,
      jumpTo: (frame, key) => link.current?.jumpTo(frame, key),
    }
  );
}
