import { attachmentKeys, type AttachmentKeys } from '#shared/crypto/attachment-keys.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { RecordKind, Stored, TableName } from '#shared/domain/record.ts';
import type { Op } from '#shared/formats/entry.ts';
import type { JournalHead } from '#shared/ipc/contract.ts';
import { systemClock, type Clock } from '#shared/lib/clock.ts';
import { Actions, type Change } from './actions.ts';
import { audit } from './audit.ts';
import { absorbedFiles } from './absorbed-files.ts';
import { chunksOf } from './chunks-of.ts';
import { Draft } from './draft.ts';
import { countsIn, removalsOf, type Erasure } from './erasure.ts';
import { FileKeys } from './file-keys.ts';
import { ChangedSinceError, removedFrom, turnBack, versionsOf } from './history.ts';
import { Journal } from './journal.ts';
import { LastWritten } from './last-written.ts';
import { resealings } from './reseal.ts';
import { pagesOf, readerOf, type StoreReader, type VersionReader } from './reader.ts';
import type { ReconcileOptions } from './reconcile.ts';
import { SealedFeed } from './sealed-feed.ts';
import type { Basket, Sieve, Sifted } from './sieve.ts';
import { sift } from './sift.ts';
import { endStoreWorkers } from './store-worker.ts';
import { Stamper, timeOf } from './stamp.ts';
import { idIn, type Row } from './row-key.ts';
import type { StoreCopy } from './store-copy.ts';
import type {
  CommitOptions,
  OpeningReport,
  UndoResult,
  UndoState,
  Vault,
  VaultWriter,
  Version,
} from './types.ts';
import { toldFailure } from './told-failure.ts';
import { TwoCopies } from './two-copies.ts';
import { Sealer } from './unseal.ts';
import type { VaultKeys } from './vault-keys.ts';
import { keptAt, NewestVersions } from './versions.ts';

/** Records read at a time where there are no workers. */
const SIFTED_AT_ONCE = 400;

type Write<T> = (vault: VaultWriter) => Promise<T> | T;
type Taken = (changes: readonly Change[], at: number) => void;
/** Makes an action of what was changed; answers its number, null when there is none. */
type NoteAction = (changes: readonly Change[], at: number) => number | null;

/** The open vault: keys in memory, the journal in main, the store in IndexedDB, and one change at a time. */
export class OpenVault implements Vault {
  readonly #keys: FileKeys;
  readonly #sealer: Sealer;
  readonly #vaultId: string;
  readonly #both: TwoCopies;
  readonly #stamper: Stamper;
  /** For everybody: waits while the store is being brought back. */
  readonly #reader: VersionReader;
  /** For changes, which bring the store back themselves and would wait for their own end. */
  readonly #ownReader: StoreReader;
  readonly #last = new LastWritten();
  readonly #newest = new NewestVersions(async (of) =>
    (await this.#both.store.rows('versions').where('of').equals(of).primaryKeys()).map(idIn),
  );
  /** The records as they are sealed, and what changes of them. */
  readonly sealed: SealedFeed;
  readonly #actions = new Actions();
  /** How often the store was opened and made one with the journal. */
  #openings = 0;

