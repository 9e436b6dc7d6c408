import { attachmentSchema, movedAttachment } from '#shared/domain/attachment.ts';
import { clientRecord, type Client } from '#shared/domain/client.ts';
import { duplicateRecord, type MergeBody, type MergeSide } from '#shared/domain/duplicate.ts';
import { newRecordId, PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { WORK_TABLES, type RecordKind, type Stored, type WorkTable } from '#shared/domain/record.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import { mergedClient } from '#shared/duplicates/merge-fields.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { audit, vault, type VaultWriter } from '#renderer/db/index.ts';
import { flushAll } from '#renderer/lib/flush.ts';

/** One of two files was changed or went away since they were compared: nothing was done. */
export class ChangedMeanwhileError extends Error {
  constructor() {
    super('A file was changed since the two were compared');
    this.name = 'ChangedMeanwhileError';
  }
}

const idOf = (fileId: FileId): RecordId => fileId as string as RecordId;

/** What stands in a client file beside the client. */
const TABLES: readonly WorkTable[] = WORK_TABLES.filter((table) => table !== 'clients');

/** Puts a record into another file as it is. */
export function move(change: VaultWriter, table: WorkTable, record: Stored<unknown>, to: FileId): void {
  const kind: RecordKind<unknown> = kindOf(table);
  const body =
    table === 'attachments'
      ? movedAttachment({ ...attachmentSchema.parse(record), fileId: record.fileId }, to)
      : kind.schema.parse(record);
  change.put(kind, { id: record.id, fileId: to }, body);
}

/** Two clients as they were compared, and what was decided. */
export interface MergeOrder {
  /** The client that stays, and the one that goes into it. */
  readonly into: Client;
  readonly from: Client;
  readonly choices: Readonly<Record<string, MergeSide>>;
}

/**
 * Makes one file of two, as one change: wholly or not at all. All that is in the one moves into the other with its history, and
 * its content is sealed with the key of that one; the key it had before is kept as long as the surviving file is there.
 * @returns The number of the action, to undo it.
 * @throws {ChangedMeanwhileError}, and what `commit` throws; then nothing was changed.
 */
export async function mergeClients({ into, from, choices }: MergeOrder): Promise<number | null> {
  // What is typed and not yet stored belongs to the file it was typed in.
  await flushAll();
  return vault().act(
    async (change) => {
      const [kept, gone] = [
        await change.get(clientRecord, idOf(into.fileId)),
        await change.get(clientRecord, idOf(from.fileId)),
      ];
      if (kept?.rev !== into.rev || gone?.rev !== from.rev) throw new ChangedMeanwhileError();
      const body = mergedClient(clientRecord.schema.parse(kept), clientRecord.schema.parse(gone), choices);
      change.put(clientRecord, kept, body);
      const moved: MergeBody['moved'] = [];
      for (const table of TABLES) {
        const records = await change.inFile(kindOf(table), from.fileId);
        for (const record of records) move(change, table, record, into.fileId);
        if (records.length > 0) moved.push({ table, ids: records.map(({ id }) => id) });
      }
      await change.remove(clientRecord, idOf(from.fileId));
      const [files, at] = [{ into: into.fileId, from: from.fileId }, systemClock.now()];
      change.put(
        duplicateRecord,
        { id: newRecordId(), fileId: PRACTICE_FILE },
        { is: 'merge', at, ...files, choices: { ...choices }, moved, undoneAt: null },
      );
      const count = moved.reduce((sum, { ids }) => sum + ids.length, 0);
      await audit(change, 'clientsMerged', { fileId: into.fileId, from: from.fileId, count });
    },
    { name: 'merge', everyVersion: true },
  );
}
