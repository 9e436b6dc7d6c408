import { fromHex, toHex, utf8 } from '#shared/lib/bytes.ts';
import { type JournalDigests, pureDigests } from './journal-digests.ts';

/*
 * The journal is a chain of sealed entries in segment files. Numbers are little-endian.
 *
 * segment  magic 8 │ version u32 │ vault id 16 │ first seq u64 │ previous hash 32 │ CRC-32 u32
 * frame    length u32 │ seq u64 │ place u32 │ previous hash 32 │ CRC-32 of these u32 │ entry │ CRC-32 of all before u32
 *
 * `place` counts the frames of one write from 0: frames of one write become durable together, so a damaged frame that
 * is followed only by frames of its own write was never acknowledged. The head has a checksum of its own, so that a
 * false length is told from a cut end.
 */

/** Newest journal version this app can read and write. */
const JOURNAL_VERSION = 1;
export const SEGMENT_HEADER_BYTES = 72;
export const FRAME_HEAD_BYTES = 52;
/** What a frame needs besides its entry. */
const FRAME_OVERHEAD_BYTES = FRAME_HEAD_BYTES + 4;
/** The longest entry, in bytes. */
const MAX_ENTRY_BYTES = 64 * 1024 * 1024;

const MAGIC = utf8('KTJRNL\u001A\n');
const HASH_BYTES = 32;
/** The upper half of the largest number of a frame, which is the largest safe integer. */
const HIGHEST_HALF = 2 ** 21 - 1;

/** Chain hash before the first frame. */
export const genesisHash = (): Uint8Array => new Uint8Array(HASH_BYTES);

/** What stands at the start of a segment file. */
export interface SegmentHeader {
  readonly vaultId: string;
  /** Number of the first frame in this segment. */
  readonly firstSeq: number;
  /** Chain hash of the last frame before this segment. */
  readonly previousHash: Uint8Array;
}

/** One entry with its place in the chain. */
export interface Frame {
  readonly seq: number;
  /** 0 for the first frame of a write, 1 for the second, and so on. */
  readonly place: number;
  readonly previousHash: Uint8Array;
  readonly entry: Uint8Array;
}

/** The head of a frame, which says how long the rest is. */
export interface FrameHead {
  readonly length: number;
  readonly seq: number;
  readonly place: number;
  readonly previousHash: Uint8Array;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function seqBytes(seq: number): Uint8Array {
  const bytes = new Uint8Array(8);
  viewOf(bytes).setBigUint64(0, BigInt(seq), true);
  return bytes;
}

/** Hash of the chain up to and with one frame: SHA-256(previous hash ‖ seq as u64 little-endian ‖ entry), 32 bytes. */
export const chainHash = (
  previousHash: Uint8Array,
  seq: number,
  entry: Uint8Array,
  digests: JournalDigests = pureDigests,
): Uint8Array => digests.sha256([previousHash, seqBytes(seq), entry]);

/** The bytes a segment file starts with. */
export function encodeSegmentHeader(
  header: SegmentHeader,
  digests: JournalDigests = pureDigests,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(SEGMENT_HEADER_BYTES);
  const view = viewOf(bytes);
  bytes.set(MAGIC, 0);
  view.setUint32(8, JOURNAL_VERSION, true);
  bytes.set(fromHex(header.vaultId.replaceAll('-', '')), 12);
  view.setBigUint64(28, BigInt(header.firstSeq), true);
  bytes.set(header.previousHash, 36);
  view.setUint32(68, digests.crc32(bytes.subarray(0, 68)), true);
  return bytes;
}

/** What the start of a file turned out to be. */
export type SegmentStart =
  | { readonly state: 'header'; readonly header: SegmentHeader }
  /** Whole, but written by a newer version of the app. */
  | { readonly state: 'newer'; readonly version: number }
  | { readonly state: 'broken' };

/** Reads the start of a segment file. */
export function decodeSegmentHeader(bytes: Uint8Array, digests: JournalDigests = pureDigests): SegmentStart {
  if (bytes.length < SEGMENT_HEADER_BYTES || MAGIC.some((byte, index) => bytes[index] !== byte)) {
    return { state: 'broken' };
  }
  const view = viewOf(bytes);
  if (view.getUint32(68, true) !== digests.crc32(bytes.subarray(0, 68))) return { state: 'broken' };
  const version = view.getUint32(8, true);
  if (version !== JOURNAL_VERSION) return { state: 'newer', version };
  const hex = toHex(bytes.subarray(12, 28));
  const vaultId = [8, 12, 16, 20, 32]
    .map((end, index) => hex.slice([0, 8, 12, 16, 20][index], end))
    .join('-');
  return {
    state: 'header',
    header: {
      vaultId,
      firstSeq: Number(view.getBigUint64(28, true)),
      previousHash: Uint8Array.from(bytes.subarray(36, 68)),
    },
  };
}

/** Bytes of one frame in a file. */
export const frameSize = (entryLength: number): number => FRAME_OVERHEAD_BYTES + entryLength;

/** Writes a frame into `target` at `offset`; there must be {@link frameSize} bytes of room. */
export function encodeFrameInto(
  target: Uint8Array,
  offset: number,
  frame: Frame,
  digests: JournalDigests = pureDigests,
): void {
  const view = viewOf(target);
  const entryAt = offset + FRAME_HEAD_BYTES;
  const end = entryAt + frame.entry.length;
  view.setUint32(offset, frame.entry.length, true);
  view.setBigUint64(offset + 4, BigInt(frame.seq), true);
  view.setUint32(offset + 12, frame.place, true);
  target.set(frame.previousHash, offset + 16);
  view.setUint32(offset + 48, digests.crc32(target.subarray(offset, offset + 48)), true);
  target.set(frame.entry, entryAt);
  view.setUint32(end, digests.crc32(target.subarray(offset, end)), true);
}

/** Reads the head of a frame at `offset`; null when it is cut or its checksum does not hold. */
export function decodeFrameHead(
  bytes: Uint8Array,
  offset: number,
  digests: JournalDigests = pureDigests,
): FrameHead | null {
  if (offset + FRAME_HEAD_BYTES > bytes.length) return null;
  const view = viewOf(bytes);
  const length = view.getUint32(offset, true);
  const high = view.getUint32(offset + 8, true);
  // Cheap before dear: whoever searches damaged bytes for frames asks at every offset.
  if (length > MAX_ENTRY_BYTES || high > HIGHEST_HALF) return null;
  const seq = high * 2 ** 32 + view.getUint32(offset + 4, true);
  if (seq < 1) return null;
  if (view.getUint32(offset + 48, true) !== digests.crc32(bytes.subarray(offset, offset + 48))) return null;
  return {
    length,
    seq,
    place: view.getUint32(offset + 12, true),
    previousHash: bytes.subarray(offset + 16, offset + 48),
  };
}

/**
 * Reads a whole frame at `offset`; null when it is cut or damaged. Its entry and hash are views of `bytes`.
 */
export function decodeFrame(
  bytes: Uint8Array,
  offset: number,
  digests: JournalDigests = pureDigests,
): Frame | null {
  const head = decodeFrameHead(bytes, offset, digests);
  if (head === null) return null;
  const entryAt = offset + FRAME_HEAD_BYTES;
  const end = entryAt + head.length;
  if (end + 4 > bytes.length) return null;
  if (viewOf(bytes).getUint32(end, true) !== digests.crc32(bytes.subarray(offset, end))) return null;
  const { seq, place, previousHash } = head;
  return { seq, place, previousHash, entry: bytes.subarray(entryAt, end) };
}
