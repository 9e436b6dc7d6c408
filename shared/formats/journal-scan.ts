import { equalBytes } from '#shared/lib/bytes.ts';
import {
  chainHash,
  decodeFrame,
  decodeFrameHead,
  decodeSegmentHeader,
  type Frame,
  FRAME_HEAD_BYTES,
  frameSize,
  SEGMENT_HEADER_BYTES,
  type SegmentHeader,
} from './journal.ts';
import { type JournalDigests, pureDigests } from './journal-digests.ts';

/** The end of a chain: number and chain hash of its last frame. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** Frames that follow each other, in the file and in the chain. */
export interface Run {
  /** The chain before the first of them. */
  readonly before: ChainHead;
  /** Where each starts, in order. */
  readonly offsets: readonly number[];
  /** Where the last one ends. */
  readonly end: number;
  /** The last one. */
  readonly head: ChainHead;
}

/** What a segment file holds. Damage costs no more than the frames it lies in: reading goes on behind it. */
export interface SegmentScan {
  /** Null when the header is broken or of a newer version. */
  readonly header: SegmentHeader | null;
  /** Version of the app's journal that wrote this segment when it is newer than ours. */
  readonly newerVersion?: number;
  /** The whole frames, in order. More than one run: something between them is missing or broken. */
  readonly runs: readonly Run[];
  /** Data that had been whole are not any more. */
  readonly damaged: boolean;
  /** Where the whole data end. What follows was cut while it was being written, as far as this file can tell. */
  readonly end: number;
}

/** A run while it grows. */
interface GrowingRun {
  readonly before: ChainHead;
  readonly offsets: number[];
  end: number;
  head: ChainHead;
  /** Number of the first frame of the write that the last frame belongs to. */
  writtenFrom: number;
}

/**
 * Reads a segment and checks everything: checksums, numbers and the chain. Never throws.
 * @param newest Whether it is the one being written. In any other, all that is whole was acknowledged.
 */
export function scanSegment(
  bytes: Uint8Array,
  digests: JournalDigests = pureDigests,
  newest = true,
): SegmentScan {
  const start = decodeSegmentHeader(bytes, digests);
  if (start.state === 'newer') {
    return { header: null, newerVersion: start.version, runs: [], damaged: true, end: bytes.length };
  }
  const header = start.state === 'header' ? start.header : null;
  const runs = runsOf(bytes, header, digests);
  if (newest) dropUnacknowledged(runs);
  const last = runs.at(-1);
  const end = last?.end ?? 0;
  const headless = header === null && (last !== undefined || firstHead(bytes, 0, 0, digests) !== null);
  const damaged = headless || runs.length > 1 || acknowledgedAfter(bytes, end, last?.head.seq ?? 0, digests);
  return { header, runs: runs.filter((run) => run.offsets.length > 0), damaged, end };
}

/** All whole frames. With a header the first run starts behind it, and is empty when the first frame is broken. */
function runsOf(bytes: Uint8Array, header: SegmentHeader | null, digests: JournalDigests): GrowingRun[] {
  const runs: GrowingRun[] = [];
  if (header !== null) {
    const before = { seq: header.firstSeq - 1, hash: header.previousHash };
    runs.push({ before, offsets: [], end: SEGMENT_HEADER_BYTES, head: before, writtenFrom: 0 });
  }
  for (let at = header === null ? 0 : SEGMENT_HEADER_BYTES; at < bytes.length;) {
    const found = nextFrame(bytes, at, runs.at(-1)?.head.seq ?? 0, digests);
    if (found === null) break;
    const { frame, offset } = found;
    const run = runToGoOn(runs, frame, offset);
    run.offsets.push(offset);
    run.end = offset + frameSize(frame.entry.length);
    run.head = { seq: frame.seq, hash: chainHash(frame.previousHash, frame.seq, frame.entry, digests) };
    run.writtenFrom = frame.seq - frame.place;
    at = run.end;
  }
  return runs;
}

/** The run that a frame continues: the last one, or a new one when anything lies between. */
function runToGoOn(runs: GrowingRun[], { seq, previousHash }: Frame, offset: number): GrowingRun {
  const last = runs.at(-1);
  if (last?.end === offset && last.head.seq === seq - 1 && equalBytes(last.head.hash, previousHash))
    return last;
  const before = { seq: seq - 1, hash: Uint8Array.from(previousHash) };
  const run = { before, offsets: [], end: offset, head: before, writtenFrom: seq };
  runs.push(run);
  return run;
}

/**
 * Takes runs off the end that hold frames of an unfinished write only: frames of one write become durable together, so a
 * broken frame followed by none but its own write was never acknowledged.
 */
function dropUnacknowledged(runs: GrowingRun[]): void {
  for (;;) {
    const [before, last] = [runs.at(-2), runs.at(-1)];
    if (before === undefined || last === undefined) return;
    const lost = before.head.seq + 1;
    if (last.before.seq < lost || last.writtenFrom > lost) return;
    runs.pop();
  }
}

/** Whether behind the whole data begins a frame that was written after a lost one had been acknowledged. */
function acknowledgedAfter(bytes: Uint8Array, from: number, seq: number, digests: JournalDigests): boolean {
  const lost = seq + 1;
  for (let at = from; ; at += 1) {
    const found = firstHead(bytes, at, seq, digests);
    if (found === null) return false;
    if (found.head.seq - found.head.place > lost) return true;
    at = found.offset;
  }
}

/** The first head of a frame at or behind `from` with a number after `seq`. */
function firstHead(bytes: Uint8Array, from: number, seq: number, digests: JournalDigests) {
  for (let offset = from; offset + FRAME_HEAD_BYTES <= bytes.length; offset += 1) {
    const head = decodeFrameHead(bytes, offset, digests);
    if (head !== null && head.seq > seq) return { head, offset };
  }
  return null;
}

/** The first whole frame at or behind `from` with a number after `seq`. */
function nextFrame(bytes: Uint8Array, from: number, seq: number, digests: JournalDigests) {
  for (let offset = from; offset + FRAME_HEAD_BYTES <= bytes.length; offset += 1) {
    const frame = decodeFrame(bytes, offset, digests);
    if (frame !== null && frame.seq > seq) return { frame, offset };
  }
  return null;
}
