// Builds what torture needs besides the app: the rows for Node, the keeper, and the driven app.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { build } from 'vite';

/** Where everything is built to. */
export const OUT = 'out/torture';
const FAULTS = 'out-faults';

/** The rows and the programs they start, as plain JavaScript: fast to start, and a thousand times over. */
async function buildForNode() {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node20',
      outDir: `${OUT}/node`,
      emptyOutDir: true,
      copyPublicDir: false,
      // Functions for the page are sent there as source text.
      minify: false,
      rollupOptions: {
        input: {
          torture: 'test/torture/torture.ts',
          keeper: 'test/torture/driver/keeper.ts',
          stepper: 'test/torture/driver/stepper.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
}

/** The app's main process with fault points that work, when it is older than the app itself. */
function buildFaults() {
  const builtAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);
  if (builtAt(`${FAULTS}/main/index.js`) > builtAt('out/main/index.js')) return;
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/electron-vite/bin/electron-vite.js', 'build'],
    {
      env: { ...process.env, KARTOTEKA_FAULTS: '1' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (status !== 0) throw new Error('The app with fault points could not be built');
}

/** The built app with a page in place of its screens that does with the vault what it is told. */
async function buildDrivenApp() {
  const app = `${OUT}/app`;
  rmSync(app, { recursive: true, force: true });
  mkdirSync(app, { recursive: true });
  for (const part of ['main', 'preload']) cpSync(`${FAULTS}/${part}`, `${app}/${part}`, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'warn',
    root: 'test/torture/driver',
    build: { target: 'chrome140', outDir: '../../../out/torture/app/renderer', emptyOutDir: true },
    worker: { format: 'es' },
  });
  writeFileSync(
    `${app}/package.json`,
    JSON.stringify({ name: 'kartoteka', version: '0.1.0', type: 'module', main: './main/index.js' }),
  );
}

/** Builds all of it. The app itself must be built. */
export async function buildTorture() {
  buildFaults();
  await buildForNode();
  await buildDrivenApp();
}
