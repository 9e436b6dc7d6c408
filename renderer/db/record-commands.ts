import { newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import type { RecordKind } from '#shared/domain/record.ts';
import { audit, vault } from './index.ts';

/**
 * What changes of a record. What is made of what the record says now is a function, which gets the record as the store has
 * it at that moment: two texts that are part of one value then keep each other, stored at the same time.
 */
export type Patch<Body> = Partial<Body> | ((body: Body) => Partial<Body>);

/** What of a record a patch changes. */
export const patched = <Body>(patch: Patch<Body>, body: Body): Partial<Body> =>
  typeof patch === 'function' ? patch(body) : patch;

/** The writes that every kind of record in a client file has; each is one change of the vault. */
export interface RecordCommands<Body> {
  /** Adds a record to a file. Returns its id. */
  readonly add: (fileId: FileId, body: Body) => Promise<RecordId>;
  /** Changes some of a record. Rejects when there is none. */
  readonly change: (id: RecordId, patch: Patch<Body>) => Promise<void>;
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
    change: (id, patch) =>
      vault().commit((change) => change.update(kind, id, (body) => patched(patch, body))),
    remove: (id) =>
      vault().act(async (change) => {
        const gone = await change.get(kind, id);
        if (!gone) return;
        await change.remove(kind, id);
        await audit(change, 'removed', { table: kind.table, fileId: gone.fileId, count: 1 });
      }),
  };
}
