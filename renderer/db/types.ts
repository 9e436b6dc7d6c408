import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { RecordKind, Stored } from '#shared/domain/record.ts';

/** Reads of the open vault. Inside `useLiveQuery` they are watched: the query runs again when what it read changes. */
export interface VaultReader {
  /** One record; undefined when there is none. */
  get<Body>(kind: RecordKind<Body>, id: RecordId): Promise<Stored<Body> | undefined>;
  /** Every record of a kind, in the order of their ids (the order they were made). */
  all<Body>(kind: RecordKind<Body>): Promise<readonly Stored<Body>[]>;
  /** The records of a kind in one client file. */
  inFile<Body>(kind: RecordKind<Body>, fileId: FileId): Promise<readonly Stored<Body>[]>;
  /** Records whose clear `due` lies in [from, to), milliseconds since the epoch, soonest first. */
  dueBetween<Body>(kind: RecordKind<Body>, from: number, to: number): Promise<readonly Stored<Body>[]>;
  /** The record of a kind with the highest id, the one made last; undefined when there is none. */
  last<Body>(kind: RecordKind<Body>): Promise<Stored<Body> | undefined>;
}

/** One atomic change. Its reads see its own writes; nothing is stored until the function that got it ends well. */
export interface VaultWriter extends VaultReader {
  /** Adds or replaces a record. Throws when the body does not fit its schema. */
  put<Body>(kind: RecordKind<Body>, at: { readonly id: RecordId; readonly fileId: FileId }, body: Body): void;
  /** Changes a record. Throws when it does not exist. */
  update<Body>(
    kind: RecordKind<Body>,
    id: RecordId,
    change: (body: Stored<Body>) => Partial<Body>,
  ): Promise<void>;
  /** Removes a record; nothing happens when there is none. */
  remove<Body>(kind: RecordKind<Body>, id: RecordId): Promise<void>;
}

/** The open vault. */
export interface Vault extends VaultReader {
  /**
   * The one way to write. Runs `write`, seals what it put, appends one frame to the journal, waits for fsync, applies it
   * to IndexedDB in one strict transaction, then answers. Changes run one after another in the order they were asked for.
   * Rejects with what `write` threw or with a `PlatformError` when the journal could not take it; then nothing is stored.
   * Rejects with a `StoreError` when the journal took it and IndexedDB cannot follow: then it is safe, and read again as
   * soon as the store is brought back, at the next change or the next start. `write` must not call `commit` itself.
   */
  commit<T>(write: (vault: VaultWriter) => Promise<T> | T): Promise<T>;
}

/** How the two copies compared when the vault was opened. */
export type OpeningReport =
  | { readonly state: 'same' }
  /** IndexedDB lacked the last changes, which were applied from the journal. */
  | { readonly state: 'caughtUp'; readonly changes: number }
  /** IndexedDB was empty, partial, foreign or unreadable and was built anew from the newest backup and the journal. */
  | {
      readonly state: 'rebuilt';
      readonly records: number;
      readonly cause: 'empty' | 'partial' | 'different' | 'unreadable';
      /** When the backup was made that it began from; not there when the journal alone sufficed. */
      readonly backupMadeAt?: number;
    }
  /** The journal had lost frames that IndexedDB still had; they were written to the journal again. */
  | { readonly state: 'journalMended'; readonly records: number };
