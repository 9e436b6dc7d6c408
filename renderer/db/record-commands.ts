import { newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import type { RecordKind } from '#shared/domain/record.ts';
import { audit, vault } from './index.ts';

/** The writes that every kind of record in a client file has; each is one change of the vault. */
export interface RecordCommands<Body> {
  /** Adds a record to a file. Returns its id. */
  readonly add: (fileId: FileId, body: Body) => Promise<RecordId>;
  /** Changes some of a record. Rejects when there is none. */
  readonly change: (id: RecordId, patch: Partial<Body>) => Promise<void>;
  /** Removes a record. Answers the number of the action, to undo it; null when there is no such record. */
  readonly remove: (id: RecordId) => Promise<number | null>;
}

/** Makes the common writes of one kind of record. */
export function recordCommands<Body>(kind: RecordKind<Body>): RecordCommands<Body> {
  return {
    add: async (fileId, body) => {
      const id = newRecordId();
      await vault().commit((change) => change.put(kind, { id, fileId }, body));
      return id;
    },
    change: (id, patch) => vault().commit((change) => change.update(kind, id, () => patch)),
    remove: (id) =>
      vault().act(async (change) => {
        const gone = await change.get(kind, id);
        if (!gone) return;
        await change.remove(kind, id);
        await audit(change, 'removed', { table: kind.table, fileId: gone.fileId, count: 1 });
      }),
  };
}
