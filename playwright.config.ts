import { defineConfig } from '@playwright/test';

export default defineConfig<object, { in: 'chromium' | 'firefox' }>({
  testDir: 'test',
  testMatch: '**/*.spec.ts',
  globalSetup: './test/e2e/global-setup.ts',
  timeout: 30_000,
  workers: 2,
  fullyParallel: false,
  reporter: process.env.CI ? [['list']] : [['line']],
  // A browser now and then loses a key or a frame on a busy machine; what passes only then is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  projects: [
    { name: 'chromium', use: { in: 'chromium' } },
    { name: 'firefox', use: { in: 'firefox' } },
  ],
});
