import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { TableName } from '#shared/domain/record.ts';
import type { Op } from '#shared/formats/entry.ts';
import type { JournalHead } from '#shared/ipc/contract.ts';
import type { Row } from './row-key.ts';

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
  /** Where the vault stands with it. */
  readonly head: JournalHead;
  /** The client file whose key was just destroyed. */
  readonly erased?: FileId;
  /** The records were put together anew: what was made of them before may not hold any more. */
  readonly anew?: true;
}

/** What is made of records is sealed with on the disk: with all of this, so that it dies with each client file that is in it. */
export interface DerivedSeal {
  /** Key of that purpose, 32 bytes. */
  readonly key: Uint8Array;
  /** Client files that have a key, and these keys as they lie in the keyring, one after another. */
  readonly files: readonly FileId[];
  readonly wrapped: Uint8Array;
}

/** A vault whose records can be had sealed. */
export interface SealedSource {
  /** The rows of a table with the highest ids below `before`; null: the highest of all. At most `most`; none: there are no more. */
  sealedRows(table: TableName, before: RecordId | null, most: number): Promise<SealedRows>;
  /** Tells of each change once it is written. Returns the function that ends it. */
  onSealedChange(listener: (change: SealedChange) => void): () => void;
  /** What the search index is sealed with on the disk; null when nothing may be written there. */
  indexSeal(): DerivedSeal | null;
  /** Where the vault stands, and whether what was made of its records at an earlier session may still hold. */
  standing(): { readonly head: JournalHead; readonly whole: boolean };
  /** The last operation on each record that was changed since the vault stood there; null when nobody can say. */
  changedSince(then: JournalHead): Promise<Pick<SealedChange, 'ops' | 'keys'> | null>;
}

/** The keys of all files that rows belong to; rows of files that have none are left out by whoever opens them. */
export function keysOfRows(
  rows: readonly { readonly fileId: FileId }[],
  keysOf: (fileId: FileId) => readonly Uint8Array[],
): KeysOfFiles {
  return new Map([...new Set(rows.map(({ fileId }) => fileId))].map((fileId) => [fileId, keysOf(fileId)]));
}
