import { describe, expect, it } from 'vitest';
import { formatFigure, median, quantile } from './figures.ts';

describe('figures', () => {
  it('take the value that a share of the values does not exceed', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(quantile(values, 0.95)).toBe(95);
    expect(median([3, 1, 2])).toBe(2);
    expect(quantile([7], 0.95)).toBe(7);
  });

  it('say whether the goal is reached', () => {
    expect(formatFigure({ name: 'start', value: 1.2, unit: '×', goal: 1.5 })).toBe(
      'start: 1.20 × (goal ≤ 1.50) ok',
    );
    expect(formatFigure({ name: 'saved', value: 80, unit: 'ms', goal: 50 })).toBe(
      'saved: 80 ms (goal ≤ 50) short',
    );
  });
});
