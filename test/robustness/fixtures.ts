import type { Settings } from '../../lib/settings';
import { test as base } from '../e2e/fixtures';
import { resetSettings, writeSettings } from './settings';

interface Fixtures {
  /** Changes settings as the extension's own pages do; they are the defaults again after the test. */
  set: (change: Partial<Settings>) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  set: async ({ reader }, use) => {
    await use((change) => writeSettings(reader, change));
    await resetSettings(reader);
  },
});

export { expect } from '@playwright/test';
