const FIRST_SLICE = 8;
const LARGEST_SLICE = 16_384;
const POINTER = 4;

/** How many numbers of somebody's array the state of a stream takes: first slice, next byte, end of the slice, its size. */
export const STREAM_STATE = 4;

/**
 * Many byte streams that grow side by side in one buffer, each in slices that double in size and end with the place of the
 * next: a hundred thousand short lists and a few very long ones, without an object for each. Where a stream stands is kept by
 * the caller, beside what else is known of it.
 */
export class Streams {
  #bytes = new Uint8Array(1 << 20);
  #used = 0;

  /** Begins a stream whose state is at `at`. */
  open(state: Int32Array, at: number): void {
    const slice = this.#slice(FIRST_SLICE);
    state[at] = slice;
    state[at + 1] = slice;
    state[at + 2] = slice + FIRST_SLICE - POINTER;
    state[at + 3] = FIRST_SLICE;
  }

  /** Appends a whole number ≥ 0 in seven-bit groups, the lowest first (LEB128). */
  write(state: Int32Array, at: number, value: number): void {
    let next = state[at + 1] ?? 0;
    let rest = value;
    for (;;) {
      if (next === state[at + 2]) next = this.#next(state, at, next);
      if (rest < 128) break;
      this.#bytes[next] = (rest & 127) | 128;
      next += 1;
      rest >>>= 7;
    }
    this.#bytes[next] = rest;
    state[at + 1] = next + 1;
  }

  /** Copies a stream into a buffer; answers where it ends there. */
  copy(state: Int32Array, at: number, into: Uint8Array, to: number): number {
    const end = state[at + 1] ?? 0;
    const lastSliceEnd = state[at + 2] ?? 0;
    let from = state[at] ?? 0;
    let size = FIRST_SLICE;
    let next = to;
    for (;;) {
      const sliceEnd = from + size - POINTER;
      const stop = sliceEnd === lastSliceEnd ? end : sliceEnd;
      for (let index = from; index < stop; index += 1) {
        into[next] = this.#bytes[index] ?? 0;
        next += 1;
      }
      if (sliceEnd === lastSliceEnd) return next;
      from = this.#pointer(sliceEnd);
      size = Math.min(size * 2, LARGEST_SLICE);
    }
  }

  /** Bytes in all streams together; at most this much. */
  get size(): number {
    return this.#used;
  }

  #next(state: Int32Array, at: number, pointer: number): number {
    const size = Math.min((state[at + 3] ?? 0) * 2, LARGEST_SLICE);
    const slice = this.#slice(size);
    for (let index = 0; index < POINTER; index += 1) this.#bytes[pointer + index] = slice >>> (8 * index);
    state[at + 2] = slice + size - POINTER;
    state[at + 3] = size;
    return slice;
  }

  #pointer(at: number): number {
    const bytes = this.#bytes;
    return (
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24)
    );
  }

  #slice(size: number): number {
    const at = this.#used;
    this.#used += size;
    if (this.#used > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#used, this.#bytes.length * 2));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    return at;
  }
}

/** The same numbers with room for at least so many. */
export function grown(numbers: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(length, numbers.length * 2));
  larger.set(numbers);
  return larger;
}
