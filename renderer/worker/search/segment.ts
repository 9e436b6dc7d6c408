import type { RecordId } from '#shared/domain/ids.ts';
import { LINE_MARKS } from '#shared/domain/rich-text.ts';
import { SEARCH_KINDS, type SearchKind } from './docs.ts';
import { bytesOfPages, type Pages } from './pages.ts';

/**
 * A part of the index that never changes. Numbers in typed arrays and pages of bytes, so that it needs no parsing.
 *
 * Dictionary: the distinct folded words in the order of their UTF-16 units (`folded`, `foldedAt`), each with its spellings
 * (`firstSpelling`; where a spelling is not the folded word itself, `spelled` has it), and, for each word, how many units
 * it shares with the one before (`shared`). Each unit is the number it has among all `letters`, in one byte: the `High` ones
 * are empty, unless there are more than 256. `stemAt` and `stemWord` lead from the first bits of a stem's hash to the words that
 * have such a stem and are spelled otherwise. Numbers written in parts («12 345») are words too, in one, with a «#» before them.
 *
 * Postings of a spelling, by document: (distance to the document before << 3 | strong << 2 | how often, up to 3; 0: what comes
 * next says how often, less 4). Places of a spelling, by document, each as the distance to the one before: read only for phrases.
 * Words that stand beside each other in one line have places that follow each other; a line ends with a gap.
 */
export interface Segment {
  /** All UTF-16 units that words have, in order. */
  readonly letters: Uint16Array;
  readonly folded: Uint8Array;
  readonly foldedHigh: Uint8Array;
  readonly foldedAt: Uint32Array;
  readonly shared: Uint8Array;
  readonly firstSpelling: Uint32Array;
  readonly spelled: Uint8Array;
  readonly spelledHigh: Uint8Array;
  readonly spelledAt: Uint32Array;
  /** By the first bits of a hash: where its words begin in `stemWord`. A power of two, and the end. */
  readonly stemAt: Uint32Array;
  readonly stemWord: Uint32Array;
  readonly postings: Pages;
  readonly postingsAt: Uint32Array;
  /** In how many documents a spelling is; {@link MANY}: `many` says how many. */
  readonly counts: Uint8Array;
  /** Numbers of the spellings that are in many documents, and in how many, by turns. */
  readonly many: Uint32Array;
  readonly places: Pages;
  readonly placesAt: Uint32Array;
  /** Numbers of the first spelling of each broad beginning and of the one after its last, by turns: see `broad.ts`. */
  readonly broadOf: Uint32Array;
  /** The documents of each broad beginning. */
  readonly broad: Pages;
  readonly broadAt: Uint32Array;
  /** Ids of the documents, four numbers each, as the UUID is written. */
  readonly ids: Uint32Array;
  /** By document: number of its client file. */
  readonly files: Uint32Array;
  readonly kinds: Uint8Array;
  /** By document: 0, or one more than the number of its mark. */
  readonly marks: Uint8Array;
  /** By document: milliseconds since the epoch; NaN for none. */
  readonly times: Float64Array;
  /** By document: how many words it has, up to 65,535. */
  readonly lengths: Uint16Array;
  /** By document: how many bytes each of its places takes, as a power of two. */
  readonly widths: Uint8Array;
  /** Open hash table from ids to the first document with that id, plus one. */
  readonly byId: Uint32Array;
}

/** What a number written in parts begins with: no word that is typed does. */
export const NUMBER_SIGN = '#';

/** How many documents a segment has. */
export const docCount = ({ kinds }: Pick<Segment, 'kinds'>): number => kinds.length;
/** How many distinct folded words it has. */
export const wordCount = ({ foldedAt }: Pick<Segment, 'foldedAt'>): number => foldedAt.length - 1;
/** Bytes it takes. */
export const segmentBytes = (segment: Segment): number =>
  Object.values(segment as unknown as Record<string, Uint8Array | Pages>).reduce(
    (sum, part) => sum + ('pages' in part ? bytesOfPages(part) : part.byteLength),
    0,
  );

/** In so many documents or more. */
export const MANY = 255;

/** In how many documents a spelling is. */
export function docsWith({ counts, many }: Pick<Segment, 'counts' | 'many'>, spelling: number): number {
  const count = counts[spelling] ?? 0;
  if (count < MANY) return count;
  let [low, high] = [0, many.length >>> 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((many[2 * middle] ?? 0) < spelling) low = middle + 1;
    else high = middle;
  }
  return many[2 * low + 1] ?? 0;
}

/** A part of letters as a text. */
function lettersOf(
  letters: Uint16Array,
  low: Uint8Array,
  high: Uint8Array,
  from: number,
  to: number,
): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCharCode(letterAt(letters, low, high, at));
  return text;
}

const letterAt = (letters: Uint16Array, low: Uint8Array, high: Uint8Array, at: number): number =>
  letters[(low[at] ?? 0) | (high.length > 0 ? (high[at] ?? 0) << 8 : 0)] ?? 0;

/** A unit of the folded words by its place. */
export const foldedUnit = ({ letters, folded, foldedHigh }: Segment, at: number): number =>
  letterAt(letters, folded, foldedHigh, at);

/** A folded word by its number. */
export const foldedWord = ({ letters, folded, foldedHigh, foldedAt }: Segment, word: number): string =>
  lettersOf(letters, folded, foldedHigh, foldedAt[word] ?? 0, foldedAt[word + 1] ?? 0);

