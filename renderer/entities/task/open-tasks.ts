import { sealedSource, vault, type Vault } from '#renderer/db/index.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { type Task, taskRecord, taskSchema } from '#shared/domain/task.ts';
import { whenIdle } from '#renderer/lib/idle.ts';

/** All that a task has. */
const FIELDS: readonly (keyof Task)[] = [
  'rev',
  'parent',
  'stamp',
  ...(Object.keys(taskSchema.shape) as (keyof Task)[]),
];
/** Longest wait for a quiet moment before all are read, milliseconds. */
const START_WITHIN_MS = 400;
/** Where more tasks than that changed at once, all are read anew. */
const MOST_SINGLY = 400;

const quietMoment = (): Promise<void> => new Promise((resolve) => void whenIdle(resolve, START_WITHIN_MS));

/** The earliest due first, those without a day last. */
const byDay = (a: Task, b: Task): number => {
  const [one, other] = [a.dueOn ?? '9999', b.dueOn ?? '9999'];
  return one < other ? -1 : Number(one > other);
};

/**
 * The tasks not yet done. All tasks are read once, off the UI thread, and the open ones are kept; of what changes afterwards that alone is read. A practice has hundreds of thousands of tasks, and few open ones.
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
    this.#next(() => quietMoment().then(() => this.#readAll()));
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
    this.#open = await this.#vault.sift(
      { kind: taskRecord, fields: FIELDS, where: { doneAt: null } },
      {
        begin: () => new Map<RecordId, Task>(),
        take: (open, tasks) => {
          for (const task of tasks) open.set(task.id, Object.freeze(task));
        },
      },
    );
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
