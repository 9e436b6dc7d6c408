// Runs every check of the project in turn and prints how many passed. `npm test -- unit` runs only the named steps.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import {
  CannotGoOn,
  ensureAge,
  ensureBuilt,
  ensureChromium,
  ensureInstalled,
  ensurePoppler,
} from '../electron/launch/prepare.mjs';

const REPORTS = 'node_modules/.cache/reports';

/** Runs a tool of node_modules/.bin; answers its exit code and what it printed. */
const run = (tool, args, nodeArgs = []) => runScript([...nodeArgs, binOf(tool), ...args]);

/** Runs a script of Node; answers its exit code and what it printed. */
function runScript(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        process.stdout.write(chunk);
      });
    }
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The script behind a package's command, so that no shell and no `.cmd` file is needed on Windows. */
function binOf(tool) {
  const [packageName, command] = Array.isArray(tool) ? tool : [tool, tool];
  const { bin } = JSON.parse(readFileSync(`node_modules/${packageName}/package.json`, 'utf8'));
  return `node_modules/${packageName}/${typeof bin === 'string' ? bin : bin[command]}`;
}

const oneCheck = ({ code }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });

async function types() {
  let failed = 0;
  for (const project of [
    'tsconfig.json',
    'tsconfig.shared.json',
    'tsconfig.main.json',
    'tsconfig.renderer.json',
  ]) {
    failed += (await run(['typescript', 'tsc'], ['-p', project])).code === 0 ? 0 : 1;
  }
  return { passed: failed === 0 ? 1 : 0, failed: failed === 0 ? 0 : 1 };
}

/** A check of imports that saw no module has checked nothing. */
async function imports() {
  const { code, output } = await run(
    ['dependency-cruiser', 'depcruise'],
    ['--config', '.dependency-cruiser.cjs', 'electron', 'renderer', 'shared', 'test'],
    ['--require', './test/architecture/parse-tsx.cjs'],
  );
  const modules = Number(/\((\d+) modules/.exec(output)?.[1] ?? 0);
  if (modules === 0) console.error('The check of imports saw no module.');
  return oneCheck({ code: modules === 0 ? 1 : code });
}

async function unit() {
  ensureAge();
  // Some tests of the Chromium host drive a real one; without it they would be left out.
  if (process.env.KARTOTEKA_E2E_RUNTIME !== 'electron') ensureChromium();
  const file = `${REPORTS}/unit.json`;
  const { code } = await run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const failed = report.numFailedTests + report.numFailedTestSuites;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : report.numFailedTests || failed,
  };
}

async function endToEnd() {
  if (process.env.KARTOTEKA_E2E_RUNTIME !== 'electron') ensureChromium();
  ensurePoppler();
  await ensureBuilt();
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = `${REPORTS}/e2e.json`;
  const { code } = await run(['@playwright/test', 'playwright'], ['test', '--reporter=list,json']);
  const { stats } = JSON.parse(readFileSync(`${REPORTS}/e2e.json`, 'utf8'));
  const failed = stats.unexpected + stats.flaky;
  return { passed: stats.expected, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** The short form of `npm run torture`: every promise of the vault, a few minutes. */
async function torture() {
  if (process.env.KARTOTEKA_E2E_RUNTIME !== 'electron') ensureChromium();
  await ensureBuilt();
  const { buildTorture, OUT } = await import('./torture/build.mjs');
  await buildTorture();
  const file = `${REPORTS}/torture.json`;
  const { code } = await runScript([`${OUT}/node/torture.js`, '--short', '--json', file]);
  const { results } = JSON.parse(readFileSync(file, 'utf8'));
  const passed = results.filter(({ kept }) => kept).length;
  const failed = results.length - passed;
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

const STEPS = {
  format: async () => oneCheck(await run('oxfmt', ['--check', '.'])),
  lint: async () => oneCheck(await run('oxlint', ['--type-aware', '--deny-warnings'])),
  types,
  imports,
  'dead-code': async () => oneCheck(await run('knip', [])),
  unit,
  e2e: endToEnd,
  torture,
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. Steps: ${Object.keys(STEPS).join(', ')}`);
  process.exit(2);
}

async function main() {
  await ensureInstalled();
  mkdirSync(REPORTS, { recursive: true });
  const total = { passed: 0, failed: 0 };
  for (const [name, step] of Object.entries(STEPS)) {
    if (named.length > 0 && !named.includes(name)) continue;
    const started = Date.now();
    console.log(`\n── ${name}`);
    const { passed, failed } = await step();
    total.passed += passed;
    total.failed += failed;
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    console.log(`── ${name}: ${failed === 0 ? 'ok' : `${failed} failed`} (${seconds} s)`);
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

try {
  process.exit(await main());
} catch (error) {
  if (!(error instanceof CannotGoOn)) throw error;
  console.error(error.message);
  process.exit(2);
}
