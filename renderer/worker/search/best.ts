/** A document that fits: which segment it is in, and what it ranks by. */
export interface Entry {
  readonly index: number;
  readonly doc: number;
  readonly rank: number;
  readonly score: number;
  readonly at: number;
}

const timeOf = ({ at }: Entry): number => (Number.isNaN(at) ? 0 : at);

/** Keeps the first of many, without sorting them all. */
export class Best {
  /** What has less is out. */
  least = Number.NEGATIVE_INFINITY;
  readonly #most: number;
  #kept: Entry[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Takes one in, unless others come before it. */
  offer(entry: Entry): void {
    this.#kept.push(entry);
    if (this.#kept.length >= 4 * this.#most + 64) this.#cut();
  }

  /** The first ones, in order. */
  first(): readonly Entry[] {
    this.#cut();
    return this.#kept;
  }

  #cut(): void {
    this.#kept.sort((a, b) => b.rank - a.rank || timeOf(b) - timeOf(a) || a.index - b.index || a.doc - b.doc);
    this.#kept = this.#kept.slice(0, this.#most);
    if (this.#kept.length === this.#most) this.least = this.#kept.at(-1)?.rank ?? this.least;
  }
}
