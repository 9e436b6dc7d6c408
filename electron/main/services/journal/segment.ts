/** File name of a segment: its number, eight digits. */
export const segmentName = (number: number): string => `${String(number).padStart(8, '0')}.kjl`;

/** Number of a segment file; null when the name is not one. */
export function segmentNumber(name: string): number | null {
  const digits = /^(\d{8})\.kjl$/.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Where the frames of a segment start: four bytes a frame, so that an old journal costs little memory. */
export class OffsetTable {
  #offsets: Uint32Array;
  #length: number;

  constructor(offsets: readonly number[] = []) {
    this.#offsets = new Uint32Array(Math.max(64, offsets.length * 2));
    this.#offsets.set(offsets);
    this.#length = offsets.length;
  }

  get length(): number {
    return this.#length;
  }

  /** Start of a frame by its index; undefined behind the last one. */
  at(index: number): number | undefined {
    return index < this.#length ? this.#offsets[index] : undefined;
  }

  push(offset: number): void {
    if (this.#length === this.#offsets.length) {
      const wider = new Uint32Array(this.#offsets.length * 2);
      wider.set(this.#offsets);
      this.#offsets = wider;
    }
    this.#offsets[this.#length] = offset;
    this.#length += 1;
  }
}

/** Frames of a segment file that follow each other. Damage splits a file into several of these. */
export interface Segment {
  readonly number: number;
  readonly firstSeq: number;
  /** Chain hash of the frame before the first. */
  readonly previousHash: Uint8Array;
  readonly offsets: OffsetTable;
  /** Where its acknowledged data end. */
  end: number;
}

/** The name with which a damaged file is put out of the way. */
export const damagedName = (number: number): string => `${segmentName(number)}.damaged`;
