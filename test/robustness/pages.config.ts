import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';

/** `npm run check:pages`: long, and only where saved pages are, so no part of npm test. */
export default defineConfig<object, { in: 'chromium' | 'firefox' }>(base, {
  testDir: './pages',
  testMatch: '*.check.ts',
  globalSetup: '../e2e/global-setup.ts',
  fullyParallel: true,
  workers: 4,
  reporter: [['./pages/table-reporter.ts']],
});
