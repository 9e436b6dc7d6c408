import type { TableName } from '#shared/domain/record.ts';
import { sealedSource, vault } from './session.ts';
import type { Vault } from './types.ts';

/**
 * Remembers what a query over whole tables answered last, until something in them changes: a screen that opens then shows it
 * in its first picture, before the query is asked anew.
 */
export class LastAnswer<Answer> {
  readonly #tables: ReadonlySet<TableName>;
  readonly #ask: () => Promise<Answer>;
  /** A vault that shows less, as while a client is looking, has answers of its own. */
  #known = new WeakMap<Vault, Answer>();
  readonly #followed = new WeakSet<object>();
  /** How many changes there were: an answer from before one of them is not kept. */
  #changes = 0;

  constructor(tables: readonly TableName[], ask: () => Promise<Answer>) {
    this.#tables = new Set(tables);
    this.#ask = ask;
  }

  /** The last answer, if nothing has changed since; else undefined. */
  known(): Answer | undefined {
    try {
      return this.#known.get(vault());
    } catch {
      // Locked: the query itself tells.
      return undefined;
    }
  }

  /** Asks, and remembers the answer. Rejects as the query does. */
  async ask(): Promise<void> {
    const of = vault();
    this.#follow();
    const before = this.#changes;
    const answer = await this.#ask();
    if (before === this.#changes) this.#known.set(of, answer);
  }

  #follow(): void {
    const source = sealedSource();
    if (this.#followed.has(source)) return;
    this.#followed.add(source);
    source.onSealedChange(({ ops, erased, anew }) => {
      const other = !anew && erased === undefined && !ops.some(({ table }) => this.#tables.has(table));
      if (other) return;
      this.#changes += 1;
      this.#known = new WeakMap();
    });
  }
}
