import type { FileId } from '#shared/domain/ids.ts';
import { TABLE_NAMES, type TableName } from '#shared/domain/record.ts';
import type { Op } from '#shared/formats/entry.ts';
import type { ResponseOf } from '#shared/ipc/contract.ts';
import type { Row } from './row-key.ts';
import type { Store } from './store.ts';

/** What was erased, for the certificate. */
export interface Erasure extends ResponseOf<'keyring.erase'> {
  /** Records by table; tables without any are left out. */
  readonly counts: Readonly<Partial<Record<TableName, number>>>;
  /** Files that had gone into it and were erased with it. */
  readonly absorbed: readonly FileId[];
}

/** How many records client files have. */
export async function countsIn(store: Store, fileIds: readonly FileId[]): Promise<Erasure['counts']> {
  const counts: Partial<Record<TableName, number>> = {};
  for (const table of TABLE_NAMES) {
    const count = await store.rows(table).where('fileId').anyOf(fileIds).count();
    if (count > 0) counts[table] = count;
  }
  return counts;
}

/** The removal of everything that the store still has of client files: only ids and revisions, no content. */
export async function removalsOf(
  store: Store,
  fileIds: ReadonlySet<FileId>,
  nextStamp: () => string,
): Promise<readonly Op[]> {
  if (fileIds.size === 0) return [];
  const found: { readonly table: TableName; readonly row: Row }[] = [];
  for (const table of TABLE_NAMES) {
    const rows = await store
      .rows(table)
      .where('fileId')
      .anyOf([...fileIds])
      .toArray();
    found.push(...rows.map((row) => ({ table, row })));
  }
  if (found.length === 0) return [];
  const stamp = nextStamp();
  return found.map(({ table, row: { id, fileId, rev } }) => ({
    op: 'remove',
    table,
    id,
    fileId,
    parent: rev,
    stamp,
  }));
}
