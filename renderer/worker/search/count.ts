import { broadNumber, see, seeBroad, SEEN_STRONG } from './broad.ts';
import type { Spellings } from './expand.ts';
import { pageAt } from './pages.ts';
import { kindNumber, type Segment } from './segment.ts';

/** BM25 (Robertson et al., 1994) with the constants everybody uses. */
const K1 = 1.2;
const B = 0.75;
export const K1_PLUS_1 = K1 + 1;
/** What slows down what a word counts; how the length of a document adds to it stands with its segment. */
const NORM = K1 * (1 - B);
/** A name or title counts like the word so many times more. */
const STRONG_TIMES = 3;
const CLIENT = kindNumber('client');

/** What each word of a document adds to the denominator of BM25, given how long documents are on average. */
export const slopeFor = (meanLength: number): number => (K1 * B) / Math.max(1, meanLength);

/** What was counted for one segment. */
export interface Counts {
  readonly segment: Segment;
  /** By document: 1 when it is not there any more. */
  readonly gone: Uint8Array;
  readonly slope: number;
  readonly scores: Float32Array;
  /** By document: the clauses it fulfils, one bit each. */
  readonly masks: Uint32Array;
  /** The documents that fulfil any, and how many there are. */
  readonly touched: Uint32Array;
  count: number;
  /** By document: zero but while something is counted. */
  readonly seen: Uint8Array;
}

/** Which clause is counted. */
export interface Counted {
  readonly bit: number;
  /** The clauses that were counted before: what does not fulfil them all is out. */
  readonly before: number;
  /** By client file: the clauses that the client's name fulfils. */
  readonly fileMasks: Uint32Array;
  /** What one word is worth. */
  readonly worth: number;
}

/** Counts a document for a clause: how often the clause is in it, and whether in a name or title (1, else 0). */
export function countDoc(
  counts: Counts,
  { bit, before, fileMasks, worth }: Counted,
  doc: number,
  times: number,
  strong: number,
): void {
  const { segment, scores, masks } = counts;
  const mask = masks[doc] ?? 0;
  if (strong === 1 && segment.kinds[doc] === CLIENT && counts.gone[doc] !== 1) {
    const file = segment.files[doc] ?? 0;
    fileMasks[file] = (fileMasks[file] ?? 0) | bit;
  }
  // What the client's name fulfilled is known of all clauses before this one.
  if ((mask & before) !== before && ((mask | (fileMasks[segment.files[doc] ?? 0] ?? 0)) & before) !== before)
    return;
  if (mask === 0) {
    counts.touched[counts.count] = doc;
    counts.count += 1;
  }
  masks[doc] = mask | bit;
  const weighed = times + strong * STRONG_TIMES;
  const length = segment.lengths[doc] ?? 0;
  scores[doc] = (scores[doc] ?? 0) + (worth * weighed) / (weighed + NORM + length * counts.slope);
}

const NONE = new Uint8Array();

/**
 * Counts all documents with a spelling. Most of the time of a search is spent here: the numbers are read
 * without a call for each, and what a search of one word does not need is not asked.
 */
export function countSpelling(counts: Counts, counted: Counted, spelling: number): void {
  const { segment, scores, masks, touched, slope } = counts;
  const { lengths, postingsAt } = segment;
  const { bit, before, worth } = counted;
  const page = pageAt(segment.postings, postingsAt[spelling] ?? 0);
  const postings = segment.postings.pages[page] ?? NONE;
  const start = segment.postings.starts[page] ?? 0;
  const end = (postingsAt[spelling + 1] ?? 0) - start;
  let at = (postingsAt[spelling] ?? 0) - start;
  let doc = 0;
  while (at < end) {
    let posting = postings[at] ?? 0;
    at += 1;
    if (posting > 127) {
      posting &= 127;
      for (let shift = 7; ; shift += 7) {
        const byte = postings[at] ?? 0;
        at += 1;
        posting |= (byte & 127) << shift;
        if (byte < 128) break;
      }
    }
    doc += posting >>> 3;
    let times = posting & 3;
    if (times === 0) {
      for (let shift = 0; ; shift += 7) {
        const byte = postings[at] ?? 0;
        at += 1;
        times |= (byte & 127) << shift;
        if (byte < 128) break;
      }
      times += 4;
    }
    if ((posting & 4) !== 0 || before !== 0) {
      countDoc(counts, counted, doc, times, (posting >>> 2) & 1);
      continue;
    }
    const mask = masks[doc] ?? 0;
    if (mask === 0) {
      touched[counts.count] = doc;
      counts.count += 1;
      masks[doc] = bit;
    }
    scores[doc] = (scores[doc] ?? 0) + (worth * times) / (times + NORM + (lengths[doc] ?? 0) * slope);
  }
}

/**
 * Counts all documents with one of many spellings that together are in very many documents, as those of two letters are:
 * which of the words a document has says nothing then, so a document counts the same whichever it is and however often. Names and
 * titles still count for more.
 * @param some Spellings, and all those between two others.
 */
export function countBroadly(
  counts: Counts,
  counted: Counted,
  some: readonly number[],
  { from, to }: Pick<Spellings, 'from' | 'to'>,
): void {
  const { segment, scores, masks, touched, seen } = counts;
  for (const spelling of some) see(segment, spelling, seen);
  const number = broadNumber(segment, from, to);
  if (number >= 0) seeBroad(segment, number, seen);
  else for (let spelling = from; spelling < to; spelling += 1) see(segment, spelling, seen);
  const { bit, before, worth } = counted;
  const each = worth / 2;
  for (let doc = 0; doc < seen.length; doc += 1) {
    const how = seen[doc] ?? 0;
    if (how === 0) continue;
    seen[doc] = 0;
    const mask = masks[doc] ?? 0;
    if ((how & SEEN_STRONG) !== 0) countDoc(counts, counted, doc, 1, 1);
    else if ((mask & bit) !== 0) continue;
    else if (before !== 0) countDoc(counts, counted, doc, 1, 0);
    else {
      if (mask === 0) {
        touched[counts.count] = doc;
        counts.count += 1;
      }
      masks[doc] = mask | bit;
      scores[doc] = (scores[doc] ?? 0) + each;
    }
  }
}
