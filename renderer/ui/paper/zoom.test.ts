import { describe, expect, it } from 'vitest';
import { percentOf, scaleOf, stepZoom } from './zoom.ts';

describe('zoom', () => {
  it('shows 100 % as large as paper', () => {
    expect(scaleOf(1, 500, 595)).toBeCloseTo(96 / 72);
    expect(percentOf(scaleOf(1, 500, 595))).toBe(100);
  });

  it('fits the width, but does not blow a page up', () => {
    expect(scaleOf('fit', 595, 595)).toBeCloseTo(1);
    expect(percentOf(scaleOf('fit', 5000, 595))).toBe(125);
    expect(percentOf(scaleOf('fit', 0, 595))).toBe(100);
  });

  it('steps up and down to the ends', () => {
    let scale = scaleOf('fit', 595, 595);
    const seen: number[] = [];
    for (let step = 0; step < 9; step += 1) {
      scale = scaleOf(stepZoom(scale, 'in'), 0, 595);
      seen.push(percentOf(scale));
    }
    expect(seen).toEqual([80, 100, 125, 150, 200, 300, 300, 300, 300]);
    for (let step = 0; step < 9; step += 1) scale = scaleOf(stepZoom(scale, 'out'), 0, 595);
    expect(percentOf(scale)).toBe(50);
  });
});
