import { SealBrokenError } from '#shared/crypto/aead.ts';
import { attachmentKeys, type AttachmentKeys } from '#shared/crypto/attachment-keys.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { RecordKind, Stored, TableName } from '#shared/domain/record.ts';
import type { Op } from '#shared/formats/entry.ts';
import { systemClock, type Clock } from '#shared/lib/clock.ts';
import { Actions, type Change } from './actions.ts';
import { audit } from './audit.ts';
import { Draft } from './draft.ts';
import { countsIn, removalsOf, type Erasure } from './erasure.ts';
import { VaultDamagedError, VaultLockedError } from './errors.ts';
import { FileKeys } from './file-keys.ts';
import { ChangedSinceError, removedFrom, turnBack, versionsOf } from './history.ts';
import { Journal, type Heads } from './journal.ts';
import { openStore } from './open-store.ts';
import { resealings } from './reseal.ts';
import { Gate, readerOf, type VersionReader } from './reader.ts';
import { reconcile, type Copies, type ReconcileOptions } from './reconcile.ts';
import { digestAfter } from './row-digest.ts';
import { Stamper, timeOf } from './stamp.ts';
import { headAfter, Store, StoreMovedError, type Row, type StoreHead } from './store.ts';
import { StoreCopy } from './store-copy.ts';
import type {
  CommitOptions,
  OpeningReport,
  UndoResult,
  UndoState,
  Vault,
  VaultReader,
  VaultWriter,
  Version,
} from './types.ts';
import { toldFailure } from './told-failure.ts';
import { Sealer } from './unseal.ts';
import { backupIdentitiesOf, type VaultKeys } from './vault-keys.ts';
import { NewestVersions } from './versions.ts';

type Write<T> = (vault: VaultWriter) => Promise<T> | T;
type Taken = (changes: readonly Change[], at: number) => void;
/** Makes an action of what was changed; answers its number, null when there is none. */
type NoteAction = (changes: readonly Change[], at: number) => number | null;

/** Refuses to take for the truth what can only be a loss: a journal that went missing, client files without their keys. */
async function checkNothingMissing(store: Store, keys: FileKeys, head: StoreHead): Promise<void> {
  if (head.seq === 0 && keys.size > 0) {
    throw new VaultDamagedError('journalDamaged', 'There are keys of client files, and the journal is empty');
  }
  const keyless = (await store.clientFiles()).filter(
    (fileId) => !keys.has(fileId) && !keys.erased.has(fileId),
  );
  if (keyless.length > 0) {
    throw new VaultDamagedError('vaultDamaged', `${String(keyless.length)} client files have no key`);
  }
}

