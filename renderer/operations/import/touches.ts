import type { ImportedBody } from '#shared/domain/import.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { WorkTable } from '#shared/domain/record.ts';

type How = 'added' | 'changed';

/** Gathers what an import does, for its report and for undoing it. */
export class Touches {
  readonly #ids = new Map<`${WorkTable} ${How}`, Set<RecordId>>();
  readonly #added = new Set<RecordId>();
  #counts = { added: 0, updated: 0, skipped: 0 };

  added(table: WorkTable, id: RecordId): void {
    this.#added.add(id);
    this.#note(table, 'added', id);
  }

  /** A record that the same import has added before stays an added one. */
  changed(table: WorkTable, id: RecordId): void {
    if (!this.#added.has(id)) this.#note(table, 'changed', id);
  }

  count(what: 'added' | 'updated'): void {
    this.#counts = { ...this.#counts, [what]: this.#counts[what] + 1 };
  }

  skip(): void {
    this.#counts = { ...this.#counts, skipped: this.#counts.skipped + 1 };
  }

  get counts(): Readonly<Record<'added' | 'updated' | 'skipped', number>> {
    return this.#counts;
  }

  get empty(): boolean {
    return this.#ids.size === 0;
  }

  list(): ImportedBody['touched'] {
    return [...this.#ids].map(([key, ids]) => {
      const [table, how] = key.split(' ') as [WorkTable, How];
      return { table, how, ids: [...ids] };
    });
  }

  #note(table: WorkTable, how: How, id: RecordId): void {
    const ids = this.#ids.get(`${table} ${how}`) ?? new Set();
    this.#ids.set(`${table} ${how}`, ids.add(id));
  }
}
