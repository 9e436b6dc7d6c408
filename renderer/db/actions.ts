import type { RecordId } from '#shared/domain/ids.ts';
import { isWorkTable, type RecordKind } from '#shared/domain/record.ts';
import type { Row } from './row-key.ts';
import type { Action, ActionName, Touched, UndoState } from './types.ts';
import { PAUSE_MS, SPAN_MS } from './versions.ts';

/** What a change made of one record. */
export interface Change {
  readonly kind: RecordKind<unknown>;
  readonly id: RecordId;
  /** The row there was, still sealed; null when there was none. */
  readonly before: Row | null;
  /** The row that took its place; null when it was removed. */
  readonly after: Row | null;
}

/** An action with what it takes to undo it. */
export interface DoneAction extends Action {
  readonly changes: readonly Change[];
  /** When it began and when it was last added to, milliseconds since the epoch. */
  readonly begunAt: number;
  readonly at: number;
}

/** How many actions of a session can be undone. */
export const MOST_ACTIONS = 100;
const NOTHING: UndoState = { undo: null, redo: null };

const howOf = ({ before, after }: Change): Touched['how'] => {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
};

function touchedBy(changes: readonly Change[]): readonly Touched[] {
  const found = new Map<string, Touched>();
  for (const change of changes) {
    const { table } = change.kind;
    if (!isWorkTable(table)) continue;
    const how = howOf(change);
    const count = (found.get(`${table}/${how}`)?.count ?? 0) + 1;
    found.set(`${table}/${how}`, { table, how, count });
  }
  return [...found.values()];
}

/** Whether a change goes on with what the last action began: the same text, typed on. */
function goesOn(last: DoneAction, name: ActionName | null, changes: readonly Change[], at: number): boolean {
  const [was, is] = [last.changes[0], changes[0]];
  if (!was || !is || last.changes.length > 1 || changes.length > 1) return false;
  return (
    last.name === null &&
    name === null &&
    is.kind.history === 'spans' &&
    was.kind.table === is.kind.table &&
    was.id === is.id &&
    was.before !== null &&
    is.before !== null &&
    is.after !== null &&
    is.before.rev === was.after?.rev &&
    at - last.at <= PAUSE_MS &&
    at - last.begunAt <= SPAN_MS
  );
}

/** The actions of a session that can be undone and redone. Sealed rows only: nothing is opened before it is needed. */
export class Actions {
  #done: readonly DoneAction[] = [];
  #undone: readonly DoneAction[] = [];
  /** A revision that undo or redo made, and the one whose content it brought back. */
  readonly #same = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  #state = NOTHING;
  #last = 0;

  get state(): UndoState {
    return this.#state;
  }

  /** Tells when {@link state} has changed. Returns the function that ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Takes note of a change that the user made. Returns the number of its action; null when it touched nothing. */
  add(name: ActionName | null, changes: readonly Change[], at: number): number | null {
    if (changes.length === 0) return null;
    const last = this.#done.at(-1);
    if (last && goesOn(last, name, changes, at)) {
      const joined = last.changes.map((change) => ({ ...change, after: changes[0]?.after ?? null }));
      this.#set([...this.#done.slice(0, -1), { ...last, changes: joined, at }], []);
      return last.id;
    }
    const id = ++this.#last;
    const action = {
      id,
      name,
      touched: touchedBy(changes),
      records: changes.map((one) => one.id),
      changes,
      begunAt: at,
      at,
    };
    this.#set([...this.#done, action].slice(-MOST_ACTIONS), []);
    return id;
  }

  /** The action to undo or redo: that with the number, else the last one. */
  find(way: 'undo' | 'redo', id?: number): DoneAction | undefined {
    const actions = way === 'undo' ? this.#done : this.#undone;
    return id === undefined ? actions.at(-1) : actions.find((action) => action.id === id);
  }

  /** Whether two rows of a record are one revision, or one brought back the content of the other; null: no row. */
  same(one: Row | null, other: Row | null): boolean {
    const content = (row: Row | null) => (row === null ? null : (this.#same.get(row.rev) ?? row.rev));
    return content(one) === content(other);
  }

  /** Takes note that an action was undone or redone, by a change that did this. */
  turned(way: 'undo' | 'redo', action: DoneAction, changes: readonly Change[]): void {
    for (const { id, before, after } of action.changes) {
      const turned = changes.find((change) => change.id === id);
      if (!before || !turned?.after || !this.same(turned.before, after)) continue;
      this.#same.set(turned.after.rev, this.#same.get(before.rev) ?? before.rev);
    }
    const back = { ...action, changes };
    const [done, undone] = this.#without(action);
    if (way === 'undo') this.#set(done, [...undone, back]);
    else this.#set([...done, back], undone);
  }

  /** Gives an action up: what it had touched was changed since. */
  drop(action: DoneAction): void {
    this.#set(...this.#without(action));
  }

  #without({ id }: Action): [readonly DoneAction[], readonly DoneAction[]] {
    return [this.#done.filter((other) => other.id !== id), this.#undone.filter((other) => other.id !== id)];
  }

  #set(done: readonly DoneAction[], undone: readonly DoneAction[]): void {
    this.#done = done;
    this.#undone = undone;
    const [undo = null, redo = null] = [done.at(-1), undone.at(-1)];
    if (undo?.id === this.#state.undo?.id && redo?.id === this.#state.redo?.id) return;
    this.#state = { undo, redo };
    for (const listener of this.#listeners) listener();
  }
}
