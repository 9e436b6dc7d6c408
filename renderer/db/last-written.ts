import type { RecordId } from '#shared/domain/ids.ts';
import type { Stored, TableName } from '#shared/domain/record.ts';
import type { Row } from './row-key.ts';
import { storedOf } from './unseal.ts';

/** A row as a change put it, with its body in clear (JSON). */
export interface Written {
  readonly table: TableName;
  readonly row: Row;
  readonly json: string;
}

/** Larger changes are not kept: nobody types them. */
const MOST = 4;

/**
 * What the last small change put. Whoever types changes one record again and again: it need neither be read nor opened, only its
 * key be looked at.
 */
export class LastWritten {
  #written: readonly Written[] = [];

  /** Takes note of a change. */
  note(written: readonly Written[]): void {
    this.#written = written.length <= MOST ? written : [];
  }

  /** What was put for a record. Whether it still is in the store is for whoever asks to find out. */
  rowOf(table: TableName, id: RecordId): Row | undefined {
    return this.#written.find((own) => own.table === table && own.row.id === id)?.row;
  }

  /** The record in a row that {@link rowOf} answered; undefined for any other. */
  open(row: Row): Stored<unknown> | undefined {
    const own = this.#written.find((written) => written.row === row);
    return own && storedOf(JSON.parse(own.json) as object, row);
  }
}
