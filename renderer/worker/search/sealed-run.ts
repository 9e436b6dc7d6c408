import type { IndexSeal } from './index-seal.ts';
import type { PartStorage } from './index-storage.ts';

/** Bytes that are sealed together: of more at once, making room for them takes longer than opening them. */
export const PIECE = 1 << 21;
/** Pieces that are read and opened at a time. */
const AT_ONCE = 4;

/** Where bytes lie, sealed in pieces. */
export interface Run {
  readonly storage: PartStorage;
  readonly seal: IndexSeal;
  readonly key: CryptoKey;
  /** What the keys of its pieces begin with. */
  readonly place: string;
}

/** The key of a piece. */
export const pieceKey = ({ place }: Pick<Run, 'place'>, piece: number): string => `${place}/${String(piece)}`;

/** Bytes that lie one after another, in one. */
function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  return bytes;
}

/**
 * Writes pieces, each out of parts that lie one after another.
 * @param current Asked before each piece is written; throws when it must not be any more.
 */
export async function writePieces(
  run: Run,
  pieces: Iterable<readonly Uint8Array[]>,
  current: () => void,
): Promise<void> {
  let number = 0;
  for (const parts of pieces) {
    const key = pieceKey(run, number);
    const sealed = await run.seal.seal(run.key, key, joined(parts));
    current();
    await run.storage.put(key, sealed);
    number += 1;
  }
}

/** Which piece is read, and what takes it. */
export interface Wanted {
  /** By {@link pieceKey}. */
  readonly key: string;
  readonly take: (bytes: ArrayBuffer) => void;
}

/** Reads pieces, a few at a time. Rejects when one is missing or does not open. */
export async function readPieces(run: Omit<Run, 'place'>, pieces: readonly Wanted[]): Promise<void> {
  const left = pieces.values();
  const readSome = async (): Promise<void> => {
    for (const { key, take } of left) {
      const sealed = await run.storage.get(key);
      if (!sealed) throw new Error('A piece of the index is missing');
      take(await run.seal.open(run.key, key, sealed));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readSome));
}

/** Writes bytes in pieces, as {@link writePieces} does. */
export async function writeRun(run: Run, bytes: Uint8Array, current: () => void): Promise<void> {
  const count = Math.ceil(bytes.length / PIECE);
  const pieces = Array.from({ length: count }, (_, piece) => [
    bytes.subarray(piece * PIECE, (piece + 1) * PIECE),
  ]);
  await writePieces(run, pieces, current);
}

/**
 * Reads so many bytes that were written, into room that is made once.
 * @throws When a piece is missing or does not open.
 */
export async function readRun(run: Run, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  const wanted = Array.from({ length: Math.ceil(size / PIECE) }, (_, piece): Wanted => ({
    key: pieceKey(run, piece),
    take: (opened) => bytes.set(new Uint8Array(opened), piece * PIECE),
  }));
  await readPieces(run, wanted);
  return bytes;
}
