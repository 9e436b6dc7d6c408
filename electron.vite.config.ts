import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Builds the three worlds of the app into `out/`: main and preload for Electron's Node, the renderer for its Chromium. */
export default defineConfig({
  main: {
    build: {
      target: 'node20',
      outDir: 'out/main',
      rollupOptions: { input: { index: 'electron/main/index.ts' } },
    },
  },
  preload: {
    build: {
      target: 'node20',
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'electron/preload/index.ts' },
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: 'chrome140',
      outDir: 'out/renderer',
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: 'renderer/index.html' } },
    },
    worker: { format: 'es' },
  },
});
