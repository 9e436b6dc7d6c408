import type { IndexSeal } from './index-seal.ts';
import type { PartStorage, UseStorage } from './index-storage.ts';

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

const keyOf = ({ place }: Run, piece: number): string => `${place}/${String(piece)}`;

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
  let number = 0;
  for (const piece of piecesOf(parts)) {
    const key = keyOf(run, number);
    const sealed = await run.seal.seal(run.key, key, piece);
    current();
    await run.storage.put(key, sealed);
    number += 1;
  }
}

/** Reads pieces to where they lie, a few at a time. Rejects when one is missing or does not open. */
async function readPieces(run: Run, pieces: readonly number[], bytes: Uint8Array): Promise<void> {
  const left = pieces.values();
  const readSome = async (): Promise<void> => {
    for (const piece of left) {
      const key = keyOf(run, piece);
      const sealed = await run.storage.get(key);
      if (!sealed) throw new Error('A piece of the index is missing');
      bytes.set(new Uint8Array(await run.seal.open(run.key, key, sealed)), piece * PIECE);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readSome));
}

const allPieces = (size: number): readonly number[] =>
  Array.from({ length: Math.ceil(size / PIECE) }, (_, piece) => piece);

/**
 * Reads so many bytes that were written, into room that is made once.
 * @throws When a piece is missing or does not open.
 */
export async function readRun(run: Run, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  await readPieces(run, allPieces(size), bytes);
  return bytes;
}

/** Bytes of a run that are read when they are wanted; zero until then. */
export class LazyRun {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly #run: Omit<Run, 'storage'>;
  readonly #use: UseStorage;
  /** By piece: when it is there. */
  readonly #there: Promise<void>[] = [];

  constructor(run: Omit<Run, 'storage'>, size: number, use: UseStorage) {
    this.bytes = new Uint8Array(size);
    this.#run = run;
    this.#use = use;
  }

  /** Reads what lies between places, from, inclusive, to, exclusive. Rejects when it is missing or does not open. */
  async read(places: readonly (readonly [from: number, to: number])[]): Promise<void> {
    const wanted = new Set<number>();
    for (const [from, to] of places) {
      for (let piece = Math.floor(from / PIECE); piece * PIECE < to; piece += 1) wanted.add(piece);
    }
    const missing = [...wanted].filter((piece) => this.#there[piece] === undefined);
    if (missing.length > 0) {
      const reading = this.#use((storage) => readPieces({ ...this.#run, storage }, missing, this.bytes));
      reading.catch(() => undefined); // Whoever waits for a piece is told.
      for (const piece of missing) this.#there[piece] = reading;
    }
    for (const piece of wanted) await this.#there[piece];
  }

  /** Reads what was not read. Rejects as {@link read} does. */
  readAll(): Promise<void> {
    return this.read([[0, this.bytes.length]]);
  }
}
