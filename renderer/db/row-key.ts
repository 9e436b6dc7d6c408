import type { RecordId } from '#shared/domain/ids.ts';
import type { RecordMeta } from '#shared/domain/record.ts';

/**
 * What a row lies under in IndexedDB: id and revision. Keys are read many times faster than rows or indexes, and so tell
 * at once which rows are there and in which revision.
 */
export type RowKey = string & { readonly __brand: 'RowKey' };

/** A record as the store answers it: what stands in clear, and the sealed body. */
export interface Row extends RecordMeta {
  readonly version: number;
  readonly due?: number;
  readonly of?: RecordId;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** A row as it lies in IndexedDB: what its key says stands there alone. */
export type StoredRow = Omit<Row, 'id' | 'rev'> & { readonly key: RowKey };

/** Ids are equally long, so that keys are in the order of ids. */
const BETWEEN = '/';
const AFTER = '0';

/** The key of a revision of a record. */
export const rowKey = (id: RecordId, rev: string): RowKey => `${id}${BETWEEN}${rev}` as RowKey;

/** Which record a key is of. */
export const idIn = (key: RowKey): RecordId => key.slice(0, key.indexOf(BETWEEN)) as RecordId;

/** Which revision a key is of. */
export const revIn = (key: RowKey): string => key.slice(key.indexOf(BETWEEN) + 1);

/** Between which the keys of all revisions of a record lie. */
export const keysOf = (id: RecordId): { readonly from: RowKey; readonly to: RowKey } => ({
  from: keysBefore(id),
  to: keysAfter(id),
});

/** Below it lie the keys of all records before one. */
export const keysBefore = (id: RecordId): RowKey => `${id}${BETWEEN}` as RowKey;

/** Above it lie the keys of all records after one. */
export const keysAfter = (id: RecordId): RowKey => `${id}${AFTER}` as RowKey;

/** A row as it is to lie in IndexedDB. */
export const storedRow = ({ id, rev, ...rest }: Row): StoredRow => ({ key: rowKey(id, rev), ...rest });

/** A row as the app knows it. */
export const rowFrom = ({ key, ...rest }: StoredRow): Row => ({ id: idIn(key), rev: revIn(key), ...rest });
