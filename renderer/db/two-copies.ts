import { SealBrokenError } from '#shared/crypto/aead.ts';
import type { Op } from '#shared/formats/entry.ts';
import type { JournalHead } from '#shared/ipc/contract.ts';
import { VaultDamagedError, VaultLockedError } from './errors.ts';
import type { FileKeys } from './file-keys.ts';
import type { Heads } from './journal.ts';
import { openStore } from './open-store.ts';
import { Gate } from './reader.ts';
import { reconcile, type Copies, type ReconcileOptions } from './reconcile.ts';
import { digestAfter } from './row-digest.ts';
import type { Stamper } from './stamp.ts';
import { headAfter, Store, StoreMovedError, type StoreHead } from './store.ts';
import { StoreCopy } from './store-copy.ts';
import { toldFailure } from './told-failure.ts';
import type { OpeningReport } from './types.ts';

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

interface Deps {
  readonly copies: Copies;
  readonly keys: FileKeys;
  readonly stamper: Stamper;
  /** Told when the store was opened and made one with the journal: what was remembered of its rows may be wrong. */
  readonly onOpened: (report: OpeningReport) => void;
}

/** The journal in main and the store in IndexedDB, kept in step: one work at a time, and the store brought back when it is lost. */
export class TwoCopies {
  readonly store = new Store(() => this.#mend());
  /** Holds reads back while the store is being brought back. */
  readonly gate = new Gate();
  /** Whether the function that makes a change is running. */
  writing = false;
  readonly #deps: Deps;
  #head: StoreHead | null = null;
  /** Whether the store is known to have all that the journal has. */
  #following = false;
  /** Whether the store holds a row that does not open, and has to be filled anew. */
  #distrusted = false;
  #healed = false;
  /** Whether the user goes on without the changes that damage took. */
  #acceptGaps = false;
  /** Copies of the rows that are being read. */
  readonly #rowCopies = new Set<StoreCopy>();
  #closed = false;
  /** Ends when the last work asked for has ended; never rejects. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Opens both for the first time, and says how they compared. */
  open(options: ReconcileOptions): Promise<OpeningReport> {
    this.#acceptGaps = options.acceptGaps ?? false;
    return this.#follow(options);
  }

  /** Up to where the store has followed the journal. */
  get head(): JournalHead {
    if (!this.#head) throw new StoreMovedError();
    return { seq: this.#head.seq, hash: this.#head.hash };
  }

  /** Runs work after all work asked for before. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new VaultLockedError());
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Brings the store to where the journal is, when it is not known to be there. In a turn. */
  async catchUp(): Promise<void> {
    if (this.#following) return;
    try {
      await this.#follow();
    } catch (error) {
      throw await toldFailure(error);
    }
  }

  /**
   * Writes a change to both. In a turn.
   * @param growth How many records there are more after it.
   * @param taken Told as soon as the journal has it.
   */
  async settle(ops: readonly Op[], growth: number, taken?: (heads: Heads) => void): Promise<void> {
    if (ops.length === 0) return;
    this.#following = false; // Until both copies have it. A lost answer of the journal leaves it unknown.
    const heads = await this.#deps.copies.journal.append(ops);
    taken?.(heads);
    await this.#apply(ops, heads, growth);
  }

  /** All rows as they are now, to be read while changes go on. To be ended with {@link endCopy}. */
  copyRows(): Promise<StoreCopy> {
    return this.inTurn(async () => {
      await this.catchUp();
      if (!this.#head) throw new StoreMovedError();
      const copy = new StoreCopy(this.store, this.#head, (work) => this.inTurn(work));
      this.#rowCopies.add(copy);
      return copy;
    });
  }

  /** Changes need not put anything by for a copy any more. */
  endCopy(copy: StoreCopy): void {
    this.#rowCopies.delete(copy);
  }

  /** A row that does not open was altered behind our back: the store is filled anew, once a session. */
  heal(error: unknown): void {
    if (!(error instanceof SealBrokenError) || this.#healed) return;
    this.#healed = true;
    this.#distrusted = true;
    this.#mend();
  }

  /** Fills the store anew, whatever it says of itself. */
  refill(): Promise<void> {
    return this.inTurn(async () => {
      this.#distrusted = true;
      this.#following = false;
      await this.catchUp();
    });
  }

  /** Waits for the work under way, then closes the store. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#queue;
    this.store.release();
    this.gate.open();
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
      for (const copy of this.#rowCopies) await copy.putBy(ops);
      await this.store.apply(ops, here.seq, next);
      this.#head = next;
      this.#following = this.store.held && !this.#distrusted;
    } catch {
      await this.catchUp();
    }
    const { sealer } = this.#deps.copies;
    for (const op of ops) if (op.op === 'remove') sealer.forget(op.table, op.id);
  }

  /** Opens the store and makes it one with the journal. Reads wait meanwhile. */
  async #follow(options: ReconcileOptions = {}): Promise<OpeningReport> {
    const { copies, keys, stamper, onOpened } = this.#deps;
    this.gate.shut();
    for (const copy of this.#rowCopies) copy.spoil();
    try {
      const found = await openStore(this.store, options.onProgress);
      const { report, head } = await reconcile(
        copies,
        { ...found, unreadable: found.unreadable || this.#distrusted },
        { ...options, acceptGaps: this.#acceptGaps },
      );
      await checkNothingMissing(this.store, keys, head);
      stamper.observe(head.stamp);
      this.#head = head.seq === 0 ? await this.#found(head) : head;
      this.#following = true;
      this.#distrusted = false;
      onOpened(report);
      return report;
    } finally {
      this.gate.open();
    }
  }

  /** Founds a vault with an entry that changes nothing. From then on an empty journal can only be a loss. */
  async #found(head: StoreHead): Promise<StoreHead> {
    const [first] = await this.#deps.copies.journal.append([]);
    return this.store.settle(headAfter(head.vaultId, [first, head], head.stamp));
  }

  /** Brings the store back while the vault is open. In a task of its own: a live query, where this begins, may not write. */
  #mend(): void {
    this.#following = false;
    // A change that is being made may read past its writer; made to wait, it would keep the cure waiting too.
    if (!this.writing) this.gate.shut();
    const mend = async (): Promise<void> => {
      try {
        await this.inTurn(() => this.catchUp());
      } catch {
        // The next change tries again, and tells.
      }
    };
    setTimeout(() => void mend(), 0);
  }
}
