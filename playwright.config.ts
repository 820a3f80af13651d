import { defineConfig } from '@playwright/test';

export default defineConfig<object, { in: 'chromium' | 'firefox' }>({
  testDir: 'test',
  testMatch: '**/*.spec.ts',
  globalSetup: './test/e2e/global-setup.ts',
  timeout: 30_000,
  workers: 2,
  // A browser on a busy machine can stall; what passes at its second try is named as flaky in the report.
  retries: 1,
  fullyParallel: false,
  reporter: process.env.CI ? [['list']] : [['line']],
  forbidOnly: Boolean(process.env.CI),
  projects: [
    // Tests that only the tools of one browser can do are tagged with its name, and are no tests of the other.
    { name: 'chromium', use: { in: 'chromium' }, grepInvert: /@firefox/ },
    { name: 'firefox', use: { in: 'firefox' }, grepInvert: /@chromium/ },
  ],
});
