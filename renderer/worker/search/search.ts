import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { LineMark } from '#shared/domain/rich-text.ts';
import { Best, type Entry } from './best.ts';
import { seenRoom } from './broad.ts';
import { countBroadly, countDoc, countSpelling, type Counts, K1_PLUS_1, slopeFor } from './count.ts';
import { SEARCH_KINDS, type SearchKind } from './docs.ts';
import { docsWithAny, eachSpelling, type Spellings, spellingsFor, WEIGHTS } from './expand.ts';
import { phraseIn } from './phrase.ts';
import { type Clause, typingErrors } from './query.ts';
import { docCount, idOf, kindNumber, kindOfDoc, lineOf, markNumber, type Segment } from './segment.ts';

/** A segment as it stands now. */
export interface LiveSegment {
  readonly segment: Segment;
  /** By document: 1 when it is not there any more. */
  readonly gone: Uint8Array;
  /** What each word of a document adds to the denominator of BM25. */
  readonly slope: number;
}

/** A segment of which everything is there. */
export function wholeSegment(segment: Segment): LiveSegment {
  const { lengths } = segment;
  let words = 0;
  for (let doc = 0; doc < lengths.length; doc += 1) words += lengths[doc] ?? 0;
  const slope = slopeFor(words / Math.max(1, docCount(segment)));
  return { segment, gone: new Uint8Array(docCount(segment)), slope };
}

/** What results are narrowed to. What is left out does not narrow. */
export interface SearchFilters {
  readonly kinds?: readonly SearchKind[];
  readonly fileId?: FileId;
  /** Milliseconds since the epoch: from, inclusive. */
  readonly from?: number;
  /** Milliseconds since the epoch: to, exclusive. */
  readonly to?: number;
  /** Lines of notes that carry one of these marks: then nothing else is found. */
  readonly marks?: readonly LineMark[];
}

export type SearchOrder = 'best' | 'newest';

/** Something that was found. */
export interface Hit {
  readonly id: RecordId;
  readonly fileId: FileId;
  readonly kind: SearchKind;
  /** Which of the marked lines of the note it is, counted from 0; null for a whole record. */
  readonly line: number | null;
  readonly at: number | null;
  readonly score: number;
}

/** What a search found. */
export interface Found {
  /** The first ones. */
  readonly hits: readonly Hit[];
  /** How many there are in all. */
  readonly total: number;
  /** How many there are of each kind, whichever kinds were asked for. */
  readonly kinds: Readonly<Partial<Record<SearchKind, number>>>;
  /** Whether words with small typing errors were taken in, because little was found without. */
  readonly similar: boolean;
}

/** What is searched, and how. */
export interface SearchRequest {
  readonly clauses: readonly Clause[];
  readonly filters: SearchFilters;
  readonly order: SearchOrder;
  /** Most hits to answer. */
  readonly most: number;
  /** Milliseconds since the epoch: what is younger counts for more. */
  readonly now: number;
}

/** Client files by number. */
export interface FileTable {
  readonly count: number;
  readonly fileOf: (number: number) => FileId;
  readonly find: (file: FileId) => number | undefined;
}

/** A beginning that is so many times in documents is counted broadly. */
const BROAD = 50_000;
/** With fewer results than this, words with small typing errors are taken in. */
const FEW = 3;
const WEEK_MS = 7 * 24 * 3600 * 1000;
const YEAR_MS = 365.25 * 24 * 3600 * 1000;
const KIND_WEIGHTS: Readonly<Record<SearchKind, number>> = {
  client: 1.6,
  party: 1.2,
  note: 1,
  requirement: 1,
  requirementsDocument: 1.1,
  task: 0.9,
  question: 0.9,
  document: 1,
  line: 1,
  reminder: 0.9,
  engagement: 1.1,
  money: 0.8,
  sheet: 0.8,
  conflictCheck: 0.8,
};
const LINE = kindNumber('line');
const BY_NUMBER = SEARCH_KINDS.map((kind) => KIND_WEIGHTS[kind]);

/** What was counted for one segment. */
interface Tally extends Counts {
  readonly live: LiveSegment;
}

/** A clause, and what each of its words stands for in each segment. */
interface Expanded {
  readonly bit: number;
  readonly words: readonly (readonly Spellings[])[];
  /** How many documents can fulfil it at most. */
  readonly having: number;
}

/** What results are gathered into. */
interface Collecting {
  readonly index: number;
  readonly all: number;
  readonly wanted: Uint8Array;
  readonly counts: Uint32Array;
  readonly best: Best;
}

/** How much younger documents count for more, by their age in weeks: 1 for new ones, down to 0.7. */
const RECENCY = Float64Array.from(
  { length: 1000 },
  (_, weeks) => 0.7 + 0.3 * 2 ** ((-weeks * WEEK_MS) / YEAR_MS),
);
const OLDEST = RECENCY.length - 1;
const recency = (at: number, now: number): number =>
  Number.isNaN(at) ? 0.9 : (RECENCY[Math.max(0, Math.min(OLDEST, Math.floor((now - at) / WEEK_MS)))] ?? 0.7);

