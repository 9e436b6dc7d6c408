import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { TableName } from '#shared/domain/record.ts';
import { SegmentBuilder } from './builder.ts';
import { type SearchDoc, TABLE_OF_KIND } from './docs.ts';
import {
  type FileTable,
  type Found,
  type LiveSegment,
  search,
  type SearchRequest,
  wholeSegment,
} from './search.ts';
import { docCount, docsOf, kindOfDoc, type Segment, segmentBytes } from './segment.ts';

/** Changed records are kept as they are until there are so many; then they become a segment. */
const MOST_FRESH = 256;
/** Documents of a segment that is made while everything is read. */
const MOST_IN_BULK = 200_000;
/** More segments are made one: each is asked at each search. */
const MOST_SEGMENTS = 5;

/** Numbers of client files. */
class Files implements FileTable {
  readonly #numbers = new Map<FileId, number>();
  readonly #files: FileId[] = [];

  get count(): number {
    return this.#files.length;
  }

  numberOf(file: FileId): number {
    const known = this.#numbers.get(file);
    if (known !== undefined) return known;
    const number = this.#files.length;
    this.#files.push(file);
    this.#numbers.set(file, number);
    return number;
  }

  fileOf(number: number): FileId {
    const file = this.#files[number];
    if (file === undefined) throw new Error('No such file');
    return file;
  }

  find(file: FileId): number | undefined {
    return this.#numbers.get(file);
  }
}

/**
 * The search index: large segments that never change, what was changed since, and what is gone. A changed record is found by
 * the next search.
 */
export class SearchIndex {
  readonly #files = new Files();
  #segments: readonly LiveSegment[] = [];
  /** Records changed of late, by id. */
  readonly #fresh = new Map<RecordId, readonly SearchDoc[]>();
  #freshSegment: LiveSegment | null = null;
  #bulk: SegmentBuilder | null = null;

  /** Adds what was never added before: for reading everything. It is found after {@link endBulk}. */
  addInBulk(docs: readonly SearchDoc[]): void {
    this.#bulk ??= new SegmentBuilder(this.#files);
    for (const doc of docs) this.#bulk.add(doc);
    if (this.#bulk.docs >= MOST_IN_BULK) this.endBulk();
  }

  /** Makes what was added in bulk searchable. */
  endBulk(): void {
    if (this.#bulk && this.#bulk.docs > 0) this.#keep(this.#bulk.build());
    this.#bulk = null;
  }

  /** Adds or replaces a record. */
  put(id: RecordId, docs: readonly SearchDoc[]): void {
    this.remove(id);
    this.#fresh.set(id, docs);
    this.#freshSegment = null;
    if (this.#fresh.size >= MOST_FRESH) this.#settleFresh();
  }

  /** Removes a record; nothing happens when there is none. */
  remove(id: RecordId): void {
    this.endBulk();
    if (this.#fresh.delete(id)) this.#freshSegment = null;
    for (const { segment, gone } of this.#segments) {
      const docs = docsOf(segment, id);
      if (docs) gone.fill(1, ...docs);
    }
  }

  /** Answers a search over all that was added. */
  search(request: SearchRequest): Found {
    return search(this.segments(), this.#files, request);
  }

  /** All that is searched, as it stands now. */
  segments(): readonly LiveSegment[] {
    const fresh = this.#freshLive();
    return fresh ? [...this.#segments, fresh] : this.#segments;
  }

  /** A client file by the number that segments have for it. */
  fileOf(number: number): FileId {
    return this.#files.fileOf(number);
  }

  /** How many records there are, by table. */
  counts(): Readonly<Partial<Record<TableName, number>>> {
    const counts: Partial<Record<TableName, number>> = {};
    for (const { segment, gone } of this.segments()) {
      for (let doc = 0; doc < docCount(segment); doc += 1) {
        const kind = kindOfDoc(segment, doc);
        if (gone[doc] === 1 || kind === 'line') continue;
        const table = TABLE_OF_KIND[kind];
        counts[table] = (counts[table] ?? 0) + 1;
      }
    }
    return counts;
  }

  /** Whether {@link tidy} has something to do. */
  get untidy(): boolean {
    return this.#segments.length > MOST_SEGMENTS || this.#segments.some(isMostlyGone);
  }

  /** Makes few segments of many: the small ones become one; a large one is touched when that pays. */
  tidy(): void {
    const bySize = this.#segments.toSorted((a, b) => docCount(a.segment) - docCount(b.segment));
    const largest = bySize.at(-1);
    if (!largest) return;
    const small = bySize.slice(0, -1);
    const inSmall = small.reduce((sum, { segment }) => sum + docCount(segment), 0);
    const all = isMostlyGone(largest) || inSmall * 2 > docCount(largest.segment);
    const joined = new SegmentBuilder(this.#files);
    for (const { segment, gone } of all ? bySize : small) joined.take(segment, gone);
    this.#segments = all ? [] : [largest];
    if (joined.docs > 0) this.#keep(joined.build());
  }

  /** How much there is. */
  get size(): { readonly docs: number; readonly bytes: number; readonly segments: number } {
    const segments = this.#segments.map(({ segment }) => segment);
    const sum = (of: (segment: Segment) => number): number =>
      segments.reduce((total, segment) => total + of(segment), 0);
    return { docs: sum(docCount), bytes: sum(segmentBytes), segments: segments.length };
  }

  #keep(segment: Segment): void {
    this.#segments = [...this.#segments, wholeSegment(segment)];
  }

  #freshLive(): LiveSegment | null {
    if (this.#fresh.size === 0) return null;
    this.#freshSegment ??= wholeSegment(this.#built());
    return this.#freshSegment;
  }

  #settleFresh(): void {
    this.#keep(this.#built());
    this.#fresh.clear();
    this.#freshSegment = null;
  }

  #built(): Segment {
    const builder = new SegmentBuilder(this.#files);
    for (const docs of this.#fresh.values()) for (const doc of docs) builder.add(doc);
    return builder.build();
  }
}

const isMostlyGone = ({ gone }: LiveSegment): boolean => {
  let count = 0;
  for (const one of gone) count += one;
  return count * 3 > gone.length;
};
