import { join } from 'node:path';
import {
  chainHash,
  encodeFrameInto,
  encodeSegmentHeader,
  frameSize,
  SEGMENT_HEADER_BYTES,
} from '#shared/formats/journal.ts';
import type { ChainHead } from '#shared/formats/journal-scan.ts';
import { type JournalFile, type JournalFs, writeAll } from './journal-fs.ts';
import { nativeDigests } from './native-digests.ts';
import type { OpenedSegments } from './open-segments.ts';
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
  readonly segments: Segment[];
  readonly #deps: WriterDeps;
  #head: ChainHead;
  #file: JournalFile | null = null;
  /** Bytes of a failed write may stand behind the acknowledged end. */
  #leftovers = false;

  constructor(deps: WriterDeps, opened: OpenedSegments) {
    this.#deps = deps;
    this.segments = opened.segments;
    this.#head = opened.head;
  }

  /** The last frame that is on the disk. */
  get head(): ChainHead {
    return this.#head;
  }

  /**
   * Writes the entries of several requests at once and answers the head after each request, when all are on the disk.
   * Throws what the file system throws; then the journal ends where it did.
   */
  async write(requests: readonly (readonly Uint8Array[])[]): Promise<readonly ChainHead[]> {
    const { segment, file } = await this.#ready();
    const { bytes, offsets, heads } = encodeBatch(requests, this.#head, segment.end);
    try {
      await writeAll(file, bytes, segment.end);
      await file.sync();
    } catch (error) {
      await this.#takeBack(file, segment.end);
      throw error;
    }
    for (const offset of offsets) segment.offsets.push(offset);
    segment.end += bytes.length;
    this.#head = heads.at(-1) ?? this.#head;
    return heads;
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = null;
  }

  /** The segment and file to write to, with nothing behind the acknowledged end. */
  async #ready(): Promise<{ segment: Segment; file: JournalFile }> {
    const last = this.segments.at(-1);
    if (last === undefined) return this.#startSegment();
    this.#file ??= await this.#deps.fs.open(this.#pathOf(last), 'change');
    if (this.#leftovers) {
      await this.#file.truncate(last.end);
      this.#leftovers = false;
    }
    if (last.end >= this.#deps.segmentBytes) return this.#startSegment();
    return { segment: last, file: this.#file };
  }

  async #startSegment(): Promise<{ segment: Segment; file: JournalFile }> {
    const { fs, folder, vaultId } = this.#deps;
    const segment: Segment = {
      number: (this.segments.at(-1)?.number ?? 0) + 1,
      firstSeq: this.#head.seq + 1,
      offsets: new OffsetTable(),
      end: SEGMENT_HEADER_BYTES,
    };
    const header = { vaultId, firstSeq: segment.firstSeq, previousHash: this.#head.hash };
    const file = await fs.open(this.#pathOf(segment), 'create');
    try {
      await writeAll(file, encodeSegmentHeader(header, nativeDigests), 0);
      await file.sync();
      await fs.syncFolder(folder);
    } catch (error) {
      // A file without frames is no loss: the next try empties it, the next start sets it aside.
      await file.close();
      throw error;
    }
    await this.close();
    this.#file = file;
    this.segments.push(segment);
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
