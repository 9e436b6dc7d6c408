import { writeFileSync } from 'node:fs';

/** One measured figure and the goal it is held to. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The value may be at most this. */
  readonly goal: number;
}

const rounded = (value: number): string => value.toFixed(value < 10 ? 2 : 0);

/** «name: value unit (goal ≤ x) ok|short» */
export const formatFigure = ({ name, value, unit, goal }: Figure): string =>
  `${name}: ${rounded(value)} ${unit} (goal ≤ ${rounded(goal)}) ${value <= goal ? 'ok' : 'short'}`;

/** Writes figures as JSON, in the form the printed lines have. */
export function writeFigures(file: string, figures: readonly Figure[]): void {
  const rows = figures.map((figure) => ({ ...figure, ok: figure.value <= figure.goal }));
  writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
}

/** The value that a share of the values does not exceed; 0.95 for p95. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

/** The middle of the values. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);
