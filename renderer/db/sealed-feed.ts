import { purposeKey } from '#shared/crypto/purpose-keys.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { TableName } from '#shared/domain/record.ts';
import type { Op } from '#shared/formats/entry.ts';
import type { JournalHead } from '#shared/ipc/contract.ts';
import { changedSince } from './changed-since.ts';
import type { FileKeys } from './file-keys.ts';
import type { Journal } from './journal.ts';
import {
  keysOfRows,
  type DerivedSeal,
  type KeysOfFiles,
  type SealedChange,
  type SealedRows,
  type SealedSource,
} from './sealed-source.ts';
import type { TwoCopies } from './two-copies.ts';
import type { VaultKeys } from './vault-keys.ts';

interface Deps {
  readonly vaultKeys: VaultKeys;
  readonly keys: FileKeys;
  readonly journal: Journal;
  readonly both: TwoCopies;
}

/** The records of the open vault as they are sealed, and what changes of them. */
export class SealedFeed implements SealedSource {
  readonly #deps: Deps;
  readonly #indexKey: Uint8Array;
  readonly #listeners = new Set<(change: SealedChange) => void>();
  /** Whether records may be others than they were when something was made of them. */
  #doubtful = false;

  constructor(deps: Deps) {
    const { vaultKey, vaultId } = deps.vaultKeys;
    this.#deps = deps;
    this.#indexKey = purposeKey(vaultKey, vaultId, 'search-index');
  }

  sealedRows(table: TableName, before: RecordId | null, most: number): Promise<SealedRows> {
    const { gate, store } = this.#deps.both;
    return gate.pass(() => {
      return (
        store
          .rowsBefore(table, before)
          // A collection of Dexie, not an array.
          // oxlint-disable-next-line unicorn/no-array-reverse
          .reverse()
          .limit(most)
          .toArray()
          .then((found) => ({ rows: found, keys: this.#keysOf(found) }))
      );
    });
  }

  onSealedChange(listener: (change: SealedChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  indexSeal(): DerivedSeal {
    return { key: this.#indexKey, ...this.#deps.keys.packed() };
  }

  standing(): { readonly head: JournalHead; readonly whole: boolean } {
    return { head: this.#deps.both.head, whole: !this.#doubtful };
  }

  changedSince(then: JournalHead): Promise<Pick<SealedChange, 'ops' | 'keys'> | null> {
    const { both, journal } = this.#deps;
    return both.inTurn(async () => {
      await both.catchUp();
      const ops = await changedSince(journal, then, both.head);
      return ops && { ops, keys: this.#keysFor(ops) };
    });
  }

  /** Tells who follows the changes. */
  tell(change: Omit<SealedChange, 'keys'>): void {
    if (this.#listeners.size === 0) return;
    const keys = this.#keysFor(change.ops);
    for (const listener of this.#listeners) listener({ ...change, keys });
  }

  /** Takes note that the records were put together anew, perhaps without some, and tells who follows. */
  doubt(): void {
    this.#doubtful = true;
    this.tell({ ops: [], head: this.#deps.both.head, anew: true });
  }

  #keysFor(ops: readonly Op[]): KeysOfFiles {
    return this.#keysOf(ops.filter(({ op }) => op === 'put'));
  }

  #keysOf(rows: Parameters<typeof keysOfRows>[0]): KeysOfFiles {
    const { keys } = this.#deps;
    return keysOfRows(
      rows.filter(({ fileId }) => !keys.erased.has(fileId)),
      (fileId) => keys.keysOf(fileId),
    );
  }
}
