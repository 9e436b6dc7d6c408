import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { parseName } from '#shared/names/name.ts';
import { parseNumber } from '#shared/names/number.ts';
import type { NameMatch } from '#shared/names/match.ts';
import { TABLE_OF_KIND } from '#renderer/worker/search/docs.ts';
import type { SearchIndex } from '#renderer/worker/search/search-index.ts';
import type { LiveSegment } from '#renderer/worker/search/search.ts';
import { idOf, kindOfDoc } from '#renderer/worker/search/segment.ts';
import { type Held, NamedRecords } from './named-records.ts';
import type { Candidate, Found, FoundName, NamedRecord } from './protocol.ts';
import { docsWithName, docsWithNumber, NAMED, readySounds } from './text-finder.ts';

/** The most texts of one query that are read. */
const MOST_TEXTS = 300;
/** The most names of one query that are answered. */
const MOST_NAMES = 500;
/** Records and words that are made ready at a time: a few milliseconds. */
const RECORDS_AT_ONCE = 100;
const WORDS_AT_ONCE = 2000;

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
  /** Names and numbers as they were kept, that are not unpacked yet. */
  #packed: { readonly kept: Uint8Array; readonly live: LiveSegment }[] = [];
  readonly #kept: NamedRecords[] = [];
  /** Those of records that were put, and those that are not among them yet. */
  readonly #put = new NamedRecords();
  readonly #waiting = new Map<RecordId, NamedRecord>();

  constructor(search: SearchIndex) {
    this.#search = search;
  }

  /** Takes the names and numbers of a record in. */
  put(record: NamedRecord): void {
    this.remove(record.id);
    this.#waiting.set(record.id, record);
  }

  /** Forgets a record. */
  remove(id: RecordId): void {
    this.#waiting.delete(id);
    for (const records of this.#all()) records.forget(id);
  }

  /**
   * Takes over the names and numbers that were kept with a segment. They are read when there is time, or a check wants them: a
   * record that is gone from the segment by then was put again since, or removed.
   */
  adopt(kept: Uint8Array, live: LiveSegment): void {
    this.#packed.push({ kept, live });
  }

  /** The names and numbers of the clients and parties in a segment, to be kept with it. Everything has to be {@link unpack}ed. */
  packedOf({ segment, gone }: LiveSegment): Uint8Array {
    const records = new NamedRecords();
    for (let doc = 0; doc < gone.length; doc += 1) {
      if (gone[doc] === 1 || !NAMED.has(segment.kinds[doc] ?? 0)) continue;
      const record = this.#recordOf(idOf(segment, doc));
      if (record) records.add(record);
    }
    return records.packed();
  }

  /** Reads the names and numbers that were taken over. Segments must not be joined before. */
  unpack(): void {
    for (const { kept, live } of this.#packed) {
      const records = NamedRecords.unpacked(kept);
      const { segment, gone } = live;
      gone.forEach((is, doc) => {
        if (is === 1 && NAMED.has(segment.kinds[doc] ?? 0)) records.forget(idOf(segment, doc));
      });
      this.#kept.push(records);
    }
    this.#packed = [];
  }

  /** Forgets the records of a client file. */
  removeFile(fileId: FileId): void {
    for (const { id, fileId: own } of this.#waiting.values()) if (own === fileId) this.#waiting.delete(id);
    for (const records of this.#all()) records.forgetFile(fileId);
  }

  /** Makes a part of the next check ready, so that it will be quick; answers whether there is more to do. */
  prepare(): boolean {
    this.unpack();
    if (this.#waiting.size > 0) {
      this.#enter(RECORDS_AT_ONCE);
      return true;
    }
    return this.#search.segments().some(({ segment }) => readySounds(segment, WORDS_AT_ONCE));
  }

  /** Looks for names and numbers. */
  check(queries: readonly string[]): Found {
    this.unpack();
    this.#enter(this.#waiting.size);
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

  #all(): readonly NamedRecords[] {
    return [...this.#kept, this.#put];
  }

  #recordOf(id: RecordId): NamedRecord | undefined {
    const waiting = this.#waiting.get(id);
    if (waiting) return waiting;
    for (const records of this.#all()) {
      const record = records.get(id);
      if (record) return record;
    }
    return undefined;
  }

  #enter(most: number): void {
    let left = most;
    for (const [id, record] of this.#waiting) {
      if (left === 0) return;
      this.#put.add(record);
      this.#waiting.delete(id);
      left -= 1;
    }
  }

  #namesLike(text: string, query: number): readonly FoundName[] {
    const number = parseNumber(text);
    const found: FoundName[] = [];
    const add = ({ held, owner: { id, fileId } }: Held, { score, reasons }: NameMatch): void =>
      void found.push({ ...held, query, record: id, fileId, score, reasons });
    if (number) {
      const same: NameMatch = { score: 98, reasons: ['number'] };
      for (const records of this.#all()) records.eachNumberLike(number, (held) => add(held, same));
      return found;
    }
    const name = parseName(text);
    for (const records of this.#all()) records.eachNameLike(name, add);
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
