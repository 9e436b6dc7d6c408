import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COLUMNS,
  FIRST_COLUMNS,
  MAX_WIDTH,
  MIN_WIDTH,
  moveColumn,
  resizeColumn,
  toggleColumn,
} from './columns.ts';

const ids = (columns: readonly { readonly id: string }[]): readonly string[] => columns.map(({ id }) => id);
const THREE = FIRST_COLUMNS.slice(0, 3);

describe('columns of the register', () => {
  it('move by places, and stay behind the name', () => {
    expect(ids(moveColumn(THREE, 'kind', 1))).toEqual(['name', 'stage', 'kind']);
    expect(ids(moveColumn(THREE, 'stage', -1))).toEqual(['name', 'stage', 'kind']);
    expect(ids(moveColumn(THREE, 'kind', -5))).toEqual(['name', 'kind', 'stage']);
    expect(ids(moveColumn(THREE, 'name', 1))).toEqual(['name', 'kind', 'stage']);
  });

  it('are shown as the last, and hidden, but for the name', () => {
    expect(ids(toggleColumn(THREE, 'email'))).toEqual(['name', 'kind', 'stage', 'email']);
    expect(ids(toggleColumn(THREE, 'kind'))).toEqual(['name', 'stage']);
    expect(toggleColumn(THREE, 'name')).toBe(THREE);
  });

  it('are neither lost nor doubled, and never narrower or wider than can be used', () => {
    const column = fc.constantFrom(...ids(COLUMNS));
    const step = fc.oneof(
      fc.tuple(fc.constant(moveColumn), column, fc.integer({ min: -9, max: 9 })),
      fc.tuple(fc.constant(resizeColumn), column, fc.integer({ min: -5000, max: 5000 })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const columns = steps.reduce((shown, [change, id, by]) => change(shown, id, by), FIRST_COLUMNS);
        expect(new Set(ids(columns))).toEqual(new Set(ids(FIRST_COLUMNS)));
        expect(columns[0]?.id).toBe('name');
        for (const { width } of columns) {
          expect(width).toBeGreaterThanOrEqual(MIN_WIDTH);
          expect(width).toBeLessThanOrEqual(MAX_WIDTH);
        }
      }),
    );
  });
});
