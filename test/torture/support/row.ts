import { caseSeed, type Random, randomFrom } from './random.ts';

/** What a row is asked for. */
export interface Order {
  readonly seed: number;
  /** How many cases; fewer are done when time runs out. */
  readonly times: number;
  /** No case begins after this moment, milliseconds since the epoch. */
  readonly until: number;
  /** A folder of the row's own, removed afterwards. */
  readonly scratch: string;
  /** A folder that the rows of a run share, one row after another. */
  readonly shared: string;
}

/** A case that did not go as promised. */
export interface Broken {
  /** Seed of a run of one case that shows it again. */
  readonly seed: number;
  /** Left out: one case. */
  readonly times?: number;
  readonly what: string;
}

/** What came of a row. */
export interface Outcome {
  readonly done: number;
  /** How many there are altogether, when that is fewer than were asked for. */
  readonly all?: number;
  /** What was counted: what must be zero is in `broken`. */
  readonly counts: Readonly<Record<string, number>>;
  readonly broken: readonly Broken[];
  /** Why the row could not be run here. */
  readonly skipped?: string;
}

/** How much of a row is run. */
interface Measure {
  readonly times: number;
  /** Longest time, seconds. */
  readonly seconds: number;
}

/** One promise under one kind of torture. */
export interface Row {
  /** `<promise>.<layer>`, as `--only` takes it. */
  readonly id: string;
  readonly promise: string;
  /** What is counted, in the plural. */
  readonly cases: string;
  readonly short: Measure;
  readonly long: Measure;
  /** Rows of one lane run one after another, the two lanes side by side. */
  readonly lane: 'browser' | 'compute';
  /** `memory`: what is synced does not matter here, as the system outlives every case. */
  readonly disk?: 'memory';
  readonly run: (order: Order) => Promise<Outcome>;
}

/** Counts by name. */
export class Counts {
  readonly #counts: Record<string, number> = {};

  add(name: string, amount = 1): void {
    this.#counts[name] = (this.#counts[name] ?? 0) + amount;
  }
  /** Keeps the largest value seen. */
  most(name: string, value: number): void {
    this.#counts[name] = Math.max(this.#counts[name] ?? value, value);
  }
  get all(): Readonly<Record<string, number>> {
    return { ...this.#counts };
  }
}

/** A promise that does not hold. */
export class PromiseBroken extends Error {}

/** Throws {@link PromiseBroken} unless the promise holds. */
export function promise(holds: boolean, otherwise: string | (() => string)): asserts holds {
  if (!holds) throw new PromiseBroken(typeof otherwise === 'string' ? otherwise : otherwise());
}

/** Enough to see what is wrong; each further one costs time. */
const MOST_BROKEN = 5;

const wordsOf = (error: unknown): string => {
  if (error instanceof PromiseBroken) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

/**
 * Runs the cases of a row until all are done or time is up. A case that throws is broken, whatever it throws.
 * @param one Runs one case, with random numbers of its own.
 */
export async function eachCase(
  order: Order,
  one: (random: Random, counts: Counts, index: number) => Promise<void> | void,
  counts = new Counts(),
): Promise<Outcome> {
  const broken: Broken[] = [];
  let done = 0;
  while (done < order.times && Date.now() < order.until && broken.length < MOST_BROKEN) {
    const seed = caseSeed(order.seed, done);
    try {
      await one(randomFrom(seed), counts, done);
    } catch (error) {
      broken.push({ seed, what: wordsOf(error) });
    }
    done += 1;
  }
  return { done, counts: counts.all, broken };
}

/** As {@link eachCase}, for cases that are counted out; they are taken in their order, and `times` says how many. */
export async function eachOf<Case>(
  order: Order,
  cases: readonly Case[],
  one: (item: Case, counts: Counts) => Promise<void>,
): Promise<Outcome> {
  const counts = new Counts();
  const broken: Broken[] = [];
  let done = 0;
  for (const item of cases.slice(0, order.times)) {
    if (Date.now() >= order.until || broken.length >= MOST_BROKEN) break;
    done += 1;
    try {
      await one(item, counts);
    } catch (error) {
      broken.push({ seed: order.seed, times: done, what: wordsOf(error) });
    }
  }
  return { done, all: cases.length, counts: counts.all, broken };
}
