import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import manifest from './package.json' with { type: 'json' };

/** `KARTOTEKA_FAULTS=1` builds what the torture tests need: fault points that work, in a folder of its own. */
const faults = process.env['KARTOTEKA_FAULTS'] === '1';
const OUT = faults ? 'out-faults' : 'out';
const define = { KARTOTEKA_FAULTS: JSON.stringify(faults) };

/** Takes the calls of fault points out of what users get: even a call that does nothing would cost a turn. */
const withoutFaults = {
  name: 'without-faults',
  enforce: 'pre' as const,
  transform: (code: string): string | null =>
    code.includes('await fault(') ? code.replaceAll(/await fault\('[\w.]+'\);/g, '') : null,
};

const TEXTS = /shared[\\/]i18n[\\/](\w+)[\\/]/;
/** One file for the texts of each language. */
const textsOf = (id: string): string => `texts-${TEXTS.exec(id)?.[1] ?? ''}`;

/** Makes the folder an app: whoever starts it names the folder. */
const asApp = {
  name: 'as-app',
  closeBundle(): void {
    const { name, version, type } = manifest;
    writeFileSync(join(OUT, 'package.json'), JSON.stringify({ name, version, type, main: 'main/index.js' }));
  },
};

/** Builds the three worlds of the app into `out/`: main and preload for Electron's Node, the renderer for its Chromium. */
export default defineConfig({
  main: {
    define,
    plugins: [faults ? asApp : withoutFaults],
    build: {
      target: 'node20',
      outDir: `${OUT}/main`,
      externalizeDeps: false,
      rollupOptions: { input: { index: 'electron/main/index.ts' } },
    },
  },
  preload: {
    define,
    build: {
      target: 'node20',
      outDir: `${OUT}/preload`,
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
    define,
    plugins: [react(), ...(faults ? [] : [withoutFaults])],
    build: {
      target: 'chrome140',
      outDir: `${OUT}/renderer`,
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: 'renderer/index.html' },
        // Each file is a request to main: what is needed together is one file.
        output: {
          codeSplitting: {
            groups: [
              { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
              { name: textsOf, test: TEXTS },
              { name: 'start', tags: ['$initial'] },
              { name: 'open', test: /renderer[\\/]app[\\/]OpenVault\.tsx$/ },
              // Shared by what reads files, and never needed to open the app.
              { name: 'readers', test: /node_modules[\\/](ical\.js|postal-mime|papaparse)[\\/]/ },
              { name: 'parts', minShareCount: 2 },
            ],
          },
        },
      },
    },
    worker: { format: 'es' },
  },
});
