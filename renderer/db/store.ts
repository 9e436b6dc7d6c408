import { Dexie, type Collection, type PromiseExtended, type Table } from 'dexie';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { TABLE_NAMES, type TableName } from '#shared/domain/record.ts';
import type { Op } from '#shared/formats/entry.ts';
import type { JournalHead } from '#shared/ipc/contract.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { storeError, StoreError } from './errors.ts';
import { answered } from './open-request.ts';
import { EMPTY_DIGEST, withRow, type RowDigest } from './row-digest.ts';
import {
  idIn,
  keysAfter,
  keysBefore,
  keysOf,
  revIn,
  rowFrom,
  rowKey,
  storedRow,
  type Row,
  type RowKey,
  type StoredRow,
} from './row-key.ts';

/** Name and version of the IndexedDB database. The version rises with each change of tables or indexes. */
export const STORE_NAME = 'kartoteka-rows';
const STORE_VERSION = 9;
/** Dexie multiplies its versions by ten. */
export const NATIVE_VERSION = STORE_VERSION * 10;

/** Up to where the store has followed the journal. */
export interface StoreHead {
  readonly vaultId: string;
  /** Number and chain hash of the last journal frame that was applied. */
  readonly seq: number;
  readonly hash: Uint8Array<ArrayBuffer>;
  /** Records in all tables together. */
  readonly count: number;
  /** Which they are, and in which revision. */
  readonly digest: RowDigest;
  /** Latest stamp of all changes; empty before the first. */
  readonly stamp: string;
  /** The frames before, newest first: they show whether a shorter journal is this one without its end, or another. */
  readonly earlier: readonly JournalHead[];
}

/** What the rows come to. */
export type RowSurvey = Pick<StoreHead, 'count' | 'digest'>;

/** How many frames before its own a head remembers. */
export const EARLIER = 32;

/**
 * The head of a store that has followed the journal so far.
 * @param passed The frames it has come past, newest first; the first is the one where it stands.
 */
export function headAfter(
  vaultId: string,
  passed: readonly [JournalHead, ...JournalHead[]],
  stamp: string,
): Omit<StoreHead, keyof RowSurvey> {
  const [{ seq, hash }, ...before] = passed;
  const earlier = before.slice(0, EARLIER).map((head) => ({ seq: head.seq, hash: head.hash }));
  return { vaultId, seq, hash, stamp, earlier };
}

const HEAD_KEY = 'head';
/** Keys read in one turn: more would hold up whoever types the passphrase meanwhile. */
const KEYS_AT_ONCE = 8_000;

/** The store moved on under our feet: another window wrote, or it was wiped while open. */
export class StoreMovedError extends Error {
  constructor() {
    super('The store is not where this vault left it');
    this.name = 'StoreMovedError';
  }
}

/** The row of a record that a change puts. */
export const rowOf = ({ op: _op, table: _table, ...row }: Extract<Op, { op: 'put' }>): Row => row;

/**
 * The sealed records in IndexedDB: fast to ask, and at any time replaceable from the journal. Open only while it is held:
 * Dexie by itself would open it again after a loss, and serve an emptied database as if nothing were the matter.
 */
export class Store extends Dexie {
  #held = false;
  #opening = false;

