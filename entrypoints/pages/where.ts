import type { Where } from '../../components/WhereSwitches';
import { pageKey, type Settings, siteKey } from '../../lib/settings';
import { toggled, updateSettings, withSite } from '../../lib/settings-store';

/** Which of the three switches are on for a page. */
export function whereOf(settings: Settings, url: string): Where {
  const host = siteKey(url);
  return {
    page: !settings.pages.includes(pageKey(url)),
    site: !settings.sites[host]?.off,
    everywhere: settings.enabled,
    host,
  };
}

/** Turns one of the three switches. */
export function setWhere(url: string, width: 'page' | 'site' | 'everywhere', on: boolean): Promise<Settings> {
  return updateSettings((settings) => {
    if (width === 'everywhere') return { enabled: on };
    if (width === 'page') return { pages: toggled(settings.pages, pageKey(url), !on) };
    return withSite(settings, siteKey(url), (site) => ({ ...site, off: !on }));
  });
}
