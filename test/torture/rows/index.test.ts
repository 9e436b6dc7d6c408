import { describe, expect, it } from 'vitest';
import { ROWS } from './index.ts';

const LANES = ['browser', 'compute'] as const;
const secondsOf = (form: 'short' | 'long', lane: (typeof LANES)[number]): number =>
  ROWS.filter((row) => row.lane === lane).reduce((sum, row) => sum + row[form].seconds, 0);

describe('the limits of time', () => {
  it.each(LANES)('of the %s lane let the long form end within an hour', (lane) => {
    expect(secondsOf('long', lane)).toBeGreaterThan(3000);
    expect(secondsOf('long', lane)).toBeLessThanOrEqual(3480);
  });
});
