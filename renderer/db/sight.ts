import type { FileId } from '#shared/domain/ids.ts';
import { PRACTICE_FILE } from '#shared/domain/ids.ts';
import type { RecordKind, Stored, TableName } from '#shared/domain/record.ts';
import type { Action, UndoState, Vault } from './types.ts';

/** Tables of the practice of which nothing tells of a client. All else that belongs to no client may name any. */
const HARMLESS: ReadonlySet<TableName> = new Set(['practice', 'services']);
const NOTHING: UndoState = { undo: null, redo: null };

async function* visiblePages<Body>(
  pages: AsyncIterable<readonly Stored<Body>[]>,
  isVisible: (record: Stored<Body>) => boolean,
): AsyncGenerator<readonly Stored<Body>[]> {
  for await (const page of pages) yield page.filter(isVisible);
}

/**
 * The vault as somebody may see it who is to see one client file and no other: each of its reads leaves out what belongs to
 * others, and undo knows only what was done since. Writes are the vault's own: what they read is not shown.
 * @param fileId The file; null: none.
 */
export function sighted(vault: Vault, fileId: FileId | null): Vault {
  const { undo, redo } = vault.undoState();
  const before = Math.max(undo?.id ?? 0, redo?.id ?? 0);
  let undoable = { of: NOTHING, shown: NOTHING };

  const sees = (table: TableName, owner: FileId): boolean =>
    owner === PRACTICE_FILE ? HARMLESS.has(table) : owner === fileId;
  const visible =
    ({ table }: Pick<RecordKind<unknown>, 'table'>) =>
    (record: { readonly fileId: FileId }): boolean =>
      sees(table, record.fileId);
  const since = (action: Action | null): Action | null =>
    action !== null && action.id > before ? action : null;
  const undoState = (): UndoState => {
    const of = vault.undoState();
    if (undoable.of !== of) undoable = { of, shown: { undo: since(of.undo), redo: since(of.redo) } };
    return undoable.shown;
  };

  return {
    get: (kind, id) =>
      vault.get(kind, id).then((record) => (record && visible(kind)(record) ? record : undefined)),
    all: (kind) => vault.all(kind).then((records) => records.filter(visible(kind))),
    inFile: (kind, file) => vault.inFile(kind, file).then((records) => records.filter(visible(kind))),
    dueBetween: (kind, from, to) =>
      vault.dueBetween(kind, from, to).then((records) => records.filter(visible(kind))),
    last: (kind) => vault.last(kind).then((record) => (record && visible(kind)(record) ? record : undefined)),
    pages: (kind, size) => visiblePages(vault.pages(kind, size), visible(kind)),
    sift: (sieve, { begin, take }) =>
      vault.sift(sieve, { begin, take: (into, records) => take(into, records.filter(visible(sieve.kind))) }),
    versionsOf: (kind, id) => vault.versionsOf(kind, id).then((versions) => versions.filter(visible(kind))),
    removedFrom: (file) =>
      vault.removedFrom(file).then((versions) => versions.filter((one) => visible(one)(one))),
    commit: (write, options) => vault.commit(write, options),
    act: (write, options) => vault.act(write, options),
    undo: async (action) => {
      const turned = action ?? undoState().undo?.id ?? 0;
      return turned > before ? vault.undo(turned) : { state: 'nothing' };
    },
    redo: async (action) => {
      const turned = action ?? undoState().redo?.id ?? 0;
      return turned > before ? vault.redo(turned) : { state: 'nothing' };
    },
    undoState,
    onUndoState: (listener) => vault.onUndoState(listener),
  };
}
