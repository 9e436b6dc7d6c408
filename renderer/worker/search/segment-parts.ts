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
  widths: Uint8Array,
  byId: Uint32Array,
} as const satisfies {
  readonly [Part in keyof Segment]: {
    readonly BYTES_PER_ELEMENT: number;
    new (bytes: ArrayBuffer, from: number, length: number): Segment[Part];
  };
};

/** A part of a segment. */
export type SegmentPart = keyof Segment;
/** All parts of a segment. */
export const SEGMENT_PARTS = Object.keys(NUMBERS) as readonly SegmentPart[];
/** Those of which a search needs but a little: most of a segment. */
export const LISTS = ['postings', 'places'] as const satisfies readonly SegmentPart[];
/** Those that every search needs. */
export const HEAD = SEGMENT_PARTS.filter((part) => !LISTS.some((list) => list === part));

/** How many numbers each part of a segment has. */
export type PartLengths = Readonly<Partial<Record<SegmentPart, number>>>;

/** How many numbers each part of a segment has. */
export const partLengths = (segment: Segment): PartLengths =>
  Object.fromEntries(SEGMENT_PARTS.map((part) => [part, segment[part].length]));

/** Numbers of eight bytes have to begin at a multiple of eight. */
const ALIGNED = 8;
const aligned = (size: number): number => Math.ceil(size / ALIGNED) * ALIGNED;

/** Parts of a segment, one after another, as bytes. */
export const partBytes = (segment: Segment, parts: readonly SegmentPart[]): readonly Uint8Array[] =>
  parts.flatMap((part) => {
    const { buffer, byteOffset, byteLength } = segment[part];
    return [new Uint8Array(buffer, byteOffset, byteLength), new Uint8Array(aligned(byteLength) - byteLength)];
  });

/** How many bytes {@link partBytes} are. */
export const sizeOfParts = (parts: readonly SegmentPart[], lengths: PartLengths): number =>
  parts.reduce((size, part) => size + aligned((lengths[part] ?? 0) * NUMBERS[part].BYTES_PER_ELEMENT), 0);

function viewsOf(parts: readonly SegmentPart[], lengths: PartLengths, bytes: ArrayBuffer) {
  let from = 0;
  return parts.map((part) => {
    const numbers = new NUMBERS[part](bytes, from, lengths[part] ?? 0);
    from += aligned(numbers.byteLength);
    return [part, numbers] as const;
  });
}

/** A segment out of the bytes of its {@link HEAD} and of its {@link LISTS}, which are used as they lie. */
export const segmentOf = (lengths: PartLengths, head: ArrayBuffer, lists: ArrayBuffer): Segment =>
  Object.fromEntries([
    ...viewsOf(HEAD, lengths, head),
    ...viewsOf(LISTS, lengths, lists),
  ]) as unknown as Segment;
