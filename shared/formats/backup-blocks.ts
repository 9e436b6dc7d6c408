import { concatBytes, utf8 } from '#shared/lib/bytes.ts';
import { BACKUP_FORMAT } from './backup-manifest.ts';
import { NewerDataError } from './newer-data.ts';

const MAGIC = utf8('KTBCKP\u001A\n');
const HEAD_BYTES = MAGIC.length + 4;
const BLOCK_HEAD_BYTES = 5;
/** No block is longer: one record is at most one journal entry. */
const MAX_BLOCK_BYTES = 65 * 1024 * 1024;

/** A backup that is cut, altered or not one of ours. */
export class BackupBrokenError extends Error {
  constructor(what: string) {
    super(`The backup is broken: ${what}`);
    this.name = 'BackupBrokenError';
  }
}

/** One block of the stream. */
export interface Block {
  readonly kind: number;
  readonly payload: Uint8Array;
}

/** The bytes before the first block: magic, version. */
export function encodeStreamHead(): Uint8Array<ArrayBuffer> {
  const version = new Uint8Array(4);
  new DataView(version.buffer).setUint32(0, BACKUP_FORMAT, true);
  return concatBytes(MAGIC, version);
}

/** A block as bytes. */
export function encodeBlock({ kind, payload }: Block): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(BLOCK_HEAD_BYTES);
  head[0] = kind;
  new DataView(head.buffer).setUint32(1, payload.length, true);
  return concatBytes(head, payload);
}

/** The one block that these bytes are, from the first to the last; null when they are anything else. */
export function wholeBlock(bytes: Uint8Array): Block | null {
  if (bytes.length < BLOCK_HEAD_BYTES) return null;
  const { kind, length } = readBlockHead(bytes);
  return length === bytes.length - BLOCK_HEAD_BYTES
    ? { kind, payload: bytes.subarray(BLOCK_HEAD_BYTES) }
    : null;
}

function readBlockHead(bytes: Uint8Array): { kind: number; length: number } {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1, true);
  return { kind: bytes[0] ?? 0, length };
}

/**
 * Cuts the stream into blocks.
 * @throws {BackupBrokenError} when it is no backup or ends within a block. {@link NewerDataError} when a newer app wrote it.
 */
export async function* decodeBlocks(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Block, void, undefined> {
  const source = new ByteSource(chunks);
  const head = await source.take(HEAD_BYTES);
  if (head === null || MAGIC.some((byte, at) => head[at] !== byte)) throw new BackupBrokenError('no backup');
  const version = new DataView(head.buffer, head.byteOffset).getUint32(MAGIC.length, true);
  if (version > BACKUP_FORMAT) throw new NewerDataError('The backup', version);
  if (version < 1) throw new BackupBrokenError('no version');
  for (;;) {
    const blockHead = await source.take(BLOCK_HEAD_BYTES);
    if (blockHead === null) return;
    const { kind, length } = readBlockHead(blockHead);
    if (length > MAX_BLOCK_BYTES) throw new BackupBrokenError('a block beyond all bounds');
    const payload = await source.take(length);
    if (payload === null) throw new BackupBrokenError('it is cut');
    yield { kind, payload };
  }
}

/** Bytes out of chunks, as many as asked for. */
class ByteSource {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #waiting: Uint8Array[] = [];
  #length = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Exactly so many bytes; null at the end of the stream. Throws when the stream ends within them. */
  async take(length: number): Promise<Uint8Array | null> {
    while (this.#length < length) {
      const next = await this.#chunks.next();
      if (next.done) {
        if (this.#length === 0 && length > 0) return null;
        throw new BackupBrokenError('it is cut');
      }
      this.#waiting.push(next.value);
      this.#length += next.value.length;
    }
    const all =
      this.#waiting.length === 1 ? (this.#waiting[0] ?? new Uint8Array()) : concatBytes(...this.#waiting);
    this.#waiting = [all.subarray(length)];
    this.#length -= length;
    return all.subarray(0, length);
  }
}
