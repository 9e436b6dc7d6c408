import { defineConfig } from '@playwright/test';

/** End-to-end specs: each starts the built app, with a data folder of its own. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  timeout: 180_000,
  expect: { timeout: 20_000 },
  workers: 2,
  // Apps share nothing, so the specs of one file may run side by side too.
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
});
