import type { TableName } from '#shared/domain/record.ts';
import type { Op } from '#shared/formats/entry.ts';
import { rowKey, type RowKey } from './row-key.ts';

/**
 * A sum over the rows of the store, whatever their order: it follows each change without reading the rest, and shows a row
 * that went missing or came back in an older form although their number is the same. It guards against a disk that
 * forgets, not against people: those meet the seals.
 */
export interface RowDigest {
  readonly high: number;
  readonly low: number;
}

/** The digest of no rows. */
export const EMPTY_DIGEST: RowDigest = { high: 0, low: 0 };

const FNV_PRIME = 0x01_00_01_93;
const SEEDS: [number, number] = [0x81_1c_9d_c5, 0x5b_d1_e9_95];

/** FNV-1a with a last stir (MurmurHash3's), since sums need every bit of it. */
function stirred(fnv: number): number {
  let hash = Math.imul(fnv ^ (fnv >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function moved({ high, low }: RowDigest, table: TableName, key: RowKey, sign: 1 | -1): RowDigest {
  const row = `${table}/${key}`;
  let [one, other]: [number, number] = SEEDS;
  for (let index = 0; index < row.length; index += 1) {
    const code = row.charCodeAt(index);
    one = Math.imul(one ^ code, FNV_PRIME);
    other = Math.imul(other ^ code, FNV_PRIME);
  }
  return { high: (high + sign * stirred(one)) >>> 0, low: (low + sign * stirred(other)) >>> 0 };
}

/** The digest with one row more. */
export const withRow = (digest: RowDigest, table: TableName, key: RowKey): RowDigest =>
  moved(digest, table, key, 1);

/** The digest after operations, each of which names the revision it replaces. */
export function digestAfter(before: RowDigest, ops: readonly Op[]): RowDigest {
  let digest = before;
  for (const op of ops) {
    if (op.parent !== null) digest = moved(digest, op.table, rowKey(op.id, op.parent), -1);
    if (op.op === 'put') digest = moved(digest, op.table, rowKey(op.id, op.rev), 1);
  }
  return digest;
}

/** Whether two digests are of the same rows. */
export const sameRows = (one: RowDigest, other: RowDigest): boolean =>
  one.high === other.high && one.low === other.low;
