import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { NameMatch } from '#shared/names/match.ts';
import type { Name } from '#shared/names/name.ts';
import { numbersIn, parseNumber, sameNumber, type Num } from '#shared/names/number.ts';
import { fromUtf8, utf8 } from '#shared/lib/bytes.ts';
import { NameIndex, type PackedWords } from './name-index.ts';
import type { HeldName, NamedRecord } from './protocol.ts';

type PackedName = readonly [
  HeldName['text'],
  HeldName['bearer'],
  HeldName['place'],
  HeldName['kind'],
  HeldName['role'],
];
type PackedRecord = readonly [
  NamedRecord['id'],
  NamedRecord['fileId'],
  readonly PackedName[],
  readonly PackedName[],
];
interface Packed {
  readonly records: readonly PackedRecord[];
  readonly words: PackedWords;
}

const packName = ({ text, bearer, place, kind, role }: HeldName): PackedName => [
  text,
  bearer,
  place,
  kind,
  role,
];
const unpackName = ([text, bearer, place, kind, role]: PackedName): HeldName => ({
  text,
  bearer,
  place,
  kind,
  role,
});

/** A name or number, and whose it is. */
export interface Held {
  readonly held: HeldName;
  readonly owner: NamedRecord;
}

/** Records with the names and numbers that they hold, ready to be looked through. A record that is added again replaces itself. */
export class NamedRecords {
  readonly #records: NamedRecord[] = [];
  /** By record: whether it still counts. */
  readonly #stands: boolean[] = [];
  /** By name: the place of its record, and its own among the names of that. */
  readonly #recordOf: number[] = [];
  readonly #placeOf: number[] = [];
  #names = new NameIndex();
  readonly #numbers: { readonly number: Num; readonly record: number; readonly held: HeldName }[] = [];
  /** The numbers of so many records are among those. */
  #numbered = 0;
  /** Where each record is; made when one is asked for. */
  #places: Map<RecordId, number> | null = null;

  /** What {@link packed} made bytes of. */
  static unpacked(bytes: Uint8Array): NamedRecords {
    const { records, words } = JSON.parse(fromUtf8(bytes)) as Packed;
    const made = new NamedRecords();
    for (const [id, fileId, names, numbers] of records) {
      made.#append({ id, fileId, names: names.map(unpackName), numbers: numbers.map(unpackName) });
    }
    const texts = records.flatMap(([, , names]) => names.map(([text]) => text));
    made.#names = NameIndex.unpacked(texts, words);
    return made;
  }

  /** All of it as bytes. No record may have been replaced or forgotten. */
  packed(): Uint8Array {
    const records = this.#records.map(({ id, fileId, names, numbers }): PackedRecord => [
      id,
      fileId,
      names.map(packName),
      numbers.map(packName),
    ]);
    return utf8(JSON.stringify({ records, words: this.#names.packed() } satisfies Packed));
  }

  /** Takes a record in. */
  add(record: NamedRecord): void {
    this.forget(record.id);
    this.#append(record);
    for (const { text } of record.names) this.#names.add(text);
  }

  /** The record with an id. */
  get(id: RecordId): NamedRecord | undefined {
    const place = this.#placeOfRecord(id);
    return place !== undefined && this.#stands[place] === true ? this.#records[place] : undefined;
  }

  /** Forgets a record; nothing happens when there is none. */
  forget(id: RecordId): void {
    const place = this.#placeOfRecord(id);
    if (place !== undefined) this.#stands[place] = false;
  }

  /** Forgets the records of a client file. */
  forgetFile(fileId: FileId): void {
    this.#records.forEach((record, place) => {
      if (record.fileId === fileId) this.#stands[place] = false;
    });
  }

  /** Calls back with every name that matches. */
  eachNameLike(query: Name, found: (held: Held, match: NameMatch) => void): void {
    for (const [name, match] of this.#names.find(query)) {
      const record = this.#recordOf[name] ?? 0;
      const owner = this.#records[record];
      const held = owner?.names[this.#placeOf[name] ?? 0];
      if (held && owner && this.#stands[record] === true) found({ held, owner }, match);
    }
  }

  /** Calls back with every number that is the same. */
  eachNumberLike(query: Num, found: (held: Held) => void): void {
    for (; this.#numbered < this.#records.length; this.#numbered += 1) this.#readNumbers(this.#numbered);
    for (const { number, record, held } of this.#numbers) {
      const owner = this.#records[record];
      if (owner && this.#stands[record] === true && sameNumber(number, query)) found({ held, owner });
    }
  }

  #append(record: NamedRecord): void {
    const place = this.#records.push(record) - 1;
    this.#stands.push(true);
    this.#places?.set(record.id, place);
    record.names.forEach((_, at) => {
      this.#recordOf.push(place);
      this.#placeOf.push(at);
    });
  }

  #readNumbers(record: number): void {
    for (const held of this.#records[record]?.numbers ?? []) {
      const number = parseNumber(held.text) ?? numbersIn(held.text)[0];
      if (number) this.#numbers.push({ number, record, held });
    }
  }

  #placeOfRecord(id: RecordId): number | undefined {
    this.#places ??= new Map(this.#records.map((record, place) => [record.id, place]));
    return this.#places.get(id);
  }
}
