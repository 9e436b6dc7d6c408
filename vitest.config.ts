import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{electron,renderer,shared,test}/**/*.test.{ts,tsx}'],
    exclude: ['out', 'out-faults', 'node_modules'],
    setupFiles: ['test/setup.ts'],
    // Time is what tests assert about; a zone other than UTC shows what forgot it.
    env: { TZ: 'Europe/Prague' },
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
  },
});
