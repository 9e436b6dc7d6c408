import { randomBytes } from '@noble/ciphers/utils.js';
import { PRACTICE_FILE } from '#shared/domain/ids.ts';
import { TABLE_NAMES } from '#shared/domain/record.ts';
import type { Op } from '#shared/formats/entry.ts';
import { toHex } from '#shared/lib/bytes.ts';
import type { Store } from './store.ts';
import type { Sealer } from './unseal.ts';

const REV_BYTES = 16;
/** Records a change. Each change stands for itself: records sealed with the old key go on to open. */
const BATCH = 500;

/** The practice's own records that are still sealed with an earlier key, sealed with the one of today, change by change. */
export async function* resealings(
  store: Store,
  sealer: Sealer,
  nextStamp: () => string,
): AsyncIterable<readonly Op[]> {
  for (const table of TABLE_NAMES) {
    const keys = await store.rows(table).where('fileId').equals(PRACTICE_FILE).primaryKeys();
    for (let at = 0; at < keys.length; at += BATCH) {
      const rows = await store.rows(table).bulkGet(keys.slice(at, at + BATCH));
      const stamp = nextStamp();
      yield rows.flatMap((row) => {
        if (row === undefined) return [];
        return sealer.resealed(table, row, { rev: toHex(randomBytes(REV_BYTES)), stamp }) ?? [];
      });
    }
  }
}