/** How much a rare word says (the inverse document frequency of BM25). */
const rarity = (docs: number, having: number): number =>
  Math.log(1 + (docs - Math.min(docs, having) + 0.5) / (Math.min(docs, having) + 0.5));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Room for the tally of each segment, all zero between searches: making it anew would take longer than most searches do. */
const rooms = new WeakMap<Segment, Pick<Tally, 'scores' | 'masks' | 'touched' | 'seen'>>();

function tallyOf(live: LiveSegment): Tally {
  const { segment } = live;
  const size = docCount(segment);
  const room = rooms.get(segment) ?? {
    scores: new Float32Array(size),
    masks: new Uint32Array(size),
    touched: new Uint32Array(size),
    seen: seenRoom(size),
  };
  rooms.set(segment, room);
  return { live, ...live, ...room, count: 0 };
}

/** Whether very many documents were counted. */
const isMost = ({ segment, count }: Pick<Tally, 'segment' | 'count'>): boolean =>
  count * 6 > docCount(segment);

function clear({ segment, scores, masks, touched, count }: Tally): void {
  if (isMost({ segment, count })) {
    scores.fill(0);
    masks.fill(0);
    return;
  }
  for (let turn = 0; turn < count; turn += 1) {
    const doc = touched[turn] ?? 0;
    scores[doc] = 0;
    masks[doc] = 0;
  }
}

/** Searches all segments at once: what is rare and who fits is judged over all of them. One search at a time. */
export class Searching {
  readonly #request: SearchRequest;
  readonly #files: FileTable;
  readonly #tallies: readonly Tally[];
  /** By client file: the clauses that the client's name fulfils. */
  readonly #fileMasks: Uint32Array;
  readonly #docs: number;

  constructor(segments: readonly LiveSegment[], files: FileTable, request: SearchRequest) {
    this.#request = request;
    this.#files = files;
    this.#docs = sum(segments.map(({ segment }) => docCount(segment)));
    this.#fileMasks = new Uint32Array(files.count);
    this.#tallies = segments.map(tallyOf);
  }

  /** Finds what fulfils every clause. With no clause, everything that the filters let through. */
  find(similar: boolean): Found {
    try {
      return this.#found(similar);
    } finally {
      this.#tallies.forEach(clear);
    }
  }

