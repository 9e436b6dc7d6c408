import { useLiveQuery } from 'dexie-react-hooks';
import { conflictCheckRecord, type ConflictCheck } from '#shared/domain/conflict-check.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { vault } from '#renderer/db/index.ts';

/** Every check that was kept, the newest first; undefined while they load. */
export const useConflictChecks = (): readonly ConflictCheck[] | undefined =>
  useLiveQuery(async () => (await vault().all(conflictCheckRecord)).toReversed());

/** One check; undefined while it loads or when there is none. */
export const useConflictCheck = (id: RecordId): ConflictCheck | undefined =>
  useLiveQuery(() => vault().get(conflictCheckRecord, id), [id]);
