import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFileId, newRecordId, type RecordId } from '#shared/domain/ids.ts';
import type { Op } from '#shared/formats/entry.ts';
import { digestAfter, EMPTY_DIGEST, sameRows, withRow } from './row-digest.ts';
import { rowKey } from './row-key.ts';

const IDS = Array.from({ length: 4 }, () => newRecordId());
const TABLES = ['notes', 'tasks'] as const;
const fileId = newFileId();

const change = fc.record({
  table: fc.constantFrom(...TABLES),
  id: fc.constantFrom(...IDS),
  rev: fc.option(fc.uuid().map((uuid) => uuid.replaceAll('-', ''))),
});

describe('the digest of rows', () => {
  it('that follows each change is that of the rows there are, in any order', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const rows = new Map<string, { table: 'notes' | 'tasks'; id: RecordId; rev: string }>();
        let digest = EMPTY_DIGEST;
        for (const { table, id, rev } of changes) {
          const place = `${table}/${id}`;
          const parent = rows.get(place)?.rev ?? null;
          const at = { table, id, fileId, parent, stamp: 'x' };
          const op: Op =
            rev === null
              ? { op: 'remove', ...at }
              : { op: 'put', ...at, rev, version: 1, sealed: new Uint8Array(1) };
          digest = digestAfter(digest, [op]);
          if (rev === null) rows.delete(place);
          else rows.set(place, { table, id, rev });
        }
        const anew = [...rows.values()]
          .toReversed()
          .reduce((sum, row) => withRow(sum, row.table, rowKey(row.id, row.rev)), EMPTY_DIGEST);
        expect(digest).toEqual(anew);
      }),
    );
  });

  it('tells rows that changed places, tables or revisions', () => {
    const [one, other] = ['0'.repeat(32), `${'0'.repeat(31)}1`];
    const [a = newRecordId(), b = newRecordId()] = IDS;
    const of = (...rows: readonly (readonly ['notes' | 'tasks', RecordId, string])[]) =>
      rows.reduce((sum, [table, id, rev]) => withRow(sum, table, rowKey(id, rev)), EMPTY_DIGEST);
    const whole = of(['notes', a, one], ['notes', b, other]);
    for (const changed of [
      of(['notes', a, other], ['notes', b, one]),
      of(['notes', a, one], ['tasks', b, other]),
      of(['notes', a, one], ['notes', b, one]),
      of(['notes', a, one]),
      of(['notes', a, one], ['notes', b, other], ['notes', b, other]),
    ]) {
      expect(sameRows(whole, changed)).toBe(false);
    }
  });
});
