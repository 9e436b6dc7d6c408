import type { RecordId } from '#shared/domain/ids.ts';
import { TABLE_NAMES, type TableName } from '#shared/domain/record.ts';
import type { Op, PutOp } from '#shared/formats/entry.ts';
import type { Row } from './row-key.ts';
import { StoreMovedError, type Store, type StoreHead } from './store.ts';

/** Rows read in one turn: changes wait no longer than that takes. */
const BATCH = 250;
/** Tables in the order in which a backup holds them. */
const TABLES = TABLE_NAMES.toSorted();

interface Batch {
  readonly rows: readonly Row[];
  /** Id up to which the table was read; null at its end. */
  readonly last: RecordId | null;
}

/** Rows of one table, in the order of their ids. */
export interface CopiedRows {
  readonly table: TableName;
  readonly rows: readonly Row[];
}

/**
 * All rows as they were at one moment, read in small batches while changes go on: what a change is about to replace is put
 * by before, for as long as the copy lasts.
 */
export class StoreCopy {
  /** The moment. */
  readonly head: StoreHead;
  readonly #store: Store;
  readonly #inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** What stood where changes have been since; null where nothing did. */
  readonly #before = new Map<TableName, Map<RecordId, Row | null>>();
  #moved = false;

  /** @param inTurn Runs work between two changes. */
  constructor(store: Store, head: StoreHead, inTurn: <T>(work: () => Promise<T>) => Promise<T>) {
    this.#store = store;
    this.head = head;
    this.#inTurn = inTurn;
  }

  /** Puts by what a change is about to replace. To be called in the change's turn, before it is applied. */
  async putBy(ops: readonly Op[]): Promise<void> {
    for (const table of new Set(ops.map((op) => op.table))) {
      const own = this.#before.get(table) ?? new Map<RecordId, Row | null>();
      const ids = ops.flatMap((op) => (op.table === table && !own.has(op.id) ? [op.id] : []));
      const rows = await this.#store.rowsOf(table, ids);
      ids.forEach((id, index) => own.set(id, rows[index] ?? null));
      this.#before.set(table, own);
    }
  }

  /** The store was filled anew, or has followed changes that were not put by: this copy is of nothing any more. */
  spoil(): void {
    this.#moved = true;
  }

  /** Every row, in the order of a backup. Throws {@link StoreMovedError} when the copy was spoilt. */
  async *rows(): AsyncIterable<CopiedRows> {
    for (const table of TABLES) {
      for (let after: RecordId | null = null; ;) {
        const from: RecordId | null = after;
        const batch: Batch = await this.#inTurn(() => this.#batch(table, from));
        if (batch.rows.length > 0) yield { table, rows: batch.rows };
        if (batch.last === null) break;
        after = batch.last;
      }
    }
  }

  async #batch(table: TableName, after: RecordId | null): Promise<Batch> {
    if (this.#moved) throw new StoreMovedError();
    const found = await this.#store.rowsAfter(table, after).limit(BATCH).toArray();
    const last = found.length < BATCH ? null : (found.at(-1)?.id ?? null);
    const before = this.#before.get(table);
    if (!before) return { rows: found, last };
    const then = new Map(found.filter(({ id }) => !before.has(id)).map((row) => [row.id, row]));
    for (const [id, row] of before) {
      const inBatch = (after === null || id > after) && (last === null || id <= last);
      if (row && inBatch) then.set(id, row);
    }
    return { rows: [...then.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1)), last };
  }
}

/** A row as a backup holds it. */
export const putOf = (table: TableName, row: Row): PutOp => ({ op: 'put', table, ...row });
