import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIFECYCLE_STAGES } from '#shared/domain/client.ts';
import { aRow } from '#test/builders/client-rows.ts';
import { boardOf, placeOf, stepOn } from './board.ts';

const rows = fc.array(fc.constantFrom(...LIFECYCLE_STAGES).map((stage) => aRow({ stage })));

describe('board', () => {
  it('has everybody once, under the own stage, in the order they came', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const board = boardOf(all, []);
        expect(board.map(({ stage }) => stage)).toEqual(LIFECYCLE_STAGES);
        for (const { stage, rows: own } of board)
          expect(own).toEqual(all.filter(({ client }) => client.stage === stage));
      }),
    );
  });

  it('has the stages that are asked for', () => {
    expect(boardOf([aRow({ stage: 'lost' })], ['lost', 'reach']).map(({ stage }) => stage)).toEqual([
      'reach',
      'lost',
    ]);
  });

  it('is walked from one end to the other by its arrows, past empty stages', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const board = boardOf(all, []);
        const seen = new Set<string>();
        let at = stepOn(board, null, { column: 0, index: 0 });
        while (at !== null && !seen.has(at)) {
          seen.add(at);
          at = stepOn(board, placeOf(board, at), { column: 1, index: 0 });
        }
        expect(seen.size).toBe(board.filter(({ rows: own }) => own.length > 0).length);
        const column = board.find(({ rows: own }) => own.length > 0);
        const last = column?.rows.reduce<ReturnType<typeof stepOn>>(
          (id) => stepOn(board, placeOf(board, id), { column: 0, index: 1 }),
          column.rows[0]?.client.fileId ?? null,
        );
        expect(last).toBe(column?.rows.at(-1)?.client.fileId);
      }),
    );
  });

  it('ends at its edges', () => {
    const [one, other] = [aRow({ stage: 'reach' }), aRow({ stage: 'ended' })];
    const board = boardOf([one, other], []);
    const from = (row: typeof one) => placeOf(board, row.client.fileId);
    expect(stepOn(board, from(one), { column: -1, index: 0 })).toBeNull();
    expect(stepOn(board, from(other), { column: 1, index: 0 })).toBeNull();
    expect(stepOn(board, from(one), { column: 0, index: -1 })).toBe(one.client.fileId);
  });
});
