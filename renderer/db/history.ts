import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { GROWING_TABLES, TABLE_NAMES, type RecordKind } from '#shared/domain/record.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import type { Actions, Change, DoneAction } from './actions.ts';
import type { FileKeys } from './file-keys.ts';
import type { VersionReader } from './reader.ts';
import type { Row, Store } from './store.ts';
import type { Version, VaultWriter } from './types.ts';
import type { Sealer } from './unseal.ts';
import { versionFrom } from './versions.ts';

const latestFirst = (one: Version<unknown>, other: Version<unknown>): number =>
  other.keptAt - one.keptAt || (one.id < other.id ? 1 : -1);

/** The versions of a record, the newest first. */
export async function versionsOf<Body>(
  reader: VersionReader,
  { table }: RecordKind<Body>,
  id: RecordId,
): Promise<readonly Version<Body>[]> {
  const stored = await reader.versionsOf(id);
  return stored
    .toSorted((one, other) => (one.stamp < other.stamp ? 1 : -1))
    .filter((version) => version.table === table)
    .map((version) => versionFrom<Body>(version));
}

/** What was removed from a file and is not there again, the last removed first. */
export async function removedFrom(
  reader: VersionReader,
  fileId: FileId,
): Promise<readonly Version<unknown>[]> {
  const gone: Version<unknown>[] = [];
  for (const stored of await reader.newestVersionsIn(fileId)) {
    if (!stored.removed) continue;
    if ((await reader.get(kindOf(stored.table), stored.of)) === undefined) gone.push(versionFrom(stored));
  }
  return gone.toSorted(latestFirst);
}

/** An action cannot be undone or redone: something it had touched was changed since. */
export class ChangedSinceError extends Error {
  constructor() {
    super('Something was changed since');
    this.name = 'ChangedSinceError';
  }
}

interface Means {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly keys: FileKeys;
  readonly actions: Actions;
}

/** Makes everything an action touched what it was before. Throws {@link ChangedSinceError} when that would lose something. */
export async function turnBack(
  change: VaultWriter,
  action: DoneAction,
  { store, sealer, keys, actions }: Means,
): Promise<void> {
  const now = new Map<Change, Row | undefined>();
  for (const table of new Set(action.changes.map(({ kind }) => kind.table))) {
    const own = action.changes.filter(({ kind }) => kind.table === table);
    const rows = await store.rows(table).bulkGet(own.map(({ id }) => id));
    own.forEach((one, index) => now.set(one, rows[index]));
  }
  for (const one of action.changes) {
    const lost = one.before !== null && !keys.has(one.before.fileId);
    if (lost || !actions.same(now.get(one)?.rev ?? null, one.after)) throw new ChangedSinceError();
  }
  for (const one of action.changes) {
    const { kind, id, before } = one;
    if (before === null) {
      await change.remove(kind, id);
      continue;
    }
    const row = now.get(one);
    const earlier = sealer.bodyIn(kind, before);
    const body = row && kind.comeBack ? kind.comeBack(earlier, sealer.bodyIn(kind, row)) : earlier;
    change.put(kind, { id, fileId: before.fileId }, body);
  }
  for (const { kind, id, before } of action.changes) {
    if (kind.table === 'clients' && before === null) await checkEmpty(change, id);
  }
}

/** A client is not taken away from under what stands in their file. The id of a client is also the id of the file. */
async function checkEmpty(change: VaultWriter, id: RecordId): Promise<void> {
  const fileId = id as string as FileId;
  for (const table of TABLE_NAMES) {
    if ((GROWING_TABLES as readonly string[]).includes(table)) continue;
    if ((await change.inFile(kindOf(table), fileId)).length > 0) throw new ChangedSinceError();
  }
}
