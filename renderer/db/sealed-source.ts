import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { TableName } from '#shared/domain/record.ts';
import type { Op } from '#shared/formats/entry.ts';
import type { Row } from './store.ts';

/** The keys that the records of client files may be sealed with, the likeliest first. */
export type KeysOfFiles = ReadonlyMap<FileId, readonly Uint8Array[]>;

/** Sealed records and what opens them: for work off the UI thread, which then is not kept by the unsealing. */
export interface SealedRows {
  readonly rows: readonly Row[];
  readonly keys: KeysOfFiles;
}

/** A change as it was written, and what opens it. */
export interface SealedChange {
  readonly ops: readonly Op[];
  readonly keys: KeysOfFiles;
}

/** A vault whose records can be had sealed. */
export interface SealedSource {
  /** The rows of a table with the highest ids below `before`; null: the highest of all. At most `most`; none: there are no more. */
  sealedRows(table: TableName, before: RecordId | null, most: number): Promise<SealedRows>;
  /** Tells of each change once it is written. Returns the function that ends it. */
  onSealedChange(listener: (change: SealedChange) => void): () => void;
}

/** The keys of all files that rows belong to; rows of files that have none are left out by whoever opens them. */
export function keysOfRows(
  rows: readonly { readonly fileId: FileId }[],
  keysOf: (fileId: FileId) => readonly Uint8Array[],
): KeysOfFiles {
  return new Map([...new Set(rows.map(({ fileId }) => fileId))].map((fileId) => [fileId, keysOf(fileId)]));
}
