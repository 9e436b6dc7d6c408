import type { IndexSeal } from './index-seal.ts';
import type { PartStorage } from './index-storage.ts';

/** Bytes that are sealed together: of more at once, making room for them takes longer than opening them. */
const PIECE = 1 << 20;
/** Pieces that are read and opened at a time. */
const AT_ONCE = 4;

/** Where bytes lie in one run, sealed in pieces. */
export interface Run {
  readonly storage: PartStorage;
  readonly seal: IndexSeal;
  readonly key: CryptoKey;
  /** What the keys of its pieces begin with. */
  readonly place: string;
}

const keyOf = ({ place }: Run, from: number): string => `${place}/${String(from / PIECE)}`;

/** Parts that lie one after another, cut into pieces. */
function* piecesOf(parts: readonly Uint8Array[]): Generator<Uint8Array<ArrayBuffer>> {
  let left = parts.reduce((sum, { length }) => sum + length, 0);
  let piece = new Uint8Array(Math.min(PIECE, left));
  let end = 0;
  for (const part of parts) {
    for (let from = 0; from < part.length;) {
      const some = part.subarray(from, from + piece.length - end);
      piece.set(some, end);
      from += some.length;
      end += some.length;
      if (end < piece.length) continue;
      yield piece;
      left -= end;
      piece = new Uint8Array(Math.min(PIECE, left));
      end = 0;
    }
  }
}

/**
 * Writes parts one after another.
 * @param current Asked before each piece is written; throws when it must not be any more.
 */
export async function writeRun(run: Run, parts: readonly Uint8Array[], current: () => void): Promise<void> {
  let from = 0;
  for (const piece of piecesOf(parts)) {
    const key = keyOf(run, from);
    const sealed = await run.seal.seal(run.key, key, piece);
    current();
    await run.storage.put(key, sealed);
    from += PIECE;
  }
}

/**
 * Reads so many bytes that were written. A few pieces at a time, into room that is made once.
 * @throws When a piece is missing or does not open.
 */
export async function readRun(run: Run, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  let next = 0;
  const readSome = async (): Promise<void> => {
    while (next < size) {
      const from = next;
      next += PIECE;
      const key = keyOf(run, from);
      const sealed = await run.storage.get(key);
      if (!sealed) throw new Error('A piece of the index is missing');
      bytes.set(new Uint8Array(await run.seal.open(run.key, key, sealed)), from);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readSome));
  return bytes;
}
