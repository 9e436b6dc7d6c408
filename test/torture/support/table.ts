import type { Outcome, Row } from './row.ts';

/** A row that was run. */
export interface RowResult {
  readonly id: string;
  readonly promise: string;
  readonly cases: string;
  readonly asked: number;
  readonly seed: number;
  readonly seconds: number;
  readonly outcome: Outcome;
  /** Whether the promise held in every case, and there was any. What cannot be run here is no breach. */
  readonly kept: boolean;
}

/** What came of a row, with its name and the verdict. */
export function resultOf(
  { id, promise, cases }: Row,
  rest: Pick<RowResult, 'asked' | 'seed' | 'seconds' | 'outcome'>,
): RowResult {
  const { skipped, broken, done } = rest.outcome;
  return { id, promise, cases, ...rest, kept: skipped !== undefined || (broken.length === 0 && done > 0) };
}

const number = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });

function words({ outcome }: RowResult): string {
  if (outcome.skipped !== undefined) return `not run: ${outcome.skipped}`;
  const counted = Object.entries(outcome.counts).map(([name, count]) => `${number(count)} ${name}`);
  return [`${number(outcome.broken.length)} broken`, ...counted].join(', ');
}

const cells = (result: RowResult): readonly string[] => {
  const { outcome, cases } = result;
  const asked = Math.min(result.asked, outcome.all ?? result.asked);
  const short = outcome.done < asked && outcome.skipped === undefined ? ` of ${number(asked)}` : '';
  return [
    result.kept ? 'kept' : 'BROKEN',
    result.id,
    `${number(outcome.done)}${short} ${cases}`,
    words(result),
    `${number(result.seconds)} s`,
    String(result.seed),
  ];
};

const HEAD = ['', 'row', 'cases', 'what came of it', 'time', 'seed'];

/** The rows as a table of text, each promise above its rows, and below how to see a breach again. */
export function tableOf(results: readonly RowResult[]): string {
  const rows = results.map(cells);
  const widths = HEAD.map((head, column) =>
    Math.max(...[HEAD, ...rows].map((row) => (row[column] ?? head).length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const lines = [line(HEAD)];
  let promise = '';
  for (const [index, result] of results.entries()) {
    if (result.promise !== promise) lines.push(`\n${result.promise}`);
    ({ promise } = result);
    lines.push(line(rows[index] ?? []));
  }
  for (const { id, outcome } of results) {
    for (const { seed, what, times = 1 } of outcome.broken) {
      lines.push(
        `\n${id}: ${what}\n  again: npm run torture -- --only ${id} --seed ${String(seed)} --times ${String(times)}`,
      );
    }
  }
  return lines.join('\n');
}
