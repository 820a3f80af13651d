import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { PANEL_TARGET_KEY, type PanelTarget, readTarget } from '../../lib/panel-target';

/** Calls back with what the background, or the popup, wants the panel of this window to show; once for each wish. */
export function usePanelTarget(onTarget: (target: PanelTarget) => void): void {
  useEffect(() => {
    const take = async (stored: unknown) => {
      const { id } = await browser.windows.getCurrent();
      const target = readTarget(stored, id);
      if (!target) return;
      if (target.concept || target.query) onTarget(target);
      await browser.storage.session.remove(PANEL_TARGET_KEY);
    };
    const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      if (area === 'session' && changes[PANEL_TARGET_KEY]?.newValue)
        void take(changes[PANEL_TARGET_KEY].newValue);
    };
    browser.storage.onChanged.addListener(listener);
    browser.storage.session.get(PANEL_TARGET_KEY).then((stored) => take(stored[PANEL_TARGET_KEY]));
    return () => browser.storage.onChanged.removeListener(listener);
  }, []);
}
