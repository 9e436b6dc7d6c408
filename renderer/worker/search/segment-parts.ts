import type { Segment } from './segment.ts';

/** The numbers that each part of a segment is made of. */
const NUMBERS = {
  letters: Uint16Array,
  folded: Uint8Array,
  foldedHigh: Uint8Array,
  foldedAt: Uint32Array,
  shared: Uint8Array,
  firstSpelling: Uint32Array,
  spelled: Uint8Array,
  spelledHigh: Uint8Array,
  spelledAt: Uint32Array,
  stemAt: Uint32Array,
  stemWord: Uint32Array,
  postings: Uint8Array,
  postingsAt: Uint32Array,
  counts: Uint8Array,
  many: Uint32Array,
  places: Uint8Array,
  placesAt: Uint32Array,
  ids: Uint32Array,
  files: Uint32Array,
  kinds: Uint8Array,
  marks: Uint8Array,
  times: Float64Array,
  lengths: Uint16Array,
  byId: Uint32Array,
} as const satisfies {
  readonly [Part in keyof Segment]: {
    readonly BYTES_PER_ELEMENT: number;
    new (bytes: ArrayBuffer, from: number, length: number): Segment[Part];
  };
};

/** All parts of a segment. */
export const SEGMENT_PARTS = Object.keys(NUMBERS) as readonly (keyof Segment)[];

/** Numbers of eight bytes have to begin at a multiple of eight. */
const ALIGNED = 8;
const aligned = (size: number): number => Math.ceil(size / ALIGNED) * ALIGNED;

/** How many numbers each part of a segment has. */
export const partLengths = (segment: Segment): readonly number[] =>
  SEGMENT_PARTS.map((part) => segment[part].length);

/** The parts of a segment, one after another, as bytes. */
export const partBytes = (segment: Segment): readonly Uint8Array[] =>
  SEGMENT_PARTS.flatMap((part) => {
    const { buffer, byteOffset, byteLength } = segment[part];
    return [new Uint8Array(buffer, byteOffset, byteLength), new Uint8Array(aligned(byteLength) - byteLength)];
  });

/** How many bytes {@link partBytes} are, by {@link partLengths}. */
export const sizeOfParts = (lengths: readonly number[]): number =>
  SEGMENT_PARTS.reduce(
    (size, part, at) => size + aligned((lengths[at] ?? 0) * NUMBERS[part].BYTES_PER_ELEMENT),
    0,
  );

/** A segment out of {@link partBytes}, which are used as they lie. */
export function segmentOf(lengths: readonly number[], bytes: ArrayBuffer): Segment {
  let from = 0;
  const parts = SEGMENT_PARTS.map((part, at) => {
    const numbers = new NUMBERS[part](bytes, from, lengths[at] ?? 0);
    from += aligned(numbers.byteLength);
    return [part, numbers] as const;
  });
  return Object.fromEntries(parts) as unknown as Segment;
}
