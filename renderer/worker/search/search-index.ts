import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { TableName } from '#shared/domain/record.ts';
import { SegmentBuilder } from './builder.ts';
import { type SearchDoc, TABLE_OF_KIND } from './docs.ts';
import type { KeptSegment } from './index-keeper.ts';
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
  /** Segments with words of client files that were removed whole. */
  readonly #stained = new Set<LiveSegment>();

  /** Adds what was never added before: for reading everything. It is found after {@link endBulk}. */
  addInBulk(docs: readonly SearchDoc[]): void {
    this.#bulk ??= new SegmentBuilder(this.#files);
    for (const doc of docs) this.#bulk.add(doc);
    if (this.#bulk.docs >= MOST_IN_BULK) this.endBulk();
  }

  /** Adds or replaces a record, one of many: it is found after {@link endBulk}. */
  putInBulk(id: RecordId, docs: readonly SearchDoc[]): void {
    this.#forget(id);
    this.addInBulk(docs);
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
    this.#forget(id);
  }

  /** Removes all records of a client file. No word of it is left after {@link tidy}. */
  removeFile(fileId: FileId): void {
    this.endBulk();
    for (const [id, docs] of this.#fresh) if (docs.some((doc) => doc.fileId === fileId)) this.remove(id);
    const file = this.#files.find(fileId);
    for (const live of this.#segments) {
      const { segment, gone } = live;
      segment.files.forEach((own, doc) => {
        if (own !== file) return;
        gone[doc] = 1;
        this.#stained.add(live);
      });
    }
  }

  /** Whether a record can be found. */
  has(id: RecordId): boolean {
    if (this.#fresh.has(id)) return true;
    return this.#segments.some(({ segment, gone }) => {
      const docs = docsOf(segment, id);
      return docs !== null && gone[docs[0]] !== 1;
    });
  }

  /** Takes over a segment that was kept; `files` are those that it has numbers of. It must have no record that is here already. */
  adopt({ segment, files, gone }: Pick<KeptSegment, 'segment' | 'files' | 'gone'>): LiveSegment {
    const numbers = files.map((file) => this.#files.numberOf(file));
    const own = { ...segment, files: segment.files.map((number) => numbers[number] ?? 0) };
    const live = { ...wholeSegment(own), gone };
    this.#segments = [...this.#segments, live];
    return live;
  }

  /** All that is searched, to be kept: nothing of it changes any more, but what is gone. */
  settled(): readonly LiveSegment[] {
    this.endBulk();
    if (this.#fresh.size > 0) this.#settleFresh();
    return this.#segments;
  }

  /** A segment with numbers of its own for its client files. */
  withOwnFiles(segment: Segment): Pick<KeptSegment, 'segment' | 'files'> {
    const own = new Map<number, number>();
    const files = segment.files.map((file) => {
      const known = own.get(file) ?? own.size;
      own.set(file, known);
      return known;
    });
    return { segment: { ...segment, files }, files: [...own.keys()].map((file) => this.#files.fileOf(file)) };
  }

  #forget(id: RecordId): void {
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
    return this.stained || this.#segments.length > MOST_SEGMENTS || this.#segments.some(isMostlyGone);
  }

  /** Whether there are words of client files that were removed whole. */
  get stained(): boolean {
    return this.#stained.size > 0;
  }

  /** Makes few segments of many: the small ones become one; a large one is touched when that pays. */
  tidy(): void {
    const [stained] = this.#stained;
    if (stained) {
      this.#cleanse(stained);
      return;
    }
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

  /** Makes a segment anew without what is gone from it. */
  #cleanse(stained: LiveSegment): void {
    const clean = new SegmentBuilder(this.#files);
    clean.take(stained.segment, stained.gone);
    this.#segments = this.#segments.filter((live) => live !== stained);
    this.#stained.delete(stained);
    if (clean.docs > 0) this.#keep(clean.build());
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
