import { join } from 'node:path';
import {
  chainHash,
  encodeFrameInto,
  encodeSegmentHeader,
  frameSize,
  SEGMENT_HEADER_BYTES,
} from '#shared/formats/journal.ts';
import type { ChainHead } from '#shared/formats/journal-scan.ts';
import { fault } from '#shared/lib/fault.ts';
import { cutTail } from './cut-tail.ts';
import { droppable, removeFiles } from './drop-segments.ts';
import { writeFloor } from './floor.ts';
import { type JournalFile, type JournalFs, writeAll } from './journal-fs.ts';
import { nativeDigests } from './native-digests.ts';
import type { Gap, OpenedSegments, Tail } from './open-segments.ts';
import { OffsetTable, type Segment, segmentName } from './segment.ts';

interface WriterDeps {
  readonly fs: JournalFs;
  readonly folder: string;
  readonly vaultId: string;
  /** Size at which a segment is followed by a new one, in bytes. */
  readonly segmentBytes: number;
}

/** Writes to the end of the journal, one write at a time: its caller waits for each before it asks for the next. */
export class JournalWriter {
  readonly #deps: WriterDeps;
  #segments: readonly Segment[];
  #head: ChainHead;
  #floor: ChainHead;
  #gaps: readonly Gap[];
  #damagedFiles: readonly string[];
  /** A torn end that is still in its file. */
  #tail: Tail | null;
  /** Number of the newest file. */
  #lastNumber: number;
  /** The segment that is written to; null when the next write starts one. */
  #current: Segment | null;
  #file: JournalFile | null = null;
  /** Bytes of a failed write may stand behind the acknowledged end. */
  #leftovers = false;

  constructor(deps: WriterDeps, opened: OpenedSegments) {
    this.#deps = deps;
    this.#segments = opened.segments;
    this.#head = opened.head;
    this.#floor = opened.floor;
    this.#gaps = opened.gaps;
    this.#damagedFiles = opened.damagedFiles;
    this.#tail = opened.tail;
    this.#lastNumber = opened.lastNumber;
    const last = opened.segments.at(-1);
    // Nothing is added to a damaged file: compaction takes it away one day.
    const usable =
      last?.number === opened.lastNumber && !opened.damagedFiles.includes(segmentName(last.number));
    this.#current = usable ? last : null;
  }

  /** The last frame that is on the disk. */
  get head(): ChainHead {
    return this.#head;
  }

  /** The chain before the first frame that compaction left. */
  get floor(): ChainHead {
    return this.#floor;
  }

  get segments(): readonly Segment[] {
    return this.#segments;
  }

  get gaps(): readonly Gap[] {
    return this.#gaps;
  }

  get damagedFiles(): readonly string[] {
    return this.#damagedFiles;
  }

  /**
   * Writes the entries of several requests at once and answers the head after each request, when all are on the disk.
   * Throws what the file system throws; then the journal ends where it did.
   */
  async write(requests: readonly (readonly Uint8Array[])[]): Promise<readonly ChainHead[]> {
    const { segment, file } = await this.#ready();
    const { bytes, offsets, heads } = encodeBatch(requests, this.#head, segment.end);
    try {
      await fault('journal.beforeWrite');
      await writeAll(file, bytes, segment.end);
      await fault('journal.afterWrite');
      await file.sync();
      await fault('journal.afterSync');
    } catch (error) {
      await this.#takeBack(file, segment.end);
      throw error;
    }
    for (const offset of offsets) segment.offsets.push(offset);
    segment.end += bytes.length;
    this.#head = heads.at(-1) ?? this.#head;
    return heads;
  }

  /** Takes away the files that lie wholly at or before frame `seq`; the one that is written to stays. */
  async dropThrough(seq: number): Promise<void> {
    const found = droppable(this.#segments, { head: this.#head, current: this.#current, seq });
    if (found !== null) {
      await writeFloor(this.#deps, found.floor);
      this.#segments = found.kept;
      this.#floor = found.floor;
      this.#gaps = this.#gaps.filter((gap) => gap.to > found.floor.seq);
    }
    if (this.#floor.seq === 0) return;
    const before = Math.min(this.#lastNumber + 1, ...this.#segments.map(({ number }) => number));
    await removeFiles(this.#deps, before, this.#damagedFiles);
    this.#damagedFiles = this.#damagedFiles.filter((name) => name >= segmentName(before));
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = null;
  }

  /** The segment and file to write to, with nothing behind the acknowledged end. */
  async #ready(): Promise<{ segment: Segment; file: JournalFile }> {
    if (this.#tail !== null) {
      await cutTail(this.#deps, this.#tail);
      this.#tail = null;
    }
    const segment = this.#current;
    if (segment === null) return this.#startSegment();
    this.#file ??= await this.#deps.fs.open(this.#pathOf(segment), 'change');
    if (this.#leftovers) {
      await this.#file.truncate(segment.end);
      this.#leftovers = false;
    }
    if (segment.end >= this.#deps.segmentBytes) return this.#startSegment();
    return { segment, file: this.#file };
  }

  async #startSegment(): Promise<{ segment: Segment; file: JournalFile }> {
    const { fs, folder, vaultId } = this.#deps;
    const { seq, hash: previousHash } = this.#head;
    const segment: Segment = {
      number: this.#lastNumber + 1,
      firstSeq: seq + 1,
      previousHash,
      offsets: new OffsetTable(),
      end: SEGMENT_HEADER_BYTES,
    };
    const header = { vaultId, firstSeq: segment.firstSeq, previousHash };
    const file = await fs.open(this.#pathOf(segment), 'create');
    try {
      await fault('journal.segment.created');
      await writeAll(file, encodeSegmentHeader(header, nativeDigests), 0);
      await file.sync();
      await fault('journal.segment.headed');
      await fs.syncFolder(folder);
      await fault('journal.segment.named');
    } catch (error) {
      // A file without frames is no loss: the next try empties it, the next start sets it aside.
      await file.close();
      throw error;
    }
    await this.close();
    this.#file = file;
    this.#current = segment;
    this.#lastNumber = segment.number;
    this.#segments = [...this.#segments, segment];
    return { segment, file };
  }

  /** Cuts a failed write off at once, so that a crash finds no torn frame; if that fails too, the next write tries again. */
  async #takeBack(file: JournalFile, end: number): Promise<void> {
    try {
      await file.truncate(end);
    } catch {
      this.#leftovers = true;
    }
  }

  #pathOf(segment: Segment): string {
    return join(this.#deps.folder, segmentName(segment.number));
  }
}

/** All frames of a batch as one run of bytes, with the head after each request. */
function encodeBatch(requests: readonly (readonly Uint8Array[])[], before: ChainHead, at: number) {
  const size = requests.flat().reduce((sum, entry) => sum + frameSize(entry.length), 0);
  const bytes = new Uint8Array(size);
  const offsets: number[] = [];
  const heads: ChainHead[] = [];
  let head = before;
  let offset = 0;
  for (const request of requests) {
    for (const entry of request) {
      const seq = head.seq + 1;
      const frame = { seq, place: offsets.length, previousHash: head.hash, entry };
      encodeFrameInto(bytes, offset, frame, nativeDigests);
      offsets.push(at + offset);
      offset += frameSize(entry.length);
      head = { seq, hash: chainHash(head.hash, seq, entry, nativeDigests) };
    }
    heads.push(head);
  }
  return { bytes, offsets, heads };
}
