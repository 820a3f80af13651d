import { ensureBrowser } from '../../scripts/browsers';

/** Both browsers are installed before the first test, one after the other: two package managers at once would clash. */
export default async function ensureBrowsers(): Promise<void> {
  await ensureBrowser('chromium');
  await ensureBrowser('firefox');
}
