import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { TableName } from '#shared/domain/record.ts';
import { parseName } from '#shared/names/name.ts';
import { numbersIn, parseNumber, sameNumber, type Num } from '#shared/names/number.ts';
import { NameIndex } from './name-index.ts';
import type { Candidate, CheckedRecord, Found, FoundName, HeldName } from './protocol.ts';
import { TextIndex } from './text-index.ts';

/** The most texts of one query that are read. */
const MOST_TEXTS = 300;
/** The most names of one query that are answered. */
const MOST_NAMES = 500;

interface Owner {
  readonly record: RecordId;
  readonly fileId: FileId;
  readonly table: TableName;
}

interface Held extends HeldName {
  readonly owner: Owner;
}

interface HeldNumber extends Held {
  readonly number: Num;
}

/** Everything a conflict check looks at, in memory only. A record that is put again replaces what was known of it. */
export class ConflictIndex {
  readonly #names = new NameIndex();
  readonly #heldNames: Held[] = [];
  readonly #numbers: HeldNumber[] = [];
  readonly #texts = new TextIndex();
  readonly #textOwners: Owner[] = [];
  /** What stands now: what belongs to any other owner of the same record was replaced. */
  readonly #owners = new Map<RecordId, Owner>();

  /** Takes a record in. */
  put({ id, fileId, table, names, numbers, text }: CheckedRecord): void {
    const owner: Owner = { record: id, fileId, table };
    this.#owners.set(id, owner);
    for (const name of names) {
      this.#heldNames[this.#names.add(name.text)] = { ...name, owner };
    }
    for (const held of numbers) {
      const number = parseNumber(held.text) ?? numbersIn(held.text)[0];
      if (number) this.#numbers.push({ ...held, owner, number });
    }
    if (text !== '') this.#textOwners[this.#texts.add(text)] = owner;
  }

  /** Forgets a record. */
  remove(id: RecordId): void {
    this.#owners.delete(id);
  }

  /** Looks for names and numbers. */
  check(queries: readonly string[]): Found {
    const counts: Partial<Record<TableName, number>> = {};
    for (const { table } of this.#owners.values()) counts[table] = (counts[table] ?? 0) + 1;
    const names = queries.flatMap((text, query) => this.#namesLike(text, query));
    const texts = queries.map((text, query) => this.#textsWith(text, query));
    return {
      names,
      texts: texts.flatMap((one) => one.slice(0, MOST_TEXTS)),
      unread: texts.reduce((sum, { length }) => sum + Math.max(0, length - MOST_TEXTS), 0),
      counts,
    };
  }

  /** Whether it is still what the record holds. */
  #stands(owner: Owner): boolean {
    return this.#owners.get(owner.record) === owner;
  }

  #namesLike(text: string, query: number): readonly FoundName[] {
    const number = parseNumber(text);
    if (number) {
      return this.#numbers
        .filter((held) => this.#stands(held.owner) && sameNumber(held.number, number))
        .map((held) => ({ ...plainHeld(held), query, ...at(held.owner), score: 98, reasons: ['number'] }));
    }
    const found: FoundName[] = [];
    for (const [place, { score, reasons }] of this.#names.find(parseName(text))) {
      const held = this.#heldNames[place];
      if (held && this.#stands(held.owner)) {
        found.push({ ...plainHeld(held), query, ...at(held.owner), score, reasons });
      }
    }
    return found.toSorted((one, other) => other.score - one.score).slice(0, MOST_NAMES);
  }

  #textsWith(text: string, query: number): readonly Candidate[] {
    const number = parseNumber(text);
    const found: readonly (readonly [number, number])[] = number
      ? [...this.#texts.withNumber(number)].map((place) => [place, 1] as const)
      : [...this.#texts.withName(parseName(text))];
    return found
      .toSorted(([one, words], [other, others]) => others - words || other - one)
      .flatMap(([place]) => {
        const owner = this.#textOwners[place];
        return owner && this.#stands(owner) ? [{ query, table: owner.table, ...at(owner) }] : [];
      });
  }
}

const at = ({ record, fileId }: Owner): Pick<Candidate, 'record' | 'fileId'> => ({ record, fileId });
const plainHeld = ({ text, bearer, place, kind, role }: HeldName): HeldName => ({
  text,
  bearer,
  place,
  kind,
  role,
});
