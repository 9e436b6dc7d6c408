import { join } from 'node:path';
import { type ChainHead, type Run, scanSegment, type SegmentScan } from '#shared/formats/journal-scan.ts';
import { equalBytes } from '#shared/lib/bytes.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { readFloor } from './floor.ts';
import type { JournalFs } from './journal-fs.ts';
import { nativeDigests } from './native-digests.ts';
import { OffsetTable, type Segment, segmentName, segmentNumber } from './segment.ts';

/** Frames that cannot be read, both ends included. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** Chain hash of frame `to`; null when nothing tells it. */
  readonly hash: Uint8Array | null;
}

/** The end of the newest segment file, which was being written when the app ended. */
export interface Tail {
  readonly number: number;
  /** Where the whole data end. */
  readonly end: number;
  readonly size: number;
  /** Nothing in the file can be used, not even its header. */
  readonly useless: boolean;
}

export interface OpenedSegments {
  readonly segments: Segment[];
  readonly head: ChainHead;
  /** The end of the chain before the first frame that compaction left. */
  readonly floor: ChainHead;
  readonly gaps: readonly Gap[];
  /** Names of files in which damage was found. */
  readonly damagedFiles: readonly string[];
  /** A torn tail, still in its file; null when the journal ends whole. */
  readonly tail: Tail | null;
  /** The number of the newest file; 0 when there is none. */
  readonly lastNumber: number;
}

/** Stands where no frame tells the hash; no chain has it. */
const UNKNOWN_HASH = new Uint8Array(32).fill(0xff);

interface Place {
  readonly fs: JournalFs;
  readonly folder: string;
  readonly vaultId: string;
}

interface ScannedFile {
  readonly number: number;
  readonly size: number;
  readonly scan: SegmentScan;
}

/**
 * Reads and checks every segment; nothing on the disk is touched. Damage costs the frames it lies in and no others.
 * Throws `vaultNewer`, and `journalDamaged` when all there is belongs to another vault.
 */
export async function openSegments(place: Place): Promise<OpenedSegments> {
  const { fs, folder, vaultId } = place;
  const files = await scanFiles(place);
  const own = files.filter(({ scan }) => scan.header === null || scan.header.vaultId === vaultId);
  const foreign = files.filter((file) => !own.includes(file));
  const [stranger] = foreign;
  if (stranger !== undefined && !own.some(({ scan }) => scan.runs.length > 0)) {
    throw new MainFailure('journalDamaged', { fileName: segmentName(stranger.number), folder });
  }
  const newest = files.at(-1);
  const floor = await readFloor(fs, folder, vaultId);
  const chain = new Chain(floor);
  for (const file of own.toSorted(inChainOrder)) {
    if (file.scan.damaged || (file !== newest && file.scan.end < file.size)) chain.spoilt(file.number);
    for (const run of file.scan.runs) chain.add(file.number, run);
    chain.follow(file);
  }
  for (const { number } of foreign) chain.spoilt(number);
  const torn = newest !== undefined && newest.scan.end < newest.size && !foreign.includes(newest);
  return {
    ...chain.result(),
    tail: torn ? tailOf(newest) : null,
    lastNumber: newest?.number ?? 0,
  };
}

const tailOf = ({ number, size, scan }: ScannedFile): Tail => ({
  number,
  end: scan.end,
  size,
  useless: scan.header === null && scan.runs.length === 0,
});

async function scanFiles({ fs, folder }: Place): Promise<readonly ScannedFile[]> {
  const numbers = (await fs.list(folder)).map(segmentNumber).filter((number) => number !== null);
  const files: ScannedFile[] = [];
  const newest = Math.max(...numbers);
  let room: Uint8Array = new Uint8Array();
  for (const number of numbers.toSorted((one, other) => one - other)) {
    const bytes = await fs.readWhole(join(folder, segmentName(number)), room);
    // What is kept of a scan are copies: the next file may lie where this one did.
    if (bytes.buffer !== room.buffer) room = bytes;
    const scan = scanSegment(bytes, nativeDigests, number === newest);
    if (scan.newerVersion !== undefined) throw new MainFailure('vaultNewer', { format: scan.newerVersion });
    files.push({ number, size: bytes.length, scan });
  }
  return files;
}

/** Files that were swapped or renamed still tell where they belong. */
const inChainOrder = (one: ScannedFile, other: ScannedFile): number =>
  beginningOf(one) - beginningOf(other) || one.number - other.number;

const beginningOf = ({ scan }: ScannedFile): number =>
  scan.header?.firstSeq ?? (scan.runs[0]?.before.seq ?? Number.MAX_SAFE_INTEGER - 1) + 1;

/** Puts runs together to one chain, and notes what is missing between them. */
class Chain {
  readonly #floor: ChainHead;
  readonly #segments: Segment[] = [];
  readonly #gaps: Gap[] = [];
  readonly #damaged = new Set<number>();
  #head: ChainHead;

  constructor(floor: ChainHead) {
    this.#floor = floor;
    this.#head = floor;
  }

  /** Notes damage in a file. */
  spoilt(number: number): void {
    this.#damaged.add(number);
  }

  /** Adds a run of frames. Those at or before the floor are what an interrupted compaction left. */
  add(number: number, run: Run): void {
    if (run.head.seq <= this.#head.seq) {
      if (run.head.seq > this.#floor.seq) this.#damaged.add(number);
      return;
    }
    // Frames that overlap others, or that do not follow from the frame before them, belong to another history.
    const overlap = Math.max(0, this.#head.seq - run.before.seq);
    const follows = run.before.seq > this.#head.seq || equalBytes(run.before.hash, this.#head.hash);
    const skipped = overlap + (overlap > 0 || !follows ? 1 : 0);
    if (skipped > 0) this.#damaged.add(number);
    const offsets = run.offsets.slice(skipped);
    if (offsets.length === 0) return;
    const previousHash = skipped === 0 ? run.before.hash : null;
    this.#push({ number, firstSeq: run.before.seq + 1 + skipped, offsets, end: run.end }, previousHash);
    this.#head = run.head;
  }

  /** Takes what a file without frames says about the frames before it. */
  follow({ number, scan }: ScannedFile): void {
    if (scan.header === null || scan.runs.length > 0) return;
    const { firstSeq, previousHash } = scan.header;
    if (firstSeq <= this.#floor.seq) return;
    if (firstSeq <= this.#head.seq) return this.spoilt(number);
    if (firstSeq - 1 === this.#head.seq && !equalBytes(previousHash, this.#head.hash))
      return this.spoilt(number);
    this.#push({ number, firstSeq, offsets: [], end: scan.end }, previousHash);
    this.#head = { seq: firstSeq - 1, hash: previousHash };
  }

  result(): Pick<OpenedSegments, 'segments' | 'head' | 'floor' | 'gaps' | 'damagedFiles'> {
    return {
      segments: this.#segments,
      head: this.#head,
      floor: this.#floor,
      gaps: this.#gaps,
      damagedFiles: [...this.#damaged].toSorted((one, other) => one - other).map(segmentName),
    };
  }

  #push(
    {
      offsets,
      ...segment
    }: Pick<Segment, 'number' | 'firstSeq' | 'end'> & { readonly offsets: readonly number[] },
    previousHash: Uint8Array | null,
  ): void {
    const [from, to] = [this.#head.seq + 1, segment.firstSeq - 1];
    if (to >= from) this.#gaps.push({ from, to, hash: previousHash });
    const table = new OffsetTable(offsets);
    this.#segments.push({ ...segment, offsets: table, previousHash: previousHash ?? UNKNOWN_HASH });
  }
}
