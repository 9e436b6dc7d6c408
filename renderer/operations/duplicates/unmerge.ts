import { clientRecord, type ClientBody } from '#shared/domain/client.ts';
import { duplicateRecord, type MergeBody, type Merge } from '#shared/domain/duplicate.ts';
import { PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import type { WorkTable } from '#shared/domain/record.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import { moneyEntryRecord } from '#shared/domain/money-entry.ts';
import { requirementRecord } from '#shared/domain/requirement.ts';
import { sheetRecord } from '#shared/domain/sheet.ts';
import { mergedClient } from '#shared/duplicates/merge-fields.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { audit, timeOf, vault, type VaultWriter } from '#renderer/db/index.ts';
import { flushAll } from '#renderer/lib/flush.ts';
import { move } from './merge.ts';

/** What came of taking a merge back. */
export type Unmerged =
  /** `kept`: fields of the client that were changed since, and stay as they are now. */
  | { readonly state: 'done'; readonly kept: number }
  /** The surviving file went into another one since: that merge is to be taken back first. */
  | { readonly state: 'mergedOn' }
  /** There is nothing to take back: it was taken back before, or what the clients said before is gone. */
  | { readonly state: 'gone' };

const idOf = (fileId: FileId): RecordId => fileId as string as RecordId;
const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What a client said just before the merge. */
async function clientBefore(fileId: FileId, at: number, removed: boolean): Promise<ClientBody | null> {
  const versions = await vault().versionsOf(clientRecord, idOf(fileId));
  return versions.find((one) => one.keptAt === at && one.removed === removed)?.body ?? null;
}

/** A client as it is to be: what the merge made of it goes, what was changed since stays. */
function withoutMerge(
  now: ClientBody,
  before: ClientBody,
  made: ClientBody,
): { readonly body: ClientBody; readonly kept: number } {
  let kept = 0;
  const fields = (Object.keys(now) as (keyof ClientBody)[]).map((key) => {
    if (sameJson(before[key], made[key])) return [key, now[key]] as const;
    if (sameJson(now[key], made[key])) return [key, before[key]] as const;
    kept += 1;
    return [key, now[key]] as const;
  });
  const body = Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  // A stage of the practice's own is one with what it means.
  if (body['stage'] !== before.stage) body['ownStage'] = now.ownStage ?? null;
  return { body: clientRecord.schema.parse(body), kept };
}

/**
 * Moves back what the merge moved, and what was made since as a part of it: requirements of a document, sheets of a note, money of
 * an engagement.
 */
async function moveBack(change: VaultWriter, { into, from, moved }: MergeBody): Promise<number> {
  let count = 0;
  const moving = new Set<RecordId>(moved.flatMap(({ ids }) => ids));
  const take = async (table: WorkTable, id: RecordId): Promise<void> => {
    const record = await change.get(kindOf(table), id);
    if (record?.fileId !== into) return;
    move(change, table, record, from);
    count += 1;
  };
  for (const { id, documentId } of await change.inFile(requirementRecord, into))
    if (moving.has(documentId) && !moving.has(id)) await take('requirements', id);
  for (const { id, noteId } of await change.inFile(sheetRecord, into))
    if (moving.has(noteId) && !moving.has(id)) await take('sheets', id);
  for (const { id, engagementId } of await change.inFile(moneyEntryRecord, into))
    if (engagementId !== null && moving.has(engagementId) && !moving.has(id)) await take('moneyEntries', id);
  for (const { table, ids } of moved) for (const id of ids) await take(table, id);
  return count;
}

/**
 * Takes a merge back, however long ago it was, as one change that can itself be undone: the file that went is there again with
 * all that came from it, as it is now; what was added to the surviving file since stays there.
 * @throws what `commit` throws; then nothing was changed.
 */
export async function unmerge(merge: Merge): Promise<Unmerged> {
  await flushAll();
  const { id, into, from, choices } = merge;
  // Taken back and done again in the meantime it has another stamp than its versions.
  const at = timeOf(merge.stamp);
  const [intoBefore, fromBefore] = [await clientBefore(into, at, false), await clientBefore(from, at, true)];
  if (!intoBefore || !fromBefore) return { state: 'gone' };
  let result: Unmerged = { state: 'gone' };
  await vault().commit(
    async (change) => {
      const own = await change.get(duplicateRecord, id);
      const there = await change.get(clientRecord, idOf(from));
      if (own?.is !== 'merge' || own.undoneAt !== null || there) return;
      const now = await change.get(clientRecord, idOf(into));
      if (!now) {
        result = { state: 'mergedOn' };
        return;
      }
      const made = clientRecord.schema.parse(mergedClient(intoBefore, fromBefore, choices));
      const { body, kept } = withoutMerge(clientRecord.schema.parse(now), intoBefore, made);
      change.put(clientRecord, now, body);
      change.put(clientRecord, { id: idOf(from), fileId: from }, fromBefore);
      const count = await moveBack(change, own);
      const { is, at: mergedAt, moved } = own;
      change.put(
        duplicateRecord,
        { id, fileId: PRACTICE_FILE },
        { is, at: mergedAt, into, from, choices, moved, undoneAt: systemClock.now() },
      );
      await audit(change, 'mergeUndone', { fileId: into, from, count });
      result = { state: 'done', kept };
    },
    { name: 'undoMerge', everyVersion: true },
  );
  return result;
}
