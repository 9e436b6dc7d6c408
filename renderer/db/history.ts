import { movedAttachment, type AttachmentBody } from '#shared/domain/attachment.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { WORK_TABLES, type RecordKind } from '#shared/domain/record.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import type { Actions, Change, DoneAction } from './actions.ts';
import type { FileKeys } from './file-keys.ts';
import type { VersionReader } from './reader.ts';
import type { Row } from './row-key.ts';
import type { Store } from './store.ts';
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
    .toSorted((one, other) => (one.id < other.id ? 1 : -1))
    .filter((version) => version.table === table)
    .map((version) => versionFrom<Body>(version));
}

/**
 * What was removed from a file and is not there again, the last removed first.
 * @param absorbed Files that went into it: what was removed from them before comes back into this one.
 */
export async function removedFrom(
  reader: VersionReader,
  fileId: FileId,
  absorbed: readonly FileId[] = [],
): Promise<readonly Version<unknown>[]> {
  const gone: Version<unknown>[] = [];
  for (const own of [fileId, ...absorbed]) {
    for (const stored of await reader.newestVersionsIn(own)) {
      // The client of a file that went into another comes back when the merge is undone.
      if (!stored.removed || (own !== fileId && stored.table === 'clients')) continue;
      if ((await reader.get(kindOf(stored.table), stored.of)) !== undefined) continue;
      gone.push(own === fileId ? versionFrom(stored) : asIn(versionFrom(stored), fileId));
    }
  }
  return gone.toSorted(latestFirst);
}

/** A version of what was in a file that went into another, as it comes back there: its content is sealed as it was. */
const asIn = (version: Version<unknown>, fileId: FileId): Version<unknown> => ({
  ...version,
  fileId,
  body:
    version.table === 'attachments'
      ? movedAttachment({ ...(version.body as AttachmentBody), fileId: version.fileId }, fileId)
      : version.body,
});

/** An action cannot be undone or redone: something it had touched was changed since. */
export class ChangedSinceError extends Error {
  constructor() {
    super('Something was changed since');
    this.name = 'ChangedSinceError';
  }
}

type Fields = Readonly<Record<string, unknown>>;

interface Means {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly keys: FileKeys;
  readonly actions: Actions;
}

/**
 * Makes everything an action touched what it was before. Of a record that was changed since, only what the action had
 * changed, and only if that still says what the action made it say.
 * @throws {ChangedSinceError} when something would be lost by it.
 */
export async function turnBack(change: VaultWriter, action: DoneAction, means: Means): Promise<void> {
  const { store, keys, actions } = means;
  const now = new Map<Change, Row | null>();
  for (const table of new Set(action.changes.map(({ kind }) => kind.table))) {
    const own = action.changes.filter(({ kind }) => kind.table === table);
    const rows = await store.rowsOf(
      table,
      own.map(({ id }) => id),
    );
    own.forEach((one, index) => now.set(one, rows[index] ?? null));
  }
  for (const one of action.changes) {
    const { kind, id, before, after } = one;
    const row = now.get(one) ?? null;
    if (before !== null && !keys.has(before.fileId)) throw new ChangedSinceError();
    const exact = actions.same(row, after);
    if (before === null) {
      if (!exact) throw new ChangedSinceError();
      await change.remove(kind, id);
      continue;
    }
    const body = exact ? bodyBefore(one, row, means) : mergedBody(one, row, means);
    change.put(kind, { id, fileId: before.fileId }, body);
  }
  for (const { kind, id, before } of action.changes) {
    if (kind.table === 'clients' && before === null) await checkEmpty(change, id);
  }
}

/** What a record said before an action that nothing has followed. */
function bodyBefore({ kind, before }: Change, row: Row | null, { sealer }: Means): unknown {
  if (before === null) throw new ChangedSinceError();
  const earlier = sealer.bodyIn(kind, before);
  return row && kind.comeBack ? kind.comeBack(earlier, sealer.bodyIn(kind, row)) : earlier;
}

const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What a record says now, but for what an action had changed of it. */
function mergedBody({ kind, before, after }: Change, row: Row | null, { sealer }: Means): unknown {
  if (!before || !after || row?.fileId !== before.fileId || after.fileId !== before.fileId)
    throw new ChangedSinceError();
  const bodyIn = (one: Row): Fields => sealer.bodyIn(kind, one) as Fields;
  const [earlier, made, now] = [bodyIn(before), bodyIn(after), bodyIn(row)];
  const merged: Record<string, unknown> = { ...now };
  for (const name of new Set([...Object.keys(earlier), ...Object.keys(made)])) {
    if (sameJson(earlier[name], made[name])) continue;
    if (!sameJson(now[name], made[name])) throw new ChangedSinceError();
    if (name in earlier) merged[name] = earlier[name];
    else delete merged[name];
  }
  return kind.comeBack ? kind.comeBack(merged, now) : merged;
}

/** A client is not taken away from under what stands in their file. The id of a client is also the id of the file. */
async function checkEmpty(change: VaultWriter, id: RecordId): Promise<void> {
  const fileId = id as string as FileId;
  for (const table of WORK_TABLES) {
    if ((await change.inFile(kindOf(table), fileId)).length > 0) throw new ChangedSinceError();
  }
}
