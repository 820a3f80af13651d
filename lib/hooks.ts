/** What the extension's pages know, as Preact hooks. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type LinkedPage, PageLink } from './page-link';
import { readSaved, type SavedTerm, watchSaved } from './saved';
import { DEFAULT_SETTINGS, readSettings, type Settings, watchSettings } from './settings';

/** The settings, always as they stand; undefined until they are read. */
export function useSettings(): Settings | undefined {
  const [settings, set] = useState<Settings>();
  useEffect(() => {
    readSettings().then(set, () => set(DEFAULT_SETTINGS));
    return watchSettings(set);
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

/** Gives the document the theme that the reader chose; without a choice the system's holds. */
export function useTheme(theme: Settings['theme'] = 'auto'): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'auto') delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);
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
  askRejected(rejected: boolean): void;
  jumpTo(frame: string, key: number): void;
}

/** The page in a tab, followed live. */
export function usePage(tabId: number | undefined): PageAtHand | undefined {
  const [page, set] = useState<LinkedPage>();
  const link = useRef<PageLink | undefined>(undefined);
  useEffect(() => {
    set(undefined);
    if (tabId === undefined) return undefined;
    link.current = new PageLink(tabId, set);
    return () => link.current?.close();
  }, [tabId]);
  return (
    page && {
      ...page,
      askRejected: (rejected) => link.current?.askRejected(rejected),
      jumpTo: (frame, key) => link.current?.jumpTo(frame, key),
    }
  );
}
