import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the build reads. Files that only tests read do not count. */
const SOURCES = [
  'electron/main',
  'electron/preload',
  'electron/chromium-host',
  'electron/launch/find-chromium.mjs',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'vite.host.config.ts',
  'package.json',
  'package-lock.json',
];

/** One file of each thing the build makes. */
const OUTPUTS = [
  'out/main/index.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/chromium-host/start.js',
];

const ofTests = (name) => /\.test\.tsx?$/.test(name);

function changedAt(path) {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return null;
  }
}

/** The newest change below a path, folders included: they change when a file goes. */
function newestBelow(path) {
  const own = changedAt(path);
  if (own === null) return 0;
  if (!statSync(path).isDirectory()) return own;
  const below = readdirSync(path).filter((name) => !ofTests(name));
  return Math.max(own, ...below.map((name) => newestBelow(join(path, name))));
}

/** Whether what is built is missing or older than what it was built from. */
export function isStale(root, sources = SOURCES, outputs = OUTPUTS) {
  const built = outputs.map((output) => changedAt(join(root, output)));
  if (built.includes(null)) return true;
  return Math.max(...sources.map((source) => newestBelow(join(root, source)))) > Math.min(...built);
}
