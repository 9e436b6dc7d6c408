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
  readonly [Part in keyof Segment]: new (bytes: ArrayBuffer) => Segment[Part];
};

/** A part of a segment. */
export type SegmentPart = keyof Segment;
/** All parts of a segment. */
export const SEGMENT_PARTS = Object.keys(NUMBERS) as readonly SegmentPart[];

/** A segment out of the bytes of its parts, which are used as they are. */
export const segmentOf = (bytes: (part: SegmentPart) => ArrayBuffer): Segment =>
  Object.fromEntries(
    Object.entries(NUMBERS).map(([part, Numbers]) => [part, new Numbers(bytes(part as SegmentPart))]),
  ) as unknown as Segment;