  private constructor(vaultKeys: VaultKeys, keys: FileKeys, clock: Clock) {
    const { vaultId } = vaultKeys;
    const sealer = new Sealer(vaultId, keys);
    this.#vaultId = vaultId;
    this.#keys = keys;
    this.#sealer = sealer;
    this.#stamper = new Stamper(clock);
    const journal = new Journal(vaultKeys);
    this.#both = new TwoCopies({
      copies: {
        vaultId,
        vaultKeys,
        journal,
        sealer,
        isErased: (fileId) => keys.erased.has(fileId),
      },
      keys,
      stamper: this.#stamper,
      onOpened: (report) => {
        this.#openings += 1;
        this.#newest.forget();
        if (report.state === 'rebuilt' || report.state === 'restored' || 'lost' in report)
          this.sealed.doubt();
      },
    });
    this.sealed = new SealedFeed({ vaultKeys, keys, journal, both: this.#both });
    const { store, gate } = this.#both;
    this.#reader = readerOf(store, sealer, (error) => this.#both.heal(error), gate);
    this.#ownReader = readerOf(store, sealer, (error) => this.#both.heal(error));
  }

  /**
   * Opens a vault: compares its two copies and makes them one.
   * @throws `PlatformError`, `VaultDamagedError`, `StoreError`, `NewerDataError`: then the vault stays closed.
   */
  static async open(
    vaultKeys: VaultKeys,
    options: ReconcileOptions = {},
    clock: Clock = systemClock,
  ): Promise<{ readonly vault: OpenVault; readonly report: OpeningReport }> {
    let vault: OpenVault | null = null;
    try {
      vault = new OpenVault(vaultKeys, await FileKeys.loadFor(vaultKeys), clock);
      const report = await vault.#both.open(options);
      await vault.#keys.confirmed;
      await vault.#finishErasures();
      const { mended, forged } = vault.#keys;
      return {
        vault,
        report: { ...report, ...(mended && { keyringMended: true }), ...(forged && { keyringForged: true }) },
      };
    } catch (error) {
      if (vault !== null) vault.#both.store.release();
      throw await toldFailure(error);
    }
  }

  /** The keys of a client file's attachments, for one job. Throws when the file has no key. */
  attachmentKeys(fileId: FileId): AttachmentKeys {
    return attachmentKeys(this.#keys.keyOf(fileId), this.#vaultId);
  }

  get<Body>(kind: RecordKind<Body>, id: RecordId): Promise<Stored<Body> | undefined> {
    return this.#reader.get(kind, id);
  }

  all<Body>(kind: RecordKind<Body>): Promise<readonly Stored<Body>[]> {
    return this.#reader.all(kind);
  }

  inFile<Body>(kind: RecordKind<Body>, fileId: FileId): Promise<readonly Stored<Body>[]> {
    return this.#reader.inFile(kind, fileId);
  }

  dueBetween<Body>(kind: RecordKind<Body>, from: number, to: number): Promise<readonly Stored<Body>[]> {
    return this.#reader.dueBetween(kind, from, to);
  }

  last<Body>(kind: RecordKind<Body>): Promise<Stored<Body> | undefined> {
    return this.#reader.last(kind);
  }

  pages<Body>(kind: RecordKind<Body>, size: number): AsyncIterable<readonly Stored<Body>[]> {
    const { store, gate } = this.#both;
    return pagesOf(store, this.#sealer, (error) => this.#both.heal(error), { kind, size, gate });
  }

  sift<Body, Field extends keyof Stored<Body>, Result>(
    sieve: Sieve<Body, Field>,
    basket: Basket<Sifted<Body, Field>, Result>,
  ): Promise<Result> {
    const { gate, store } = this.#both;
    return sift(sieve, basket, {
      gate,
      keys: () => this.#keys.toRead(),
      pages: () => this.pages(sieve.kind, SIFTED_AT_ONCE),
      opening: () => (store.held ? this.#openings : null),
      onBroken: (error) => this.#both.heal(error),
    });
  }

  commit<T>(write: Write<T>, options: CommitOptions = {}): Promise<T> {
    return this.#both.inTurn(() => this.#change(write, this.#noting(options), options.everyVersion));
  }

  async act(write: Write<unknown>, options: CommitOptions = {}): Promise<number | null> {
    let action: number | null = null;
    const note = this.#noting(options);
    await this.#both.inTurn(() =>
      this.#change(
        write,
        (changes, at) => {
          action = note(changes, at);
        },
        options.everyVersion,
      ),
    );
    return action;
  }

  undo(action?: number): Promise<UndoResult> {
    return this.#both.inTurn(() => this.#turn('undo', action));
  }

  redo(action?: number): Promise<UndoResult> {
    return this.#both.inTurn(() => this.#turn('redo', action));
  }

  undoState(): UndoState {
    return this.#actions.state;
  }

  onUndoState(listener: () => void): () => void {
    return this.#actions.onChange(listener);
  }

  versionsOf<Body>(kind: RecordKind<Body>, id: RecordId): Promise<readonly Version<Body>[]> {
    return versionsOf(this.#reader, kind, id);
  }

  async removedFrom(fileId: FileId): Promise<readonly Version<unknown>[]> {
    return removedFrom(this.#reader, fileId, await this.absorbed(fileId));
  }

  /**
   * Erases a client file for good, with the files that went into it: destroys its key, here and beside the backups that can
   * be reached, then removes its records and their versions. From the first step on there is no way back; what a crash or a full disk leaves of the
   * second is removed at the next opening and counts as not there until then.
   * @throws `PlatformError`: then nothing was erased.
   */
  eraseFile(fileId: FileId): Promise<Erasure> {
    return this.#both.inTurn(async () => {
      await this.#both.catchUp();
      const absorbed = await absorbedFiles(this.#ownReader, this.#keys, fileId);
      const files = [fileId, ...absorbed];
      const counts = await countsIn(this.#both.store, files);
      const chunks = await chunksOf(this.#ownReader, files);
      const answer = await this.#keys.erase(fileId, chunks, absorbed);
      for (const erased of files) this.sealed.tell({ ops: [], head: this.#both.head, erased });
      await this.#finishErasures();
      return { ...answer, counts, absorbed };
    });
  }

  /**
   * Seals the practice's own records with the key of today, as far as they are not yet. Asked again after a crash, it goes
   * on where it was.
   */
  resealPractice(): Promise<void> {
    return this.#both.inTurn(async () => {
      await this.#both.catchUp();
      for await (const ops of resealings(this.#both.store, this.#sealer, () => this.#stamper.next())) {
        await this.#settle(ops, 0);
      }
    });
  }

  /** All rows as they are now, to be read while changes go on. To be ended with {@link endCopy}. */
  copyRows(): Promise<StoreCopy> {
    return this.#both.copyRows();
  }

  /** Changes need not put anything by for a copy any more. */
  endCopy(copy: StoreCopy): void {
    this.#both.endCopy(copy);
  }

  /** Whether a row opens with the vault's keys, in its own place. */
  opens(table: TableName, row: Row): boolean {
    return this.#sealer.opens(table, row);
  }

  /** The body in a row that is not in the store. Throws when it does not open, or a newer app wrote it. */
  bodyIn<Body>(kind: RecordKind<Body>, row: Row): Body {
    return this.#sealer.bodyIn(kind, row);
  }

  /** Whether a client file was erased: what is left of it anywhere counts as not there. */
  isErased(fileId: FileId): boolean {
    return this.#keys.erased.has(fileId);
  }

  /** Fills the store anew, whatever it says of itself. */
  refill(): Promise<void> {
    return this.#both.refill();
  }

  /** The files that went into one, see {@link absorbedFiles}. */
  absorbed(fileId: FileId): Promise<readonly FileId[]> {
    return absorbedFiles(this.#reader, this.#keys, fileId);
  }

  /** Waits for the changes under way, then closes the store. The keys go when the renderer process does. */
  close(): Promise<void> {
    endStoreWorkers();
    return this.#both.close();
  }

  /** @param taken Told what was changed as soon as the journal has it. */
  async #change<T>(write: Write<T>, taken: Taken, everyVersion = false): Promise<T> {
    await this.#both.catchUp();
    const draft = new Draft(
      this.#ownReader,
      {
        rows: (table, ids) => this.#rowsOf(table, ids),
        open: (kind, row) => this.#open(kind, row),
        versionsOf: (ids) => this.#both.store.rows('versions').where('of').anyOf(ids).toArray(),
      },
      this.#stamper.next(),
      everyVersion,
    );
    const result = await this.#write(draft, write);
    await this.#keys.ensure(draft.files());
    const ops = await this.#seal(draft);
    await this.#settle(ops, draft.growth(), () => taken(draft.changes(), timeOf(draft.stamp)));
    this.#last.note(draft.written());
    return result;
  }

  async #rowsOf(table: TableName, ids: readonly RecordId[]): Promise<readonly (Row | undefined)[]> {
    const [id] = ids;
    const last = id !== undefined && ids.length === 1 ? this.#last.rowOf(table, id) : undefined;
    if (last && (await this.#both.store.revOf(table, last.id)) === last.rev) return [last];
    return this.#both.store.rowsOf(table, ids);
  }

  #open<Body>(kind: RecordKind<Body>, row: Row): Stored<Body> | undefined {
    const last = this.isErased(row.fileId) ? undefined : this.#last.open(row);
    // A row is of the kind that it was put as.
    return last ? (last as Stored<Body>) : this.#ownReader.open(kind, row);
  }

  async #seal(draft: Draft): Promise<readonly Op[]> {
    try {
      return await draft.seal(this.#sealer, this.#newest);
    } catch (error) {
      this.#both.heal(error);
      throw error;
    }
  }

  /** Writes a change to both copies. */
  async #settle(ops: readonly Op[], growth: number, taken?: () => void): Promise<void> {
    const written: JournalHead[] = [];
    try {
      await this.#both.settle(ops, growth, ([last]) => {
        written.push(last);
        for (const op of ops) {
          if (op.op === 'put' && op.of !== undefined) this.#newest.kept(op.of, keptAt(op.id));
        }
        taken?.();
      });
    } finally {
      for (const head of written) this.sealed.tell({ ops, head });
    }
  }

  /** Removes what is left of client files whose key was destroyed. A full disk is no reason not to go on. */
  async #finishErasures(): Promise<void> {
    try {
      const ops = await removalsOf(this.#both.store, this.#keys.erased, () => this.#stamper.next());
      await this.#settle(ops, -ops.length);
    } catch {
      // Nobody can read it any more; it is removed at the next opening.
    }
  }

  #noting({ name, undoable = true }: CommitOptions): NoteAction {
    return undoable ? (changes, at) => this.#actions.add(name ?? null, changes, at) : () => null;
  }

  async #turn(way: 'undo' | 'redo', wanted: number | undefined): Promise<UndoResult> {
    const action = this.#actions.find(way, wanted);
    if (!action) return { state: 'nothing' };
    const means = { store: this.#both.store, sealer: this.#sealer, keys: this.#keys, actions: this.#actions };
    try {
      await this.#change(
        async (change) => {
          await turnBack(change, action, means);
          await audit(change, way === 'undo' ? 'undone' : 'redone', { count: action.changes.length });
        },
        (changes) => this.#actions.turned(way, action, changes),
        // What has a name of its own is more than typing, and may be asked later what it was before.
        action.name !== null,
      );
      return { state: 'done', action };
    } catch (error) {
      if (!(error instanceof ChangedSinceError)) throw error;
      this.#actions.drop(action);
      return { state: 'refused', action };
    }
  }

  async #write<T>(draft: Draft, write: Write<T>): Promise<T> {
    this.#both.writing = true;
    try {
      return await write(draft);
    } finally {
      this.#both.writing = false;
      draft.end();
    }
  }
}
