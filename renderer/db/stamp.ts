import { randomBytes } from '@noble/ciphers/utils.js';
import type { Clock } from '#shared/lib/clock.ts';
import { toHex } from '#shared/lib/bytes.ts';

const TIME_DIGITS = 12;
const COUNTER_DIGITS = 4;
const COUNTER_END = 16 ** COUNTER_DIGITS;

/** The wall clock of a stamp, milliseconds since the epoch. */
export const timeOf = (stamp: string): number => parseInt(stamp.slice(0, TIME_DIGITS), 16);

/** How many stamps were given before it within the same millisecond. */
export const counterOf = (stamp: string): number =>
  parseInt(stamp.slice(TIME_DIGITS + 1, TIME_DIGITS + 1 + COUNTER_DIGITS), 16);

/**
 * A hybrid logical clock (Kulkarni et al., 2014). Its stamps follow the wall clock and still rise when that stands still
 * or is set back. Form: milliseconds (12 hexadecimal digits), counter (4), this session (8), so that text order is time order.
 */
export class Stamper {
  readonly #clock: Clock;
  readonly #session = toHex(randomBytes(4));
  #time = 0;
  #counter = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The stamp of a new change: later than every stamp given or observed before. */
  next(): string {
    const now = this.#clock.now();
    if (now > this.#time) {
      this.#time = now;
      this.#counter = 0;
    } else if (++this.#counter === COUNTER_END) {
      this.#time += 1;
      this.#counter = 0;
    }
    const time = this.#time.toString(16).padStart(TIME_DIGITS, '0');
    const counter = this.#counter.toString(16).padStart(COUNTER_DIGITS, '0');
    return `${time}-${counter}-${this.#session}`;
  }

  /** Takes note of a stamp made elsewhere or earlier. An empty one says nothing. */
  observe(stamp: string): void {
    const [time = '', counter = ''] = stamp.split('-');
    const [seenTime, seenCounter] = [parseInt(time, 16), parseInt(counter, 16)];
    const later = seenTime > this.#time || (seenTime === this.#time && seenCounter > this.#counter);
    if (!later) return;
    this.#time = seenTime;
    this.#counter = seenCounter;
  }
}
