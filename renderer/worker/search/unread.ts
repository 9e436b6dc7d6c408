import { spellingsFor, type Spellings } from './expand.ts';
import type { LoadedSegment } from './index-keeper.ts';
import type { Clause } from './query.ts';
import type { LiveSegment } from './search.ts';
import type { Segment } from './segment.ts';

/** A segment that was kept, as it is searched now. */
export interface Adopted {
  readonly live: LiveSegment;
  readonly loaded: LoadedSegment;
}

type Place = readonly [from: number, to: number];

/** Spellings that lie beside each other: from, inclusive, to, exclusive. */
const groupsOf = ({ like, from, to }: Spellings): readonly Place[] => [
  ...[...like.keys()].map((spelling): Place => [spelling, spelling + 1]),
  ...(from < to ? [[from, to] as const] : []),
];

/** Where the lists of some words lie. */
function placesFor(segment: Segment, clauses: readonly Clause[]): readonly Place[] {
  const { postings, postingsAt, places, placesAt } = segment;
  return clauses.flatMap((clause) =>
    clause.flatMap((word) =>
      // Those with typing errors too: they are wanted when little is found without.
      groupsOf(spellingsFor(segment, word, true)).flatMap(([from, to]): readonly Place[] => {
        const within = ({ byteOffset }: Uint8Array, at: Uint32Array): Place => [
          byteOffset + (at[from] ?? 0),
          byteOffset + (at[to] ?? 0),
        ];
        const own = within(postings, postingsAt);
        return clause.length > 1 ? [own, within(places, placesAt)] : [own];
      }),
    ),
  );
}

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
        lists.read(placesFor(segment, clauses)),
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
