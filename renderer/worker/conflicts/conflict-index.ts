import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { parseName } from '#shared/names/name.ts';
import { numbersIn, parseNumber, sameNumber, type Num } from '#shared/names/number.ts';
import { TABLE_OF_KIND } from '#renderer/worker/search/docs.ts';
import type { SearchIndex } from '#renderer/worker/search/search-index.ts';
import type { LiveSegment } from '#renderer/worker/search/search.ts';
import { docsOf, idOf, kindOfDoc } from '#renderer/worker/search/segment.ts';
import { NameIndex } from './name-index.ts';
import type { Candidate, Found, FoundName, HeldName, NamedRecord } from './protocol.ts';
import { packRecords, unpackRecords } from './packed-names.ts';
import { docsWithName, docsWithNumber, NAMED, readySounds } from './text-finder.ts';

/** The most texts of one query that are read. */
const MOST_TEXTS = 300;
/** The most names of one query that are answered. */
const MOST_NAMES = 500;
/** Names and words that are made ready at a time: a few milliseconds. */
const NAMES_AT_ONCE = 100;
const WORDS_AT_ONCE = 2000;

/** What a record holds, as it stands now. */
type Owner = NamedRecord;

interface Held extends HeldName {
  readonly owner: Owner;
}

interface HeldNumber extends Held {
  readonly number: Num;
}

/** A text that has words of a name. */
interface FoundText {
  readonly live: LiveSegment;
  readonly doc: number;
  readonly words: number;
}

/**
 * What a conflict check looks at, in memory only: the names and numbers that are held, and the texts as the search has them. A
 * record that is put again replaces what was known of it.
 */
export class ConflictIndex {
  readonly #search: SearchIndex;
  readonly #names = new NameIndex();
  readonly #heldNames: Held[] = [];
  /** Names that are not among those yet. */
  #waiting: Held[] = [];
  #packed: { readonly kept: Uint8Array; readonly live: LiveSegment }[] = [];
  readonly #numbers: HeldNumber[] = [];
  /** What stands now: what belongs to any other owner of the same record was replaced. */
  readonly #owners = new Map<RecordId, Owner>();

  constructor(search: SearchIndex) {
    this.#search = search;
  }

  /** Takes the names and numbers of a record in. */
  put(owner: NamedRecord): void {
    const { id, names, numbers } = owner;
    this.#owners.set(id, owner);
    for (const name of names) this.#waiting.push({ ...name, owner });
    for (const held of numbers) {
      const number = parseNumber(held.text) ?? numbersIn(held.text)[0];
      if (number) this.#numbers.push({ ...held, owner, number });
    }
  }

  /** Forgets a record. */
  remove(id: RecordId): void {
    this.#owners.delete(id);
  }

  /**
   * Takes over the names and numbers that were kept with a segment. They are read when there is time, or a check wants them: a
   * record that is gone from the segment by then was put again since, or removed.
   */
  adopt(kept: Uint8Array, live: LiveSegment): void {
    this.#packed.push({ kept, live });
  }

  /** The names and numbers of the clients and parties in a segment, to be kept with it. Nothing may be {@link packed}. */
  packedOf({ segment, gone }: LiveSegment): Uint8Array {
    const records: NamedRecord[] = [];
    for (let doc = 0; doc < gone.length; doc += 1) {
      if (gone[doc] === 1 || !NAMED.has(segment.kinds[doc] ?? 0)) continue;
      const record = this.#owners.get(idOf(segment, doc));
      if (record) records.push(record);
    }
    return packRecords(records);
  }

  /** Whether names were taken over that were not read yet. Segments must not be joined before. */
  get packed(): boolean {
    return this.#packed.length > 0;
  }

  /** Reads the names and numbers that were taken over. */
  unpack(): void {
    for (const { kept, live } of this.#packed) {
      for (const record of unpackRecords(kept)) {
        const docs = docsOf(live.segment, record.id);
        if (docs && live.gone[docs[0]] !== 1) this.put(record);
      }
    }
    this.#packed = [];
  }

