import { sealedSource, vault, type Vault } from '#renderer/db/index.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { type Task, taskRecord } from '#shared/domain/task.ts';

/** Tasks read at a time. */
const PAGE = 400;
/** The window lives on after so long, milliseconds. */
const AT_ONCE_MS = 12;
/** Where more tasks than that changed at once, all are read anew. */
const MOST_SINGLY = 400;

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The earliest due first, those without a day last. */
const byDay = (a: Task, b: Task): number => {
  const [one, other] = [a.dueOn ?? '9999', b.dueOn ?? '9999'];
  return one < other ? -1 : Number(one > other);
};

/**
 * The tasks not yet done. All tasks are read once, in pieces between which the window lives on, and the open ones are kept;
 * of what changes afterwards that alone is read. A practice has hundreds of thousands of tasks, and few open ones.
 */
class OpenTasks {
  readonly #vault: Vault;
  readonly #listeners = new Set<() => void>();
  #open = new Map<RecordId, Task>();
  #sorted: readonly Task[] | undefined;
  #begun = false;
  #follows = false;
  /** One reading after another. */
  #turn: Promise<void> = Promise.resolve();

  constructor(of: Vault) {
    this.#vault = of;
  }

  readonly snapshot = (): readonly Task[] | undefined => this.#sorted;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (!this.#begun) this.#begin();
    return () => this.#listeners.delete(listener);
  };

  #begin(): void {
    this.#begun = true;
    this.#follow();
    this.#next(() => this.#readAll());
  }

  /** What changes while all are read is read once more afterwards. */
  #follow(): void {
    if (this.#follows) return;
    this.#follows = true;
    sealedSource().onSealedChange(({ ops }) => {
      const ids = new Set(ops.filter(({ table }) => table === 'tasks').map(({ id }) => id));
      if (ids.size === 0) return;
      this.#next(() => (ids.size > MOST_SINGLY ? this.#readAll() : this.#readSome(ids)));
    });
  }

  #next(read: () => Promise<void>): void {
    this.#turn = this.#turn.then(read).catch(() => {
      // Locked, or read while something was broken: whoever asks next begins anew.
      this.#begun = false;
    });
  }

  async #readAll(): Promise<void> {
    const open = new Map<RecordId, Task>();
    let begun = performance.now();
    for await (const page of this.#vault.pages(taskRecord, PAGE)) {
      for (const task of page) if (task.doneAt === null) open.set(task.id, task);
      if (performance.now() - begun < AT_ONCE_MS) continue;
      await nextTurn();
      begun = performance.now();
    }
    this.#open = open;
    this.#tell();
  }

  async #readSome(ids: ReadonlySet<RecordId>): Promise<void> {
    for (const id of ids) {
      const task = await this.#vault.get(taskRecord, id);
      if (task?.doneAt === null) this.#open.set(id, task);
      else this.#open.delete(id);
    }
    this.#tell();
  }

  #tell(): void {
    this.#sorted = [...this.#open.values()].toSorted(byDay);
    for (const listener of this.#listeners) listener();
  }
}

/** A vault that shows less, as while a client is looking, has tasks of its own. */
const known = new WeakMap<Vault, OpenTasks>();

/** The open tasks of the vault that is open. */
export function openTasks(): OpenTasks {
  const of = vault();
  const there = known.get(of);
  if (there) return there;
  const made = new OpenTasks(of);
  known.set(of, made);
  return made;
}
