/** Random numbers that are the same for the same seed. */
export interface Random {
  /** The next number in [0, 1). */
  readonly next: () => number;
  /** A whole number in [0, below). */
  readonly below: (below: number) => number;
  /** A whole number in [from, to], both ends included. */
  readonly between: (from: number, to: number) => number;
  readonly chance: (share: number) => boolean;
  /** One of the items. Throws when there is none. */
  readonly pick: <T>(items: readonly T[]) => T;
  readonly bytes: (length: number) => Uint8Array<ArrayBuffer>;
}

/** A source of random numbers (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (share) => next() < share,
    pick<T>(items: readonly T[]): T {
      if (items.length === 0) throw new RangeError('Nothing to pick from');
      return items[below(items.length)] as T;
    },
    bytes(length) {
      const bytes = new Uint8Array(length);
      for (let at = 0; at < length; at += 1) bytes[at] = below(256);
      return bytes;
    },
  };
}

/** The seed of one case of a run: the first case has the run's own, so that a case is replayed by its seed alone. */
export const caseSeed = (seed: number, index: number): number => (seed + Math.imul(index, 0x9e3779b1)) >>> 0;

/** A prime larger than any number of bits here. */
const STRIDE = 1_000_003;

/** The numbers below a limit in an order that spreads them: each comes once, and any stretch covers all parts alike. */
export const spread = (index: number, limit: number): number => (index * STRIDE) % limit;
