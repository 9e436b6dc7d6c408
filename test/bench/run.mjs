// Measures the built app and prints each figure beside its goal. `npm run bench -- start typing` measures the parts named
// (see bench.ts), `--json FILE` writes the figures too.
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureChromium, ensureInstalled } from '../../electron/launch/prepare.mjs';

const EMPTY_APP = 'out/bench';
const SEARCH_BENCH = 'out/bench/search';

/** Builds the empty page, the peer of the start, as the app itself is built. */
async function buildEmptyPage() {
  const { build } = await import('vite');
  const { default: react } = await import('@vitejs/plugin-react');
  await build({
    configFile: false,
    logLevel: 'warn',
    root: 'test/bench/empty',
    plugins: [react()],
    build: { target: 'chrome140', outDir: '../../../out/bench/page', emptyOutDir: true },
  });
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: 'test/bench/empty/main.ts',
      target: 'node20',
      outDir: `${EMPTY_APP}/main`,
      rollupOptions: { external: ['electron'], output: { entryFileNames: 'index.js' } },
    },
  });
  writeFileSync(
    `${EMPTY_APP}/package.json`,
    JSON.stringify({ name: 'empty', type: 'module', main: './main/index.js' }),
  );
}

/** Bundles the measurement of the search as the app bundles the index: unbundled modules would be several times slower. */
async function buildSearchBench() {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'warn',
    build: { ssr: 'test/bench/search-bench.ts', target: 'node20', outDir: SEARCH_BENCH, emptyOutDir: true },
  });
}

const { values, positionals } = parseArgs({ options: { json: { type: 'string' } }, allowPositionals: true });
await ensureInstalled();
ensureChromium();
await ensureBuilt();
mkdirSync(EMPTY_APP, { recursive: true });
await buildEmptyPage();
await buildSearchBench();
const { createServer, createServerModuleRunner } = await import('vite');
// A runner that stays open: some modules load others when they are first needed.
const server = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, ws: false },
});
const module = await createServerModuleRunner(server.environments.ssr).import('./test/bench/bench.ts');
await module.bench({
  emptyApp: EMPTY_APP,
  searchBundle: `${SEARCH_BENCH}/search-bench.js`,
  parts: positionals,
  ...(values.json === undefined ? {} : { json: values.json }),
});
process.exit(0);
