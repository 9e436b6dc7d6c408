import { broadNumber } from './broad.ts';
import { spellingsFor, type Spellings } from './expand.ts';
import type { LoadedSegment } from './index-keeper.ts';
import type { SomeLists } from './lazy-lists.ts';
import type { Clause } from './query.ts';
import type { LiveSegment } from './search.ts';
import type { Segment } from './segment.ts';
import { type ListPart, LISTS } from './segment-parts.ts';

/** A segment that was kept, as it is searched now. */
export interface Adopted {
  readonly live: LiveSegment;
  readonly loaded: LoadedSegment;
}

type Range = readonly [from: number, to: number];

/** Spellings that lie beside each other: from, inclusive, to, exclusive. */
const rangesOf = ({ like, from, to }: Spellings): readonly Range[] => [
  ...[...like.keys()].map((spelling): Range => [spelling, spelling + 1]),
  ...(from < to ? [[from, to] as const] : []),
];

/** The lists of a part that lie between two others: from, inclusive, to, exclusive. */
function listsOf(segment: Segment, part: ListPart, [from, to]: Range): SomeLists {
  const at = segment[LISTS[part]];
  return { part, from: at[from] ?? 0, to: at[to] ?? 0 };
}

/** The lists that a search needs. */
const listsFor = (segment: Segment, clauses: readonly Clause[]): readonly SomeLists[] =>
  clauses.flatMap((clause) =>
    clause.flatMap((word) =>
      // Those with typing errors too: they are wanted when little is found without.
      rangesOf(spellingsFor(segment, word, true)).flatMap((range): readonly SomeLists[] => {
        const postings = listsOf(segment, 'postings', range);
        if (clause.length > 1) return [postings, listsOf(segment, 'places', range)];
        const broad = broadNumber(segment, ...range);
        return [broad < 0 ? postings : listsOf(segment, 'broad', [broad, broad + 1])];
      }),
    ),
  );

/**
 * What of a kept index was not read yet. Its dictionary is there; the lists, which are most of it, follow in the background,
 * and what a search wants of them comes first.
 */
export class Unread {
  readonly #segments: readonly Adopted[];
  #all: Promise<void> | null = null;
  #left: boolean;

  constructor(segments: readonly Adopted[]) {
    this.#segments = segments;
    this.#left = segments.length > 0;
  }

  /** Whether there is something left. */
  get left(): boolean {
    return this.#left;
  }

  /** Reads what a search needs. Rejects when it does not open. */
  async readFor(clauses: readonly Clause[]): Promise<void> {
    if (!this.#left) return;
    await Promise.all(
      this.#segments.map(({ live: { segment }, loaded: { lists } }) =>
        lists.read(listsFor(segment, clauses)),
      ),
    );
  }

  /**
   * Reads everything; does so once. Rejects when it does not open.
   * @param adopt Is told what was kept with each segment.
   */
  readAll(adopt: (extras: Readonly<Record<string, Uint8Array>>, live: LiveSegment) => void): Promise<void> {
    this.#all ??= this.#readAll(adopt);
    return this.#all;
  }

  async #readAll(adopt: Parameters<Unread['readAll']>[0]): Promise<void> {
    for (const { live, loaded } of this.#segments) {
      await loaded.lists.readAll();
      adopt(await loaded.extras(), live);
    }
    this.#left = false;
  }
}
