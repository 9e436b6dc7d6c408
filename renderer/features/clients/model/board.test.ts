import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIFECYCLE_STAGES, type LifecycleStage } from '#shared/domain/client.ts';
import { newRecordId } from '#shared/domain/ids.ts';
import { offeredStages, stagesInOrder, type StageSetting } from '#shared/domain/stages.ts';
import { aRow } from '#test/builders/client-rows.ts';
import { boardOf, placeOf, stepOn } from './board.ts';

const setting = (stage: LifecycleStage, hidden: boolean) => ({ stage, label: '', hidden });
const stagesOf = (kept: readonly StageSetting[]) => ({
  inOrder: stagesInOrder(kept),
  offered: (there: readonly string[] = []) => offeredStages(kept, there),
});
const ALL = stagesOf([]);
const rows = fc.array(fc.constantFrom(...LIFECYCLE_STAGES).map((stage) => aRow({ stage })));

describe('board', () => {
  it('has everybody once, under the own stage, in the order they came', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const board = boardOf(all, [], ALL);
        expect(board.map(({ stage }) => stage)).toEqual(LIFECYCLE_STAGES);
        for (const { stage, rows: own } of board)
          expect(own).toEqual(all.filter(({ client }) => client.stage === stage));
      }),
    );
  });

  it('has the stages that are asked for', () => {
    expect(boardOf([aRow({ stage: 'lost' })], ['lost', 'reach'], ALL).map(({ stage }) => stage)).toEqual([
      'reach',
      'lost',
    ]);
  });

  it('has the practice’s order, and a hidden stage only while somebody stands in it', () => {
    const kept = stagesOf([setting('retention', false), setting('reach', true), setting('lost', true)]);
    const shown = boardOf([aRow({ stage: 'lost' })], [], kept).map(({ stage }) => stage);
    expect(shown).toEqual(['retention', 'lost', 'acquisition', 'conversion', 'inspiration', 'ended']);
    expect(boardOf([], ['reach'], kept).map(({ stage }) => stage)).toEqual(['reach']);
  });

  it('has a column of its own for a stage of the practice’s own', () => {
    const id = newRecordId();
    const kept = stagesOf([{ ...setting('reach', false), id, label: 'Fair' }]);
    const row = aRow({ stage: 'reach' }, { stage: id });
    const board = boardOf([row, aRow({ stage: 'reach' })], [], kept);
    expect(board.slice(0, 2)).toMatchObject([{ stage: id, rows: [row] }, { stage: 'reach' }]);
    expect(board[1]?.rows).toHaveLength(1);
  });

  it('is walked from one end to the other by its arrows, past empty stages', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const board = boardOf(all, [], ALL);
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
    const board = boardOf([one, other], [], ALL);
    const from = (row: typeof one) => placeOf(board, row.client.fileId);
    expect(stepOn(board, from(one), { column: -1, index: 0 })).toBeNull();
    expect(stepOn(board, from(other), { column: 1, index: 0 })).toBeNull();
    expect(stepOn(board, from(one), { column: 0, index: -1 })).toBe(one.client.fileId);
  });
});
