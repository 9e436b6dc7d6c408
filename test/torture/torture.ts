import '#shared/i18n/all-texts.ts';
import { fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ROWS } from './rows/index.ts';
import { ownFolder } from './support/place.ts';
import type { Outcome, Row } from './support/row.ts';
import { resultOf, type RowResult, tableOf } from './support/table.ts';

interface Options {
  readonly short: boolean;
  readonly only: readonly string[];
  readonly seed: number;
  readonly times: number | null;
  readonly json: string | null;
}

/** What a row's own process is told. */
interface RowCall {
  readonly id: string;
  readonly seed: number;
  readonly times: number;
  readonly seconds: number;
  readonly shared: string;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      short: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      seed: { type: 'string' },
      times: { type: 'string' },
      json: { type: 'string' },
      list: { type: 'boolean', default: false },
    },
  });
  if (values.list) {
    for (const { id, promise, cases } of ROWS) console.log(`${id.padEnd(18)} ${promise}: ${cases}`);
    process.exit(0);
  }
  const unknown = values.only.filter((name) => !ROWS.some((row) => isMeant(row, [name])));
  if (unknown.length > 0) {
    console.error(`No such row: ${unknown.join(', ')}. Rows: ${ROWS.map(({ id }) => id).join(', ')}`);
    process.exit(2);
  }
  return {
    short: values.short,
    only: values.only,
    seed: values.seed === undefined ? randomInt(2 ** 32) : Number(values.seed) >>> 0,
    times: values.times === undefined ? null : Number(values.times),
    json: values.json ?? null,
  };
}

/** `kill` means all of its rows, `kill.main` one. */
const isMeant = ({ id }: Row, only: readonly string[]): boolean =>
  only.length === 0 || only.some((name) => id === name || id.startsWith(`${name}.`));

/** What the rows of a run have together. */
interface Run {
  /** A folder that they share. */
  readonly shared: string;
  /** When it began, milliseconds since the epoch. */
  readonly started: number;
}

/** Runs one row in a process of its own, so that nothing of one row is left for the next. */
function inOwnProcess(call: RowCall): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = fork(import.meta.filename, ['--row', JSON.stringify(call)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let outcome: Outcome | null = null;
    child.on('message', (message) => (outcome = message as Outcome));
    child.on('exit', (code) => {
      const what = `The row's process ended with ${String(code)} and no word`;
      resolve(outcome ?? { done: 0, counts: {}, broken: [{ seed: call.seed, what }] });
    });
  });
}

async function runRow(row: Row, options: Options, { shared, started }: Run): Promise<RowResult> {
  const { times, seconds: most } = options.short ? row.short : row.long;
  const asked = options.times ?? times;
  const begun = Date.now();
  const seconds = Math.min(most, LONGEST_SECONDS - (begun - started) / 1000);
  console.log(`… ${row.id}: ${asked.toLocaleString('en-GB')} ${row.cases}`);
  const outcome = await inOwnProcess({ id: row.id, seed: options.seed, times: asked, seconds, shared });
  const took = (Date.now() - begun) / 1000;
  const result = resultOf(row, { asked, seed: options.seed, seconds: took, outcome });
  console.log(`  ${row.id}: ${result.kept ? 'kept' : 'BROKEN'} (${took.toFixed(1)} s)`);
  for (const { what } of outcome.broken) console.log(`    ${what}`);
  return result;
}

/** The long form ends within an hour; what is left of that goes to building before it and to the last cases. */
const LONGEST_SECONDS = 3500;

/** Runs the rows: those that drive a browser one after another, and beside them those that only compute. */
async function runAll(options: Options): Promise<readonly RowResult[]> {
  const rows = ROWS.filter((row) => isMeant(row, options.only));
  const results = new Map<string, RowResult>();
  const run = { shared: ownFolder(), started: Date.now() };
  const lanes = (['browser', 'compute'] as const).map(async (lane) => {
    for (const row of rows.filter((one) => one.lane === lane))
      results.set(row.id, await runRow(row, options, run));
  });
  await Promise.all(lanes);
  rmSync(run.shared, { recursive: true, force: true, maxRetries: 5 });
  return rows.flatMap(({ id }) => results.get(id) ?? []);
}

async function answerFor(call: RowCall): Promise<void> {
  const found = ROWS.find(({ id }) => id === call.id);
  if (found === undefined) throw new Error(`No row ${call.id}`);
  const scratch = ownFolder(found.disk);
  try {
    const until = Date.now() + call.seconds * 1000;
    const outcome = await found.run({
      seed: call.seed,
      times: call.times,
      until,
      scratch,
      shared: call.shared,
    });
    await new Promise((resolve) => {
      process.send?.(outcome, resolve);
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function program(): Promise<number> {
  const options = readOptions();
  const begun = Date.now();
  console.log(`Seed ${String(options.seed)}, ${options.short ? 'short' : 'long'} form`);
  const results = await runAll(options);
  console.log(`\n${tableOf(results)}\n`);
  const seconds = (Date.now() - begun) / 1000;
  console.log(`${seconds.toFixed(0)} s altogether`);
  if (options.json !== null) {
    const at = new Date().toISOString();
    const form = options.short ? 'short' : 'long';
    writeFileSync(
      options.json,
      `${JSON.stringify({ at, form, seed: options.seed, seconds, results }, null, 2)}\n`,
    );
  }
  return results.every(({ kept }) => kept) ? 0 : 1;
}

const asRow = process.argv[2] === '--row' ? process.argv[3] : undefined;
if (asRow === undefined) process.exit(await program());
await answerFor(JSON.parse(asRow) as RowCall);
process.exit(0);
