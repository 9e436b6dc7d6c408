import { migrated } from '#renderer/db/migrations/index.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import { type ClearRecord, openRecord } from '#shared/formats/sealed-record.ts';
import type { SearchedTable } from './extract.ts';

/** The keys of client files that were told, and what opens with them. */
export class Opener {
  vaultId = '';
  readonly #keys = new Map<FileId, readonly Uint8Array[]>();
  /** What is told of these is of before their keys were destroyed. */
  readonly #erased = new Set<FileId>();

  /** Takes keys in. */
  learn(keys: ReadonlyMap<FileId, readonly Uint8Array[]>): void {
    for (const [fileId, own] of keys) if (!this.#erased.has(fileId)) this.#keys.set(fileId, own);
  }

  /** Forgets the key of a client file for good. */
  forget(fileId: FileId): void {
    this.#erased.add(fileId);
    for (const key of this.#keys.get(fileId) ?? []) key.fill(0);
    this.#keys.delete(fileId);
  }

  /** The body of a sealed record; null when it does not open: the vault heals it, and tells of it again. */
  opened(table: SearchedTable, at: ClearRecord, sealed: Uint8Array): unknown {
    for (const key of this.#keys.get(at.fileId) ?? []) {
      try {
        return migrated(kindOf(table), at.version, openRecord(key, this.vaultId, at, sealed));
      } catch {
        // The next key may be the one.
      }
    }
    return null;
  }
}
