import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome, Row } from '../support/row.ts';

/** About so many operations in each run of the model's test. */
const OPERATIONS_A_RUN = 35;

/** Runs the model's own test; answers what it printed and whether it passed. */
function runTest(
  env: Readonly<Record<string, string>>,
): Promise<{ readonly passed: boolean; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', 'renderer/db/model.test.ts'],
      {
        env: { ...process.env, NO_COLOR: '1', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (code) => resolve({ passed: code === 0, output }));
  });
}

/** The data layer against plain maps: its own test, many times over. */
export const modelDb: Row = {
  id: 'model.db',
  promise: 'The data layer equals its model',
  cases: 'operations, with reload, crash, lock and undo',
  short: { times: 5000, seconds: 70 },
  long: { times: 1_000_000, seconds: 570 },
  lane: 'compute',
  async run({ seed, times, until, scratch }): Promise<Outcome> {
    const report = join(scratch, 'operations');
    const { passed, output } = await runTest({
      MODEL_RUNS: String(Math.ceil(times / OPERATIONS_A_RUN)),
      // fast-check takes signed numbers.
      MODEL_SEED: String(seed | 0),
      MODEL_UNTIL: String(until),
      MODEL_REPORT: report,
    });
    const what = output.slice(output.indexOf('FAIL')).slice(0, 3000);
    try {
      const done = Number(readFileSync(report, 'utf8'));
      return { done, counts: {}, broken: passed ? [] : [{ seed, times, what }] };
    } catch {
      return { done: 0, counts: {}, broken: [{ seed, times, what: output.slice(-2000) }] };
    }
  },
};
