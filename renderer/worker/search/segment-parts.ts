import { type Pages, unreadPages } from './pages.ts';
import type { Segment } from './segment.ts';

/** Parts of a segment that are lists in pages: of which a search needs but a little, most of a segment; and what says where they begin. */
export const LISTS = { postings: 'postingsAt', places: 'placesAt', broad: 'broadAt' } as const;
/** A part of a segment that is lists in pages. */
export type ListPart = keyof typeof LISTS;
/** All of them. */
export const LIST_PARTS = Object.keys(LISTS) as readonly ListPart[];

/** The numbers that each other part of a segment is made of: every search needs them. */
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
  postingsAt: Uint32Array,
  counts: Uint8Array,
  many: Uint32Array,
  placesAt: Uint32Array,
  broadOf: Uint32Array,
  broadAt: Uint32Array,
  ids: Uint32Array,
  files: Uint32Array,
  kinds: Uint8Array,
  marks: Uint8Array,
  times: Float64Array,
  lengths: Uint16Array,
  widths: Uint8Array,
  byId: Uint32Array,
} as const satisfies {
  readonly [Part in Exclude<keyof Segment, ListPart>]: {
    readonly BYTES_PER_ELEMENT: number;
    new (bytes: ArrayBuffer, from: number, length: number): Segment[Part];
  };
};

/** A part of a segment that is numbers. */
export type NumberPart = keyof typeof NUMBERS;
/** All of them. */
export const NUMBER_PARTS = Object.keys(NUMBERS) as readonly NumberPart[];

/** How many numbers each part of a segment has. */
export type PartLengths = Readonly<Partial<Record<NumberPart, number>>>;

/** How many numbers each part of a segment has. */
export const partLengths = (segment: Segment): PartLengths =>
  Object.fromEntries(NUMBER_PARTS.map((part) => [part, segment[part].length]));

/** Numbers of eight bytes have to begin at a multiple of eight. */
const ALIGNED = 8;
const aligned = (size: number): number => Math.ceil(size / ALIGNED) * ALIGNED;

/** Parts that lie together: so many bytes, or of a single part more. */
export function groupsOf(lengths: PartLengths, size: number): readonly (readonly NumberPart[])[] {
  const groups: NumberPart[][] = [];
  let left = 0;
  for (const part of NUMBER_PARTS) {
    const bytes = aligned((lengths[part] ?? 0) * NUMBERS[part].BYTES_PER_ELEMENT);
    if (groups.length === 0 || bytes > left) {
      groups.push([]);
      left = size;
    }
    groups.at(-1)?.push(part);
    left -= bytes;
  }
  return groups;
}

/** Parts of a segment, one after another, as bytes. */
export const partBytes = (segment: Segment, parts: readonly NumberPart[]): readonly Uint8Array[] =>
  parts.flatMap((part) => {
    const { buffer, byteOffset, byteLength } = segment[part];
    return [new Uint8Array(buffer, byteOffset, byteLength), new Uint8Array(aligned(byteLength) - byteLength)];
  });

/** Parts out of their bytes, which are used as they lie. */
function viewsOf(parts: readonly NumberPart[], lengths: PartLengths, bytes: ArrayBuffer) {
  let from = 0;
  return parts.map((part) => {
    const numbers = new NUMBERS[part](bytes, from, lengths[part] ?? 0);
    from += aligned(numbers.byteLength);
    return [part, numbers] as const;
  });
}

/** Where the pages of each part begin, and where the last one ends. */
export type PageStarts = Readonly<Record<ListPart, readonly number[]>>;

/** A segment out of the bytes of its {@link groupsOf groups}, which are used as they lie; its lists are not read. */
export function segmentOf(
  groups: readonly (readonly NumberPart[])[],
  lengths: PartLengths,
  bytes: readonly ArrayBuffer[],
  starts: PageStarts,
): Segment {
  const numbers = groups.flatMap((parts, group) =>
    viewsOf(parts, lengths, bytes[group] ?? new ArrayBuffer()),
  );
  const lists = LIST_PARTS.map((part): readonly [ListPart, Pages] => [part, unreadPages(starts[part])]);
  return Object.fromEntries<unknown>([...numbers, ...lists]) as unknown as Segment;
}
