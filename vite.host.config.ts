import { defineConfig } from 'vite';

/**
 * Builds the Chromium host: `index.js` is what main imports as `electron`, `start.js` starts the app with it. Its functions
 * for the page are sent there as source text, so nothing is renamed.
 */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'out/chromium-host',
    emptyOutDir: true,
    copyPublicDir: false,
    minify: false,
    rollupOptions: {
      input: {
        index: 'electron/chromium-host/index.ts',
        start: 'electron/chromium-host/start.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      external: ['playwright-core'],
    },
  },
});