  #found(similar: boolean): Found {
    const { clauses } = this.#request;
    const expanded = clauses.map((clause, index): Expanded => {
      const words = this.#tallies.map(({ live: { segment } }) =>
        clause.map((word) => spellingsFor(segment, word, similar)),
      );
      return { bit: 1 << index, words, having: this.#mostHaving(words) };
    });
    // The rarest first: the others then only look at what is left.
    let fulfilled = 0;
    for (const clause of expanded.toSorted((one, other) => one.having - other.having)) {
      this.#count(clause, fulfilled);
      fulfilled |= clause.bit;
    }
    return this.#collect(fulfilled, similar);
  }

  /** How many documents can fulfil a clause at most: those that have the rarest of its words. */
  #mostHaving(words: Expanded['words']): number {
    const length = words[0]?.length ?? 0;
    const counts = Array.from({ length }, (_, part) =>
      sum(
        this.#tallies.map(({ live: { segment } }, index) => {
          const spellings = words[index]?.[part];
          return spellings ? docsWithAny(segment, spellings) : 0;
        }),
      ),
    );
    return Math.min(...counts);
  }

  #count(clause: Expanded, fulfilled: number): void {
    const phrases = (clause.words[0]?.length ?? 0) > 1;
    const found = phrases
      ? this.#tallies.map(({ live }, index) => phraseIn(live.segment, clause.words[index] ?? []))
      : [];
    const having = phrases ? sum(found.map(({ count }) => count)) : clause.having;
    const worth = rarity(this.#docs, having) * K1_PLUS_1;
    const counted = { bit: clause.bit, before: fulfilled, fileMasks: this.#fileMasks, worth };
    this.#tallies.forEach((tally, index) => {
      const phrase = found[index];
      if (phrase) {
        const { docs, times, strong, count } = phrase;
        for (let at = 0; at < count; at += 1)
          countDoc(tally, counted, docs[at] ?? 0, times[at] ?? 0, strong[at] ?? 0);
        return;
      }
      const [spellings] = clause.words[index] ?? [];
      if (!spellings) return;
      const count = (spelling: number, weight: number): void =>
        countSpelling(tally, { ...counted, worth: worth * weight }, spelling);
      if (clause.having <= BROAD) {
        eachSpelling(spellings, count);
        return;
      }
      const broad: number[] = [];
      for (const [spelling, weight] of spellings.like) {
        if (weight === WEIGHTS.beginning) broad.push(spelling);
        else count(spelling, weight);
      }
      if (broad.length > 0 || spellings.from < spellings.to)
        countBroadly(tally, { ...counted, worth: worth * WEIGHTS.beginning }, broad, spellings);
    });
  }

  #collect(all: number, similar: boolean): Found {
    const { most } = this.#request;
    const wanted = this.#wantedKinds();
    const counts = new Uint32Array(SEARCH_KINDS.length);
    const best = new Best(most);
    this.#tallies.forEach((tally, index) => this.#collectFrom(tally, { index, all, wanted, counts, best }));
    return {
      hits: best.first().map((entry) => this.#hit(entry)),
      total: sum([...counts].map((count, kind) => (wanted[kind] === 1 ? count : 0))),
      kinds: Object.fromEntries(
        SEARCH_KINDS.flatMap((kind, number) => ((counts[number] ?? 0) > 0 ? [[kind, counts[number]]] : [])),
      ),
      similar,
    };
  }

  #collectFrom(
    { live, masks, scores, touched, count }: Tally,
    { index, all, wanted, counts, best }: Collecting,
  ): void {
    const { order, now } = this.#request;
    const { segment, gone } = live;
    const { files, kinds, times } = segment;
    const passes = this.#filter();
    const byScore = order === 'best' && all !== 0;
    // Of very many it is quicker to go through all documents in their order.
    const sweeping = all === 0 || isMost({ segment, count });
    const every = sweeping ? docCount(segment) : count;
    for (let turn = 0; turn < every; turn += 1) {
      const doc = sweeping ? turn : (touched[turn] ?? 0);
      const mask = masks[doc] ?? 0;
      if (mask !== all && (mask === 0 || (mask | (this.#fileMasks[files[doc] ?? 0] ?? 0)) !== all)) continue;
      const kind = kinds[doc] ?? 0;
      if (gone[doc] === 1 || (passes === null ? kind === LINE : !passes(segment, doc))) continue;
      counts[kind] = (counts[kind] ?? 0) + 1;
      if (wanted[kind] !== 1) continue;
      const raw = (scores[doc] ?? 0) * (BY_NUMBER[kind] ?? 1);
      // Recency only takes away: most are out before it is looked at.
      if (byScore && raw < best.least) continue;
      const at = times[doc] ?? Number.NaN;
      const score = raw * recency(at, now);
      const rank = byScore ? score : Number.isNaN(at) ? 0 : at;
      if (rank >= best.least) best.offer({ index, doc, rank, score, at });
    }
  }

  /** Null: only marked lines are left out. */
  #filter(): ((segment: Segment, doc: number) => boolean) | null {
    const { fileId, from, to, marks } = this.#request.filters;
    const file = fileId === undefined ? null : (this.#files.find(fileId) ?? -1);
    const timed = from !== undefined || to !== undefined;
    const wantedMarks = new Set((marks ?? []).map(markNumber));
    if (file === null && !timed && wantedMarks.size === 0) return null;
    return ({ files, kinds, marks: own, times }, doc) => {
      if (file !== null && files[doc] !== file) return false;
      if (timed) {
        const at = times[doc] ?? Number.NaN;
        if (!(at >= (from ?? Number.NEGATIVE_INFINITY) && at < (to ?? Number.POSITIVE_INFINITY)))
          return false;
      }
      // A marked line is found as part of its note, and by itself only when marks are asked for.
      return wantedMarks.size > 0 ? wantedMarks.has(own[doc] ?? 0) : kinds[doc] !== LINE;
    };
  }

  #wantedKinds(): Uint8Array {
    const { kinds, marks = [] } = this.#request.filters;
    const all = marks.length > 0 || kinds === undefined || kinds.length === 0;
    return Uint8Array.from(SEARCH_KINDS, (kind) => (all || kinds.includes(kind) ? 1 : 0));
  }

  #hit({ index, doc, score, at }: Entry): Hit {
    const { segment } = this.#tallies[index]?.live ?? {};
    if (!segment) throw new Error('No such segment');
    const kind = kindOfDoc(segment, doc);
    return {
      id: idOf(segment, doc),
      fileId: this.#files.fileOf(segment.files[doc] ?? 0),
      kind,
      line: kind === 'line' ? lineOf(segment, doc) : null,
      at: Number.isNaN(at) ? null : at,
      score,
    };
  }
}

/** Searches; when little is found, once more with small typing errors. */
export function search(segments: readonly LiveSegment[], files: FileTable, request: SearchRequest): Found {
  const found = new Searching(segments, files, request).find(false);
  const couldErr = request.clauses.some((clause) => clause.length === 1 && typingErrors(clause[0]) > 0);
  const anywhere = sum(Object.values(found.kinds));
  if (anywhere >= FEW || !couldErr) return found;
  const more = new Searching(segments, files, request).find(true);
  return sum(Object.values(more.kinds)) > anywhere ? more : found;
}