/** The open vault: keys in memory, the journal in main, the store in IndexedDB, and one change at a time. */
export class OpenVault implements Vault {
  readonly #copies: Copies;
  readonly #keys: FileKeys;
  readonly #store = new Store(() => this.#mend());
  readonly #stamper: Stamper;
  /** For everybody: waits while the store is being brought back. */
  readonly #reader: VersionReader;
  /** For changes, which bring the store back themselves and would wait for their own end. */
  readonly #ownReader: VaultReader;
  readonly #gate = new Gate();
  readonly #newest = new NewestVersions((of) =>
    this.#store.rows('versions').where('of').equals(of).primaryKeys(),
  );
  readonly #actions = new Actions();
  #head: StoreHead | null = null;
  /** Whether the store is known to have all that the journal has. */
  #following = false;
  /** Whether the store holds a row that does not open, and has to be filled anew. */
  #distrusted = false;
  #healed = false;
  /** Copies of the rows that are being read. */
  readonly #copiesOfRows = new Set<StoreCopy>();
  /** Whether the user goes on without the changes that damage took. */
  #acceptGaps = false;
  /** Whether the function that makes a change is running. */
  #writing = false;
  #closed = false;
  /** Ends when the last change asked for has ended; never rejects. */
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(vaultKeys: VaultKeys, keys: FileKeys, clock: Clock) {
    const { vaultId } = vaultKeys;
    this.#keys = keys;
    this.#stamper = new Stamper(clock);
    this.#copies = {
      vaultId,
      journal: new Journal(vaultKeys),
      sealer: new Sealer(vaultId, keys),
      identities: backupIdentitiesOf(vaultKeys),
    };
    const { sealer } = this.#copies;
    this.#reader = readerOf(this.#store, sealer, (error) => this.#heal(error), this.#gate);
    this.#ownReader = readerOf(this.#store, sealer, (error) => this.#heal(error));
  }

  /**
   * Opens a vault: compares its two copies and makes them one.
   * @throws `PlatformError`, {@link VaultDamagedError}, `StoreError`, `NewerDataError`: then the vault stays closed.
   */
  static async open(
    vaultKeys: VaultKeys,
    options: ReconcileOptions = {},
    clock: Clock = systemClock,
  ): Promise<{ readonly vault: OpenVault; readonly report: OpeningReport }> {
    let vault: OpenVault | null = null;
    try {
      vault = new OpenVault(vaultKeys, await FileKeys.load(vaultKeys), clock);
      vault.#acceptGaps = options.acceptGaps ?? false;
      const report = await vault.#follow(options);
      await vault.#finishErasures();
      return { vault, report };
    } catch (error) {
      if (vault !== null) vault.#store.release();
      throw await toldFailure(error);
    }
  }

  /** The keys of a client file's attachments, for one job. Throws when the file has no key. */
  attachmentKeys(fileId: FileId): AttachmentKeys {
    return attachmentKeys(this.#keys.keyOf(fileId), this.#copies.vaultId);
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

  commit<T>(write: Write<T>, options: CommitOptions = {}): Promise<T> {
    return this.#inTurn(() => this.#change(write, this.#noting(options)));
  }

  async act(write: Write<unknown>, options: CommitOptions = {}): Promise<number | null> {
    let action: number | null = null;
    const note = this.#noting(options);
    await this.#inTurn(() =>
      this.#change(write, (changes, at) => {
        action = note(changes, at);
      }),
    );
    return action;
  }

  undo(action?: number): Promise<UndoResult> {
    return this.#inTurn(() => this.#turn('undo', action));
  }

  redo(action?: number): Promise<UndoResult> {
    return this.#inTurn(() => this.#turn('redo', action));
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

  removedFrom(fileId: FileId): Promise<readonly Version<unknown>[]> {
    return removedFrom(this.#reader, fileId);
  }

  /**
   * Erases a client file for good: destroys its key, here and beside the backups that can be reached, then removes its
   * records and their versions. From the first step on there is no way back; what a crash or a full disk leaves of the
   * second is removed at the next opening and counts as not there until then.
   * @throws `PlatformError`: then nothing was erased.
   */
  eraseFile(fileId: FileId): Promise<Erasure> {
    return this.#inTurn(async () => {
      await this.#catchUp();
      const counts = await countsIn(this.#store, fileId);
      const { fingerprint, places } = await this.#keys.erase(fileId);
      await this.#finishErasures();
      return { fingerprint, places, counts };
    });
  }

  /**
   * Seals the practice's own records with the key of today, as far as they are not yet. Asked again after a crash, it goes
   * on where it was.
   */
  resealPractice(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#catchUp();
      const { sealer } = this.#copies;
      for await (const ops of resealings(this.#store, sealer, () => this.#stamper.next())) {
        await this.#settle(ops, 0);
      }
    });
  }

  /** All rows as they are now, to be read while changes go on. To be ended with {@link endCopy}. */
  copy(): Promise<StoreCopy> {
    return this.#inTurn(async () => {
      await this.#catchUp();
      if (!this.#head) throw new StoreMovedError();
      const copy = new StoreCopy(this.#store, this.#head, (work) => this.#inTurn(work));
      this.#copiesOfRows.add(copy);
      return copy;
    });
  }

  /** Changes need not put anything by for a copy any more. */
  endCopy(copy: StoreCopy): void {
    this.#copiesOfRows.delete(copy);
  }

  /** Whether a row opens with the vault's keys, in its own place. */
  opens(table: TableName, row: Row): boolean {
    return this.#copies.sealer.opens(table, row);
  }

  /** Fills the store anew, whatever it says of itself. */
  refill(): Promise<void> {
    return this.#inTurn(async () => {
      this.#distrusted = true;
      this.#following = false;
      await this.#catchUp();
    });
  }

  /** Waits for the changes under way, then closes the store. The keys go when the renderer process does. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#queue;
    this.#store.release();
    this.#gate.open();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new VaultLockedError());
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** @param taken Told what was changed as soon as the journal has it. */
  async #change<T>(write: Write<T>, taken: Taken): Promise<T> {
    await this.#catchUp();
    const draft = new Draft(
      this.#ownReader,
      (table, ids) => this.#store.rows(table).bulkGet([...ids]),
      this.#stamper.next(),
    );
    const result = await this.#write(draft, write);
    await this.#keys.ensure(draft.files());
    const ops = await this.#seal(draft);
    await this.#settle(ops, draft.growth(), () => taken(draft.changes(), timeOf(draft.stamp)));
    return result;
  }

  async #seal(draft: Draft): Promise<readonly Op[]> {
    try {
      return await draft.seal(this.#copies.sealer, this.#newest);
    } catch (error) {
      this.#heal(error);
      throw error;
    }
  }

  /** Writes a change to both copies. */
  async #settle(ops: readonly Op[], growth: number, taken?: () => void): Promise<void> {
    if (ops.length === 0) return;
    this.#following = false; // Until both copies have it. A lost answer of the journal leaves it unknown.
    const heads = await this.#copies.journal.append(ops);
    for (const op of ops) {
      if (op.op === 'put' && op.of !== undefined) this.#newest.kept(op.of, timeOf(op.stamp));
    }
    taken?.();
    await this.#apply(ops, heads, growth);
  }

  /** Removes what is left of client files whose key was destroyed. A full disk is no reason not to go on. */
  async #finishErasures(): Promise<void> {
    try {
      const ops = await removalsOf(this.#store, this.#keys.erased, () => this.#stamper.next());
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
    const { sealer } = this.#copies;
    const means = { store: this.#store, sealer, keys: this.#keys, actions: this.#actions };
    try {
      await this.#change(
        async (change) => {
          await turnBack(change, action, means);
          await audit(change, way === 'undo' ? 'undone' : 'redone', { count: action.changes.length });
        },
        (changes) => this.#actions.turned(way, action, changes),
      );
      return { state: 'done', action };
    } catch (error) {
      if (!(error instanceof ChangedSinceError)) throw error;
      this.#actions.drop(action);
      return { state: 'refused', action };
    }
  }

  async #write<T>(draft: Draft, write: Write<T>): Promise<T> {
    this.#writing = true;
    try {
      return await write(draft);
    } finally {
      this.#writing = false;
      draft.end();
    }
  }

  /** Lets the store follow a change that the journal has taken. A store that cannot is closed, opened and mended once. */
  async #apply(ops: readonly Op[], heads: Heads, growth: number): Promise<void> {
    const here = this.#head;
    try {
      if (!here || heads[0].seq !== here.seq + heads.length) throw new StoreMovedError();
      const stamp = ops.reduce((last, op) => (op.stamp > last ? op.stamp : last), here.stamp);
      const next = {
        ...headAfter(here.vaultId, [...heads, here, ...here.earlier], stamp),
        count: here.count + growth,
        digest: digestAfter(here.digest, ops),
      };
      for (const copy of this.#copiesOfRows) await copy.putBy(ops);
      await this.#store.apply(ops, here.seq, next);
      this.#head = next;
      this.#following = this.#store.held && !this.#distrusted;
    } catch {
      await this.#catchUp();
    }
    for (const op of ops) if (op.op === 'remove') this.#copies.sealer.forget(op.table, op.id);
  }

  /** Brings the store to where the journal is, when it is not known to be there. */
  async #catchUp(): Promise<void> {
    if (this.#following) return;
    try {
      await this.#follow();
    } catch (error) {
      throw await toldFailure(error);
    }
  }

  /** Opens the store and makes it one with the journal. Reads wait meanwhile. */
  async #follow(options: ReconcileOptions = {}): Promise<OpeningReport> {
    this.#gate.shut();
    for (const copy of this.#copiesOfRows) copy.spoil();
    try {
      const found = await openStore(this.#store);
      const { report, head } = await reconcile(
        this.#copies,
        { ...found, unreadable: found.unreadable || this.#distrusted },
        { ...options, acceptGaps: this.#acceptGaps },
      );
      await checkNothingMissing(this.#store, this.#keys, head);
      this.#stamper.observe(head.stamp);
      this.#head = head.seq === 0 ? await this.#found(head) : head;
      this.#following = true;
      this.#distrusted = false;
      this.#newest.forget();
      return report;
    } finally {
      this.#gate.open();
    }
  }

  /** Founds a vault with an entry that changes nothing. From then on an empty journal can only be a loss. */
  async #found(head: StoreHead): Promise<StoreHead> {
    const [first] = await this.#copies.journal.append([]);
    return this.#store.settle(headAfter(head.vaultId, [first, head], head.stamp));
  }

  /** A row that does not open was altered behind our back: the store is filled anew from the journal, once a session. */
  #heal(error: unknown): void {
    if (!(error instanceof SealBrokenError) || this.#healed) return;
    this.#healed = true;
    this.#distrusted = true;
    this.#mend();
  }

  /** Brings the store back while the vault is open. In a task of its own: a live query, where this begins, may not write. */
  #mend(): void {
    this.#following = false;
    // A change that is being made may read past its writer; made to wait, it would keep the cure waiting too.
    if (!this.#writing) this.#gate.shut();
    const mend = async (): Promise<void> => {
      try {
        await this.#inTurn(() => this.#catchUp());
      } catch {
        // The next change tries again, and tells.
      }
    };
    setTimeout(() => void mend(), 0);
  }
}
