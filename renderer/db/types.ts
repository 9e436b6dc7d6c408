import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { Range } from '#renderer/lib/ranges.ts';
import type { RecordKind, Stored, WorkTable } from '#shared/domain/record.ts';
import type { Basket, Sieve, Sifted } from './sieve.ts';

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

/** What a record said before it was changed or removed. */
export interface Version<Body> {
  readonly id: RecordId;
  readonly fileId: FileId;
  /** The record. */
  readonly of: RecordId;
  readonly table: WorkTable;
  /** The revision that it was. */
  readonly revision: string;
  /** Whether the record was removed then, and not changed. */
  readonly removed: boolean;
  /** When the record came to say this, and when it ceased to; milliseconds since the epoch. */
  readonly madeAt: number;
  readonly keptAt: number;
  readonly body: Body;
}

/** Actions that are more than a change of one kind of record, and so have names of their own: `undo.action.<name>`. */
export type ActionName =
  | 'wrapUp'
  | 'removeSample'
  | 'removeStage'
  | 'bringBack'
  | 'restore'
  | 'move'
  | 'import'
  | 'undoImport'
  | 'merge'
  | 'undoMerge'
  | 'notSame'
  | 'samePerson'
  | 'otherPerson'
  | 'changeClients';

/** What an action did to the records of one table. */
export interface Touched {
  readonly table: WorkTable;
  readonly how: 'added' | 'changed' | 'removed';
  readonly count: number;
}

/** Something the user did that can be undone. Autosaves of one record are one action. */
export interface Action {
  readonly id: number;
  readonly name: ActionName | null;
  readonly touched: readonly Touched[];
  /** Every record that it touched. */
  readonly records: readonly RecordId[];
}

/** What undo and redo would do now; null: nothing. */
export interface UndoState {
  readonly undo: Action | null;
  readonly redo: Action | null;
}

/** What came of an undo or redo. `refused`: something it had touched was changed since; nothing was done. */
export type UndoResult =
  | { readonly state: 'done' | 'refused'; readonly action: Action }
  | { readonly state: 'nothing' };

/** How a change is told to the user. */
export interface CommitOptions {
  readonly name?: ActionName;
  /** False for what is no action of the user's or must stand: a sheet that was printed, say. Default: true. */
  readonly undoable?: boolean;
  /** Keeps what each changed record said, also one that was changed a moment ago: it is undone from there after a restart. */
  readonly everyVersion?: boolean;
}

/** The open vault. */
export interface Vault extends VaultReader {
  /**
   * Every record of a kind, so many at a time, in the order of their ids. For whoever goes through all of a large table once:
   * nothing of it is kept in memory.
   */
  pages<Body>(kind: RecordKind<Body>, size: number): AsyncIterable<readonly Stored<Body>[]>;
  /**
   * Goes through all records of a kind for some of their fields, off the UI thread: it lives on, and nothing of them stays in
   * memory but what is taken. Rejects when a record does not open, or the vault is closed meanwhile.
   */
  sift<Body, Field extends keyof Stored<Body>, Result>(
    sieve: Sieve<Body, Field>,
    basket: Basket<Sifted<Body, Field>, Result>,
  ): Promise<Result>;
  /**
   * The one way to write. Runs `write`, seals what it put, appends one frame to the journal, waits for fsync, applies it
   * to IndexedDB in one strict transaction, then answers. Changes run one after another in the order they were asked for.
   * Rejects with what `write` threw or with a `PlatformError` when the journal could not take it; then nothing is stored.
   * Rejects with a `StoreError` when the journal took it and IndexedDB cannot follow: then it is safe, and read again as
   * soon as the store is brought back, at the next change or the next start. `write` must not call `commit` itself.
   */
  commit<T>(write: (vault: VaultWriter) => Promise<T> | T, options?: CommitOptions): Promise<T>;
  /** As {@link commit}; answers the number of the action for {@link undo}, null when nothing was changed. */
  act(
    write: (vault: VaultWriter) => Promise<unknown> | void,
    options?: CommitOptions,
  ): Promise<number | null>;
  /** Undoes an action of this session, the last one or that with the number, as one change. Rejects as `commit` does. */
  undo(action?: number): Promise<UndoResult>;
  /** Does again what was undone. */
  redo(action?: number): Promise<UndoResult>;
  /** The same object until it changes. */
  undoState(): UndoState;
  /** Tells when {@link undoState} has changed. Returns the function that ends it. */
  onUndoState(listener: () => void): () => void;
  /** The versions of a record that were kept, the newest first. */
  versionsOf<Body>(kind: RecordKind<Body>, id: RecordId): Promise<readonly Version<Body>[]>;
  /** What was removed from a client file and is not there again, the last removed first. */
  removedFrom(fileId: FileId): Promise<readonly Version<unknown>[]>;
}

/**
 * What was found when the vault was opened. `keyringMended`: the disk had damaged one of the keyring's two copies.
 * `keyringForged`: somebody had written into it that client files were erased; they were not.
 */
export type OpeningReport = Comparison & { readonly keyringMended?: true; readonly keyringForged?: true };

/** How the two copies compared when the vault was opened. `lost`: numbers of the changes that nothing holds any more. */
export type Comparison =
  | { readonly state: 'same' }
  /** The disk is full: IndexedDB was left alone, and what there is can only be read. */
  | { readonly state: 'readOnly' }
  /** IndexedDB lacked the last changes, which were applied from the journal. */
  | { readonly state: 'caughtUp'; readonly changes: number; readonly lost?: readonly Range[] }
  /** IndexedDB was empty, partial, foreign or unreadable and was built anew from the newest backup and the journal. */
  | {
      readonly state: 'rebuilt';
      readonly records: number;
      readonly cause: 'empty' | 'partial' | 'different' | 'unreadable';
      /** When the backup was made that it began from; not there when the journal alone sufficed. */
      readonly backupMadeAt?: number;
      /** That backup is of an older format, without the vault's seal. */
      readonly unsealed?: true;
      /** The journal ended before that backup; what it lacked was written to it. */
      readonly beyond?: true;
      readonly lost?: readonly Range[];
    }
  /** The vault was restored from a backup a moment ago: there was no working store yet. */
  | { readonly state: 'restored'; readonly records: number }
  /** The journal had lost frames that IndexedDB still had; they were written to the journal again. */
  | { readonly state: 'journalMended'; readonly records: number; readonly lost?: readonly Range[] };