/** A spelling of a folded word. */
export function spellingOf(segment: Segment, word: number, spelling: number): string {
  const { letters, spelled, spelledHigh } = segment;
  const from = segment.spelledAt[spelling] ?? 0;
  const to = segment.spelledAt[spelling + 1] ?? 0;
  return from === to ? foldedWord(segment, word) : lettersOf(letters, spelled, spelledHigh, from, to);
}

/** The first word that does not come before a text. */
export function wordFrom(segment: Segment, wanted: string): number {
  const { foldedAt } = segment;
  let [low, high] = [0, wordCount(segment)];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const from = foldedAt[middle] ?? 0;
    const length = (foldedAt[middle + 1] ?? 0) - from;
    let order = 0;
    for (let index = 0; order === 0 && index < wanted.length; index += 1) {
      order = index < length ? foldedUnit(segment, from + index) - wanted.charCodeAt(index) : -1;
    }
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of a folded word; -1 when it is not there. */
export function wordNumber(segment: Segment, wanted: string): number {
  const word = wordFrom(segment, wanted);
  return word < wordCount(segment) && foldedWord(segment, word) === wanted ? word : -1;
}

/** The words that begin with a text: from, inclusive, to, exclusive. */
export const wordsBeginning = (segment: Segment, beginning: string): readonly [number, number] => [
  wordFrom(segment, beginning),
  wordFrom(segment, `${beginning}\uFFFF`),
];

/** A hash of a stem (FNV-1a). */
export function stemHashOf(stem: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < stem.length; index += 1) {
    hash = Math.imul(hash ^ stem.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** A word has at most so many stems. */
export const MOST_STEMS = 4;

/** Words among which are those whose stem has this hash. */
export function wordsWithStemHash({ stemAt, stemWord }: Segment, hash: number): Uint32Array {
  const bucket = hash >>> (32 - Math.log2(stemAt.length - 1));
  return stemWord.subarray(stemAt[bucket], stemAt[bucket + 1]);
}

/** The four numbers of an id. */
export function idNumbers(id: string): readonly [number, number, number, number] {
  return [
    Number.parseInt(id.slice(0, 8), 16),
    Number.parseInt(id.slice(9, 13) + id.slice(14, 18), 16),
    Number.parseInt(id.slice(19, 23) + id.slice(24, 28), 16),
    Number.parseInt(id.slice(28), 16),
  ];
}

/** The id of a document. */
export function idOf({ ids }: Segment, doc: number): RecordId {
  const hex = [0, 1, 2, 3].map((index) => (ids[4 * doc + index] ?? 0).toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as RecordId;
}

const sameId = (ids: Uint32Array, doc: number, id: readonly number[]): boolean =>
  ids[4 * doc] === id[0] &&
  ids[4 * doc + 1] === id[1] &&
  ids[4 * doc + 2] === id[2] &&
  ids[4 * doc + 3] === id[3];

const sameDocs = (ids: Uint32Array, one: number, other: number): boolean =>
  ids[4 * one + 3] === ids[4 * other + 3] &&
  ids[4 * one + 2] === ids[4 * other + 2] &&
  ids[4 * one + 1] === ids[4 * other + 1] &&
  ids[4 * one] === ids[4 * other];

/** Enters the first document of each id into a hash table. Documents with one id stand together. */
export function tableOfIds(ids: Uint32Array, count: number): Uint32Array<ArrayBuffer> {
  let size = 8;
  while (size < count * 1.5) size *= 2;
  const table = new Uint32Array(size);
  for (let doc = 0; doc < count; doc += 1) {
    if (doc > 0 && sameDocs(ids, doc - 1, doc)) continue;
    let at = (ids[4 * doc + 3] ?? 0) & (size - 1);
    while (table[at] !== 0) at = (at + 1) & (size - 1);
    table[at] = doc + 1;
  }
  return table;
}

/** The documents with an id, which stand together: from, inclusive, to, exclusive; null when there are none. */
export function docsOf(segment: Segment, id: RecordId): readonly [number, number] | null {
  const { byId, ids } = segment;
  const wanted = idNumbers(id);
  for (let at = wanted[3] & (byId.length - 1); byId[at] !== 0; at = (at + 1) & (byId.length - 1)) {
    const from = (byId[at] ?? 0) - 1;
    if (!sameId(ids, from, wanted)) continue;
    let to = from + 1;
    while (to < docCount(segment) && sameId(ids, to, wanted)) to += 1;
    return [from, to];
  }
  return null;
}

/** Which line of its note a document is, counted from 0 among the marked ones. */
export function lineOf(segment: Segment, doc: number): number {
  let first = doc;
  while (first > 0 && sameDocs(segment.ids, first - 1, doc)) first -= 1;
  return doc - first - 1;
}

/** The kind of a document. */
export const kindOfDoc = ({ kinds }: Segment, doc: number): SearchKind =>
  SEARCH_KINDS[kinds[doc] ?? 0] ?? 'note';

/** The number under which a kind stands in a segment. */
export const kindNumber = (kind: SearchKind): number => SEARCH_KINDS.indexOf(kind);
/** The number under which a mark stands in a segment; 0: none. */
export const markNumber = (mark: (typeof LINE_MARKS)[number] | null): number =>
  mark === null ? 0 : LINE_MARKS.indexOf(mark) + 1;