  /** @param onLost Told when the connection ended without being released: the database may have been wiped. */
  constructor(onLost: () => void) {
    super(STORE_NAME, {
      autoOpen: false,
      // Answers only when the system was told to flush: a power cut must not take back what was called saved.
      chromeTransactionDurability: 'strict',
      // Dexie would keep sealed rows in memory besides the unsealed records that are kept anyway.
      cache: 'disabled',
      indexedDB: globalThis.indexedDB,
      IDBKeyRange: globalThis.IDBKeyRange,
    });
    this.version(STORE_VERSION).stores({
      ...Object.fromEntries(TABLE_NAMES.map((name) => [name, 'key, fileId, due'])),
      versions: 'key, fileId, of',
      meta: '',
    });
    for (const name of TABLE_NAMES) this.table<StoredRow>(name).hook('reading', rowFrom);
    const lost = () => {
      if (!this.#held) return;
      this.release();
      onLost();
    };
    this.on('close', lost);
    // Somebody deletes the database, or a newer app wants to change its tables: step aside.
    this.on('versionchange', () => {
      lost();
      return false;
    });
  }

  /** Opens the database. Until then, and after a loss, every read and write rejects. */
  async hold(): Promise<void> {
    this.#opening = true;
    try {
      await this.open();
      this.#held = true;
    } finally {
      this.#opening = false;
    }
  }

  /** Whether the database is open and has not been lost since. */
  get held(): boolean {
    return this.#held;
  }

  /** Closes the database. */
  release(): void {
    this.#held = false;
    this.close();
  }

  /** Throws the database away and opens an empty one. */
  async renew(): Promise<void> {
    this.release();
    try {
      await answered(indexedDB.deleteDatabase(STORE_NAME));
      await this.hold();
    } catch (error) {
      if (error instanceof StoreError || storeError(error).failure.code === 'diskFull') throw error;
      // What Chromium finds damaged it makes anew; what it cannot make sense of at all it can only be rid of by main.
      await value(platform().app.clearStore());
      await this.hold();
    }
  }

  /** Refuses Dexie's own attempts to open again what was lost; live queries then keep what they showed last. */
  override open(): ReturnType<Dexie['open']> {
    if (this.#opening) return super.open();
    return Dexie.Promise.reject(new Dexie.DatabaseClosedError('The store was lost'));
  }

  /** The rows of one kind of record. */
  rows(name: TableName): Table<Row, RowKey, StoredRow> {
    return this.table(name);
  }

  /** The row of a record, whatever its revision; undefined when there is none. */
  row(name: TableName, id: RecordId): PromiseExtended<Row | undefined> {
    const { from, to } = keysOf(id);
    return this.rows(name).where(':id').between(from, to).first();
  }

  /** Which revision of a record there is, out of the keys alone; undefined when there is none. */
  async revOf(name: TableName, id: RecordId): Promise<string | undefined> {
    const { from, to } = keysOf(id);
    const [key] = await this.rows(name).where(':id').between(from, to).primaryKeys();
    return key && revIn(key);
  }

  /** The rows of records, in the order asked. */
  rowsOf(name: TableName, ids: readonly RecordId[]): PromiseExtended<(Row | undefined)[]> {
    return Dexie.Promise.all(ids.map((id) => this.row(name, id)));
  }

  /** Rows in the order of their ids, from the one after a record. */
  rowsAfter(name: TableName, after: RecordId | null): Collection<Row, RowKey, StoredRow> {
    return after === null
      ? this.rows(name).toCollection()
      : this.rows(name).where(':id').above(keysAfter(after));
  }

  /** Rows in the order of their ids, up to the one before a record. */
  rowsBefore(name: TableName, before: RecordId | null): Collection<Row, RowKey, StoredRow> {
    return before === null
      ? this.rows(name).toCollection()
      : this.rows(name).where(':id').below(keysBefore(before));
  }

  get #meta(): Table<StoreHead, string> {
    return this.table('meta');
  }

  /** How far the store has come; undefined when it was never filled to the end. */
  async head(): Promise<StoreHead | undefined> {
    return this.#meta.get(HEAD_KEY);
  }

  /** Records in all tables together. */
  async count(): Promise<number> {
    const counts = await Promise.all(TABLE_NAMES.map((name) => this.rows(name).count()));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /**
   * Counts the records of all tables and notes their revisions, without reading what is in them. A key stands nowhere but
   * with its row, and names the revision: where the key is, this revision of the row is.
   */
  async survey(): Promise<RowSurvey> {
    let [count, digest] = [0, EMPTY_DIGEST];
    const surveyed = async (name: TableName): Promise<void> => {
      let keys: readonly RowKey[] = [];
      do {
        const last = keys.at(-1);
        const rows =
          last === undefined ? this.rows(name).toCollection() : this.rows(name).where(':id').above(last);
        keys = await rows.limit(KEYS_AT_ONCE).primaryKeys();
        count += keys.length;
        for (const key of keys) digest = withRow(digest, name, key);
      } while (keys.length === KEYS_AT_ONCE);
    };
    await Promise.all(TABLE_NAMES.map(surveyed));
    return { count, digest };
  }

  /** Every client file that has a client. */
  async clientFiles(): Promise<readonly FileId[]> {
    // The id of a client is also the id of its file.
    const keys = await this.rows('clients').toCollection().primaryKeys();
    return keys.map((key) => idIn(key) as string as FileId);
  }

  /**
   * Applies one change and moves the head on, both or neither.
   * @throws {StoreMovedError} when the head is not at `from`.
   */
  async apply(ops: readonly Op[], from: number, to: StoreHead): Promise<void> {
    const touched = [...new Set(ops.map((op) => op.table))];
    await this.transaction('rw', [...touched, 'meta'], async () => {
      const isHere = async (): Promise<void> => {
        if ((await this.#meta.get(HEAD_KEY))?.seq !== from) throw new StoreMovedError();
      };
      // Asked for together: the head is answered first, and what throws takes all of it back.
      await Promise.all([isHere(), this.#write(ops, 'parents'), this.#meta.put(to, HEAD_KEY)]);
    });
  }

  /**
   * Applies operations without a head: part of a longer work, which {@link settle} ends.
   * @param over What may be there of the same records: nothing, or any revision of them.
   */
  async applyPart(ops: readonly Op[], over: 'nothing' | 'anything'): Promise<void> {
    const touched = [...new Set(ops.map((op) => op.table))];
    await this.transaction('rw', touched, () => this.#write(ops, over));
  }

  /**
   * Sets the head over the records as they are.
   * @param known What they come to, for whoever has just written all of them.
   */
  async settle(head: Omit<StoreHead, keyof RowSurvey>, known?: RowSurvey): Promise<StoreHead> {
    return this.transaction('rw', [...TABLE_NAMES, 'meta'], async () => {
      const settled = { ...head, ...(known ?? (await this.survey())) };
      await this.#meta.put(settled, HEAD_KEY);
      return settled;
    });
  }

  /** @param over What it takes the place of: the revision each operation names, any that is there, or nothing. */
  async #write(ops: readonly Op[], over: 'parents' | 'anything' | 'nothing'): Promise<void> {
    for (const name of new Set(ops.map((op) => op.table))) {
      const own = ops.filter((op) => op.table === name);
      if (over === 'anything') await this.#clear(name, own);
      const replaced = own.flatMap(({ id, parent }) => (parent === null ? [] : [rowKey(id, parent)]));
      const puts = own.flatMap((op) => (op.op === 'put' ? [storedRow(rowOf(op))] : []));
      // Each revision has a key of its own: neither waits for the other.
      await Promise.all([
        over === 'parents' && replaced.length > 0 ? this.rows(name).bulkDelete(replaced) : null,
        puts.length > 0 ? this.rows(name).bulkPut(puts) : null,
      ]);
    }
  }

  async #clear(name: TableName, ops: readonly Op[]): Promise<void> {
    const keys = ops.map(async ({ id }) => {
      const { from, to } = keysOf(id);
      return this.rows(name).where(':id').between(from, to).primaryKeys();
    });
    const found = (await Promise.all(keys)).flat();
    if (found.length > 0) await this.rows(name).bulkDelete(found);
  }
}
