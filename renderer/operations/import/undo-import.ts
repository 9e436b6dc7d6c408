import { importRecord } from '#shared/domain/import.ts';
import { type FileId, PRACTICE_FILE, type RecordId } from '#shared/domain/ids.ts';
import { WORK_TABLES, type Stored, type WorkTable } from '#shared/domain/record.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { audit, timeOf, vault, type VaultWriter } from '#renderer/db/index.ts';

/** What came of undoing an import. */
export interface UndoneImport {
  /** Records taken away, and made what they were. */
  readonly removed: number;
  readonly restored: number;
  /** Records that were changed since, or in whose file something was written since: they stay. */
  readonly kept: number;
}

/** What a record said before an import changed it, by the record. */
async function bodiesBefore(
  table: WorkTable,
  ids: readonly RecordId[],
  at: number,
): Promise<ReadonlyMap<RecordId, unknown>> {
  const bodies = new Map<RecordId, unknown>();
  for (const id of ids) {
    const version = (await vault().versionsOf(kindOf(table), id)).find(
      ({ keptAt, removed }) => keptAt === at && !removed,
    );
    if (version) bodies.set(id, version.body);
  }
  return bodies;
}

/** Files in which there is more than a set of records. */
async function busyFiles(
  change: VaultWriter,
  files: ReadonlySet<FileId>,
  going: ReadonlySet<RecordId>,
): Promise<ReadonlySet<FileId>> {
  const busy = new Set<FileId>();
  for (const table of WORK_TABLES) {
    for (const { fileId, id } of await change.all(kindOf(table)))
      if (files.has(fileId) && !going.has(id)) busy.add(fileId);
  }
  return busy;
}

/**
 * Takes back all that an import did, in one change that can itself be undone. What was changed since stays as it is now, and
 * a client in whose file something was written since stays with it.
 */
export async function undoImport(importId: RecordId): Promise<UndoneImport> {
  const own = await vault().get(importRecord, importId);
  if (own?.is !== 'import' || own.undoneAt !== null) return { removed: 0, restored: 0, kept: 0 };
  const before = new Map<WorkTable, ReadonlyMap<RecordId, unknown>>();
  for (const { table, how, ids } of own.touched)
    if (how === 'changed') before.set(table, await bodiesBefore(table, ids, timeOf(own.stamp)));
  let [removed, restored, kept] = [0, 0, 0];
  const write = async (change: VaultWriter): Promise<void> => {
    const now = new Map<RecordId, Stored<unknown>>();
    for (const table of new Set(own.touched.map((one) => one.table)))
      for (const record of await change.all(kindOf(table))) now.set(record.id, record);
    const untouched = (id: RecordId): boolean => now.get(id)?.stamp === own.stamp;
    const going = new Set(
      own.touched.flatMap(({ how, ids }) => (how === 'added' ? ids.filter(untouched) : [])),
    );
    const opened = own.touched.flatMap(({ table, how, ids }) =>
      table === 'clients' && how === 'added' ? ids : [],
    );
    const busy = await busyFiles(change, new Set(opened as readonly string[] as readonly FileId[]), going);
    for (const { table, how, ids } of own.touched) {
      const kind = kindOf(table);
      for (const id of ids) {
        const record = now.get(id);
        if (!record) continue;
        const body = before.get(table)?.get(id);
        if (!untouched(id) || busy.has(record.fileId) || (how === 'changed' && body === undefined)) kept += 1;
        else if (how === 'added') {
          await change.remove(kind, id);
          removed += 1;
        } else {
          change.put(kind, record, body);
          restored += 1;
        }
      }
    }
    const { id: _id, fileId: _file, rev: _rev, parent: _parent, stamp: _stamp, ...body } = own;
    change.put(
      importRecord,
      { id: importId, fileId: PRACTICE_FILE },
      { ...body, undoneAt: systemClock.now() },
    );
    await audit(change, 'importUndone', { count: removed + restored });
  };
  await vault().commit(write, { name: 'undoImport', everyVersion: true });
  return { removed, restored, kept };
}
