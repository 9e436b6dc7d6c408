import type { UseStorage } from './index-storage.ts';
import { pageAt } from './pages.ts';
import { pieceKey, readPieces, type Run, type Wanted } from './sealed-run.ts';
import type { Segment } from './segment.ts';
import { LIST_PARTS, type ListPart } from './segment-parts.ts';

/** Some lists of a segment: which part they are in, and the bytes from, inclusive, to, exclusive, that they have there. */
export interface SomeLists {
  readonly part: ListPart;
  readonly from: number;
  readonly to: number;
}

/** Where the pages of a part of a segment lie. */
export const placeOf = (segment: string, part: ListPart): string => `${segment}/${part}`;

/** The lists of a segment that was kept, which are read when they are wanted. */
export class LazyLists {
  readonly #segment: Segment;
  readonly #run: Omit<Run, 'storage'>;
  readonly #use: UseStorage;
  /** By key of a page: when it is there. */
  readonly #there = new Map<string, Promise<void>>();

  /** @param run Where the segment lies. */
  constructor(segment: Segment, run: Omit<Run, 'storage'>, use: UseStorage) {
    this.#segment = segment;
    this.#run = run;
    this.#use = use;
  }

  /** Reads some lists. Rejects when something is missing or does not open. */
  async read(some: readonly SomeLists[]): Promise<void> {
    const wanted = new Map<string, Wanted>();
    for (const { part, from, to } of some) {
      const { starts } = this.#segment[part];
      for (let page = pageAt(this.#segment[part], from); (starts[page] ?? to) < to; page += 1) {
        const piece = this.#page(part, page);
        wanted.set(piece.key, piece);
      }
    }
    const missing = [...wanted.values()].filter(({ key }) => !this.#there.has(key));
    if (missing.length > 0) {
      const reading = this.#use((storage) => readPieces({ ...this.#run, storage }, missing));
      reading.catch(() => undefined); // Whoever waits for a page is told.
      for (const { key } of missing) this.#there.set(key, reading);
    }
    for (const key of wanted.keys()) await this.#there.get(key);
  }

  /** Reads what was not read. Rejects as {@link read} does. */
  readAll(): Promise<void> {
    return this.read(
      LIST_PARTS.map((part) => ({ part, from: 0, to: this.#segment[part].starts.at(-1) ?? 0 })),
    );
  }

  #page(part: ListPart, page: number): Wanted {
    return {
      key: pieceKey({ place: placeOf(this.#run.place, part) }, page),
      take: (bytes) => {
        this.#segment[part].pages[page] = new Uint8Array(bytes);
      },
    };
  }
}