  /** Forgets the records of a client file. */
  removeFile(fileId: FileId): void {
    for (const owner of this.#owners.values()) if (owner.fileId === fileId) this.#owners.delete(owner.id);
  }

  /** Makes a part of the next check ready, so that it will be quick; answers whether there is more to do. */
  prepare(): boolean {
    this.unpack();
    if (this.#waiting.length > 0) {
      this.#enter(NAMES_AT_ONCE);
      return true;
    }
    return this.#search.segments().some(({ segment }) => readySounds(segment, WORDS_AT_ONCE));
  }

  /** Looks for names and numbers. */
  check(queries: readonly string[]): Found {
    this.unpack();
    this.#enter(this.#waiting.length);
    const names = queries.flatMap((text, query) => this.#namesLike(text, query));
    const texts = queries.map((text) => this.#textsWith(text));
    return {
      names,
      texts: texts.flatMap((one, query) =>
        one.slice(0, MOST_TEXTS).map((found) => this.#candidate(found, query)),
      ),
      unread: texts.reduce((sum, { length }) => sum + Math.max(0, length - MOST_TEXTS), 0),
      counts: this.#search.counts(),
    };
  }

  #candidate({ live: { segment }, doc }: FoundText, query: number): Candidate {
    const table = TABLE_OF_KIND[kindOfDoc(segment, doc)];
    const fileId = this.#search.fileOf(segment.files[doc] ?? 0);
    return { query, table, record: idOf(segment, doc), fileId };
  }

  #enter(most: number): void {
    const some = this.#waiting.slice(0, most);
    this.#waiting = this.#waiting.slice(most);
    for (const held of some) {
      if (this.#stands(held.owner)) this.#heldNames[this.#names.add(held.text)] = held;
    }
  }

  /** Whether it is still what the record holds. */
  #stands(owner: Owner): boolean {
    return this.#owners.get(owner.id) === owner;
  }

  #namesLike(text: string, query: number): readonly FoundName[] {
    const number = parseNumber(text);
    if (number) {
      return this.#numbers
        .filter((held) => this.#stands(held.owner) && sameNumber(held.number, number))
        .map((held) => ({ ...plainHeld(held), query, ...ofOwner(held), score: 98, reasons: ['number'] }));
    }
    const found: FoundName[] = [];
    for (const [place, { score, reasons }] of this.#names.find(parseName(text))) {
      const held = this.#heldNames[place];
      if (held && this.#stands(held.owner)) {
        found.push({ ...plainHeld(held), query, ...ofOwner(held), score, reasons });
      }
    }
    return found.toSorted((one, other) => other.score - one.score).slice(0, MOST_NAMES);
  }

  /** Those with the most words of the name first, then the newest. */
  #textsWith(text: string): readonly FoundText[] {
    const number = parseNumber(text);
    const name = parseName(text);
    const found: FoundText[] = [];
    for (const live of this.#search.segments()) {
      const words = number ? docsWithNumber(live, number) : docsWithName(live, name);
      words.forEach((count, doc) => {
        if (count > 0) found.push({ live, doc, words: count });
      });
    }
    return found.toSorted((one, other) => other.words - one.words || madeAt(other) - madeAt(one));
  }
}

/** When the record was made: the first 48 bits of its id. */
const madeAt = ({ live: { segment }, doc }: FoundText): number =>
  (segment.ids[4 * doc] ?? 0) * 0x1_00_00 + ((segment.ids[4 * doc + 1] ?? 0) >>> 16);

const ofOwner = ({ owner: { id, fileId } }: Held): Pick<FoundName, 'record' | 'fileId'> => ({
  record: id,
  fileId,
});

const plainHeld = ({ text, bearer, place, kind, role }: HeldName): HeldName => ({
  text,
  bearer,
  place,
  kind,
  role,
});
