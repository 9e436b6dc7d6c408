import { equalBytes } from '#shared/lib/bytes.ts';
import {
  chainHash,
  decodeFrame,
  decodeFrameHead,
  decodeSegmentHeader,
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

/**
 * Why reading stopped. `whole`: the data end where the last frame ends. `torn`: what follows was cut while it was being
 * written and never acknowledged. `damaged`: data that had been whole are not any more.
 */
type ScanStop = 'whole' | 'torn' | 'damaged';

export interface SegmentScan {
  /** Null when the header is broken or of a newer version. */
  readonly header: SegmentHeader | null;
  /** Version of the app's journal that wrote this segment when it is newer than ours. */
  readonly newerVersion?: number;
  /** Where each whole frame starts, in order. */
  readonly offsets: readonly number[];
  /** Where the whole data end. */
  readonly end: number;
  readonly stop: ScanStop;
  /** Last whole frame; what the header says when there is none. */
  readonly head: ChainHead;
}

const NOTHING: ChainHead = { seq: 0, hash: new Uint8Array(32) };

/** Reads a segment from its start and checks everything: checksums, numbers and the chain. */
export function scanSegment(bytes: Uint8Array, digests: JournalDigests = pureDigests): SegmentScan {
  const start = decodeSegmentHeader(bytes, digests);
  if (start.state !== 'header') {
    const lost = start.state === 'newer' || framesAfter(bytes, 0, 1, digests) !== 'none';
    return {
      header: null,
      ...(start.state === 'newer' ? { newerVersion: start.version } : {}),
      offsets: [],
      end: 0,
      stop: lost ? 'damaged' : 'torn',
      head: NOTHING,
    };
  }
  const { header } = start;
  let head: ChainHead = { seq: header.firstSeq - 1, hash: header.previousHash };
  const offsets: number[] = [];
  let end = SEGMENT_HEADER_BYTES;
  while (end < bytes.length) {
    const frame = decodeFrame(bytes, end, digests);
    if (frame === null) {
      const later = framesAfter(bytes, end, head.seq + 1, digests);
      return { header, offsets, end, stop: later === 'acknowledged' ? 'damaged' : 'torn', head };
    }
    if (frame.seq !== head.seq + 1 || !equalBytes(frame.previousHash, head.hash)) {
      return { header, offsets, end, stop: 'damaged', head };
    }
    offsets.push(end);
    end += frameSize(frame.entry.length);
    head = { seq: frame.seq, hash: chainHash(frame.previousHash, frame.seq, frame.entry, digests) };
  }
  return { header, offsets, end, stop: 'whole', head };
}

/**
 * Looks behind broken data for frames that come after it. `acknowledged`: one was written after the frame `lostSeq` had
 * been made durable, so that frame was whole once. `same write`: only frames of the same unfinished write.
 */
function framesAfter(
  bytes: Uint8Array,
  from: number,
  lostSeq: number,
  digests: JournalDigests,
): 'none' | 'same write' | 'acknowledged' {
  let found: 'none' | 'same write' = 'none';
  for (let offset = from + 1; offset + FRAME_HEAD_BYTES <= bytes.length; offset += 1) {
    const head = decodeFrameHead(bytes, offset, digests);
    if (head === null || head.seq < lostSeq) continue;
    if (head.seq - head.place > lostSeq) return 'acknowledged';
    found = 'same write';
  }
  return found;
}
