const FIRST_SLICE = 8;
const LARGEST_SLICE = 16_384;
const POINTER = 4;

/**
 * Many byte streams that grow side by side in one buffer, each in slices that double in size and end with the place of the
 * next: a hundred thousand short lists and a few very long ones, without an object for each.
 */
export class Streams {
  #bytes = new Uint8Array(1 << 20);
  #used = 0;
  /** By stream: its first slice, where it is written next, where its slice ends, and how large that is. */
  #state = new Int32Array(4 * 1024);
  #count = 0;

  /** Begins a stream; answers its number, counted from 0. */
  open(): number {
    const stream = this.#count;
    this.#count += 1;
    if (4 * this.#count > this.#state.length) this.#state = grown(this.#state, 4 * this.#count);
    const at = this.#slice(FIRST_SLICE);
    this.#state.set([at, at, at + FIRST_SLICE - POINTER, FIRST_SLICE], 4 * stream);
    return stream;
  }

  /** Appends a whole number ≥ 0 in seven-bit groups, the lowest first (LEB128). */
  write(stream: number, value: number): void {
    let rest = value;
    while (rest > 127) {
      this.#byte(stream, (rest & 127) | 128);
      rest >>>= 7;
    }
    this.#byte(stream, rest);
  }

  /** Copies a stream into a buffer; answers where it ends there. */
  copy(stream: number, into: Uint8Array, at: number): number {
    const state = this.#state;
    const end = state[4 * stream + 1] ?? 0;
    const lastSliceEnd = state[4 * stream + 2] ?? 0;
    let from = state[4 * stream] ?? 0;
    let size = FIRST_SLICE;
    let to = at;
    for (;;) {
      const sliceEnd = from + size - POINTER;
      const stop = sliceEnd === lastSliceEnd ? end : sliceEnd;
      for (let index = from; index < stop; index += 1) {
        into[to] = this.#bytes[index] ?? 0;
        to += 1;
      }
      if (sliceEnd === lastSliceEnd) return to;
      from = this.#pointer(sliceEnd);
      size = Math.min(size * 2, LARGEST_SLICE);
    }
  }

  /** Bytes in all streams together; at most this much. */
  get size(): number {
    return this.#used;
  }

  #byte(stream: number, byte: number): void {
    const state = this.#state;
    const base = 4 * stream;
    let at = state[base + 1] ?? 0;
    if (at === (state[base + 2] ?? 0)) at = this.#next(base, at);
    this.#bytes[at] = byte;
    state[base + 1] = at + 1;
  }

  #next(base: number, pointer: number): number {
    const size = Math.min((this.#state[base + 3] ?? 0) * 2, LARGEST_SLICE);
    const at = this.#slice(size);
    for (let index = 0; index < POINTER; index += 1) this.#bytes[pointer + index] = at >>> (8 * index);
    this.#state[base + 2] = at + size - POINTER;
    this.#state[base + 3] = size;
    return at;
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
      const larger = new Uint8Array(Math.max(this.#used, Math.ceil(this.#bytes.length * 1.6)));
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
