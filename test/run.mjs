// Runs every check of the project in turn and prints how many passed. `npm test -- unit` runs only the named steps.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
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

/** The first lines of a message, without the colours of a terminal. */
const headOf = (message) =>
  String(message)
    // oxlint-disable-next-line no-control-regex -- the escape character is what is taken out
    .replaceAll(/\u001B\[[\d;]*m/g, '')
    .split('\n')
    .slice(0, 12)
    .map((line) => line.slice(0, 200))
    .join('\n');

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
  const failures = report.testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => [
      ...(message ? [`${relative('.', name)}\n${headOf(message)}`] : []),
      ...assertionResults
        .filter(({ status }) => status === 'failed')
        .map((test) => `${relative('.', name)}: ${test.fullName}\n${headOf(test.failureMessages[0])}`),
    ]);
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : report.numFailedTests || failed,
    failures,
  };
}

/** Runs end-to-end specs; answers what Playwright reports. */
async function specs(...args) {
  const { code } = await run(['@playwright/test', 'playwright'], ['test', '--reporter=list,json', ...args]);
  return { code, ...JSON.parse(readFileSync(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME, 'utf8')) };
}

/** The specs of a suite of Playwright's report, and of the suites in it. */
const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

/** What a failed spec said first. */
function failureOf(spec) {
  const said = spec.tests.flatMap(({ results }) => results.flatMap((one) => one.errors));
  return `${spec.file}: ${spec.title}\n${headOf(said[0]?.message ?? 'no message')}`;
}

const failedOf = ({ suites }) => suites.flatMap(specsOf).filter(({ ok }) => !ok);

/** More failures than this are no chance. */
const BY_CHANCE_AT_MOST = 2;

/**
 * A spec that fails beside others is run once more, alone: a driver that stumbles on a loaded machine is told from an
 * app that is wrong. What passes only then is counted, and told at the end with what it said, for it wants mending.
 */
async function endToEnd() {
  if (process.env.KARTOTEKA_E2E_RUNTIME !== 'electron') ensureChromium();
  ensurePoppler();
  await ensureBuilt();
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = `${REPORTS}/e2e.json`;
  const first = await specs();
  const stumbled = failedOf(first);
  const byChance = stumbled.length > 0 && stumbled.length <= BY_CHANCE_AT_MOST && first.errors.length === 0;
  const last = byChance ? await specs('--last-failed', '--workers=1') : first;
  const failed = last.stats.unexpected + last.stats.flaky;
  return {
    passed: first.stats.expected + (byChance ? last.stats.expected : 0),
    failed: failed === 0 && last.code !== 0 ? 1 : failed,
    failures: [...last.errors.map(({ message }) => headOf(message)), ...failedOf(last).map(failureOf)],
    warnings: byChance ? stumbled.map((spec) => `Failed beside others: ${failureOf(spec)}`) : [],
  };
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
  const failures = results
    .filter(({ kept }) => !kept)
    .map(({ id, seed, outcome }) => {
      const broken = outcome.broken.map(({ what }) => what);
      return `${id}, seed ${seed}\n${headOf(broken.join('\n'))}`;
    });
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, failures };
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
  const told = [];
  for (const [name, step] of Object.entries(STEPS)) {
    if (named.length > 0 && !named.includes(name)) continue;
    const started = Date.now();
    console.log(`\n── ${name}`);
    const { passed, failed, failures = [], warnings = [] } = await step();
    total.passed += passed;
    total.failed += failed;
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    console.log(`── ${name}: ${failed === 0 ? 'ok' : `${failed} failed`} (${seconds} s)`);
    if (failed > 0) told.push(`✘ ${name}`, ...failures);
    if (warnings.length > 0) told.push(`⚠ ${name}`, ...warnings);
  }
  // Said once more at the end, where a reader of a long log looks first.
  if (told.length > 0) console.log(`\n${told.join('\n\n')}`);
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
