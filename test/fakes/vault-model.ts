import type { FileId, RecordId } from '#shared/domain/ids.ts';

/** A task or a question as the model has it. Two states of a record are the same when they are the same object. */
export interface ModelRecord {
  readonly fileId: FileId;
  /** Title of a task, text of a question. */
  readonly text: string;
  readonly dueOn: string | null;
}
export type ModelTable = 'tasks' | 'questions';

interface ModelVersion {
  readonly was: ModelRecord;
  /** The file that it lies in: that of its record. */
  readonly fileId: FileId;
  readonly removed: boolean;
  readonly at: number;
}
interface ModelChange {
  readonly table: ModelTable;
  readonly id: RecordId;
  readonly before: ModelRecord | undefined;
  readonly after: ModelRecord | undefined;
  /** How often the record had been changed then, this change included. */
  readonly turn: number;
}
interface ModelAction {
  readonly id: number;
  readonly changes: readonly ModelChange[];
  readonly begun: number;
  readonly at: number;
}

const MINUTE = 60_000;
const TABLES = ['tasks', 'questions'] as const;
type Records = Readonly<Record<ModelTable, ReadonlyMap<RecordId, ModelRecord>>>;

/**
 * The vault in plain maps: records, versions, and what can be undone. Every task that is changed or removed leaves a version
 * in its file, and its versions move with it;
 * a question, being a text that stores itself, leaves one for each span of editing.
 */
export class VaultModel {
  records: Record<ModelTable, Map<RecordId, ModelRecord>> = { tasks: new Map(), questions: new Map() };
  readonly versions = new Map<RecordId, ModelVersion[]>();
  done: readonly ModelAction[] = [];
  undone: readonly ModelAction[] = [];
  readonly #changedAt = new Map<RecordId, number>();
  readonly #turns = new Map<RecordId, number>();

  /** Copies of the records, to write in. */
  draft(): VaultModel['records'] {
    return { tasks: new Map(this.records.tasks), questions: new Map(this.records.questions) };
  }

  /** The records become these; what they replace is kept. Returns what was changed. */
  settle(after: VaultModel['records'], now: number): readonly ModelChange[] {
    const changes = TABLES.flatMap((table) => changesOf(table, this.records, after)).map((change) => ({
      ...change,
      turn: (this.#turns.get(change.id) ?? 0) + 1,
    }));
    for (const { table, id, before, after: next } of changes) {
      this.#turns.set(id, (this.#turns.get(id) ?? 0) + 1);
      if (before && this.#keeps(table, id, before, next, now)) {
        const { fileId } = before;
        const version = { was: before, fileId, removed: next === undefined, at: now };
        this.versions.set(id, [version, ...(this.versions.get(id) ?? [])]);
      }
      if (next && before)
        this.versions.set(
          id,
          (this.versions.get(id) ?? []).map((version) =>
            before.fileId === next.fileId ? version : { ...version, fileId: next.fileId },
          ),
        );
      this.#changedAt.set(id, now);
    }
    this.records = after;
    return changes;
  }

  /** What was changed was an action of the user's, with this number in the vault. */
  acted(changes: readonly ModelChange[], now: number, id: number): void {
    if (changes.length === 0) return;
    this.undone = [];
    const last = this.done.at(-1);
    const joined = last && goesOn(last, changes, now);
    this.done = joined
      ? [...this.done.slice(0, -1), { ...last, changes: joined, at: now }]
      : [...this.done, { id, changes, begun: now, at: now }];
  }

  /** Undoes or redoes an action; without a number, the last one. */
  turn(way: 'undo' | 'redo', wanted: number | undefined, now: number): 'done' | 'refused' | 'nothing' {
    const actions = way === 'undo' ? this.done : this.undone;
    const action = wanted === undefined ? actions.at(-1) : actions.find(({ id }) => id === wanted);
    if (!action) return 'nothing';
    this.done = this.done.filter((other) => other !== action);
    this.undone = this.undone.filter((other) => other !== action);
    const { changes } = action;
    const records = this.draft();
    for (const change of changes) {
      const { table, id } = change;
      const back = turnedBack(change, records[table].get(id));
      if (back === 'refused') return 'refused';
      if (back) records[table].set(id, back);
      else records[table].delete(id);
    }
    const back = { ...action, changes: this.settle(records, now) };
    if (way === 'undo') this.undone = [...this.undone, back];
    else this.done = [...this.done, back];
    return 'done';
  }

  /** The app was closed and started again. */
  restarted(): void {
    this.done = [];
    this.undone = [];
  }

  /** The ids of what was removed from a file and is not there. */
  removedFrom(fileId: FileId): ReadonlySet<RecordId> {
    const gone = [...this.versions].filter(([id, versions]) => {
      const newest = versions.find((version) => version.fileId === fileId);
      return newest?.removed === true && TABLES.every((table) => !this.records[table].has(id));
    });
    return new Set(gone.map(([id]) => id));
  }

  #keeps(
    table: ModelTable,
    id: RecordId,
    before: ModelRecord,
    after: ModelRecord | undefined,
    now: number,
  ): boolean {
    const moved = after !== undefined && after.fileId !== before.fileId;
    if (moved && after.text === before.text && after.dueOn === before.dueOn) return false;
    if (table === 'tasks' || after?.fileId !== before.fileId) return true;
    const newest = this.versions.get(id)?.[0];
    return (
      newest === undefined ||
      now - newest.at > 10 * MINUTE ||
      now - (this.#changedAt.get(id) ?? 0) > 2 * MINUTE
    );
  }
}

function changesOf(table: ModelTable, from: Records, to: Records): readonly Omit<ModelChange, 'turn'>[] {
  const ids = new Set([...from[table].keys(), ...to[table].keys()]);
  return [...ids]
    .map((id) => ({ table, id, before: from[table].get(id), after: to[table].get(id) }))
    .filter(({ before, after }) => before !== after);
}

/** What a record is to say when a change of it is turned back; undefined: it is to go. */
function turnedBack(
  { before, after }: ModelChange,
  now: ModelRecord | undefined,
): ModelRecord | undefined | 'refused' {
  if (now === after) return before;
  if (!before || !after || !now) return 'refused';
  if (before.fileId !== after.fileId || before.fileId !== now.fileId) return 'refused';
  const changed = (['text', 'dueOn'] as const).filter((name) => before[name] !== after[name]);
  if (changed.some((name) => now[name] !== after[name])) return 'refused';
  return { ...now, ...Object.fromEntries(changed.map((name) => [name, before[name]])) };
}

/** The changes of the last action with these in them, when they go on with the same question. */
function goesOn(
  last: ModelAction,
  changes: readonly ModelChange[],
  now: number,
): readonly ModelChange[] | null {
  const [[was, ...others], [is, ...more]] = [last.changes, changes];
  if (!was || !is || others.length > 0 || more.length > 0) return null;
  const same = is.table === 'questions' && was.id === is.id && is.turn === was.turn + 1;
  const soon = now - last.at <= 2 * MINUTE && now - last.begun <= 10 * MINUTE;
  return same && soon && was.before && is.before && is.after
    ? [{ ...was, after: is.after, turn: is.turn }]
    : null;
}
