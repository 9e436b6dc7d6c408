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
    // Loading React and its components anew for each file took a third of the time. What a file sets must not reach the
    // next: see the setup, and `--sequence.shuffle.files` tries it out.
    isolate: false,
    unstubGlobals: true,
    unstubEnvs: true,
  },
});
