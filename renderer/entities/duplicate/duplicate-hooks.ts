import { useLiveQuery } from 'dexie-react-hooks';
import type { Duplicate, Merge } from '#shared/domain/duplicate.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { duplicateQueries, type Elsewhere } from './duplicate-queries.ts';

/** Everything that was decided on duplicates; undefined while it loads. */
export const useDecisions = (): readonly Duplicate[] | undefined =>
  useLiveQuery(() => duplicateQueries.all());

/** Every merge that was made, the newest first; undefined while they load. */
export const useMerges = (): readonly Merge[] | undefined =>
  useLiveQuery(async () =>
    (await duplicateQueries.all()).filter((one): one is Merge => one.is === 'merge').toReversed(),
  );

/** The file that a file went into; null when it went into none, undefined while it loads. */
export const useSurvivor = (fileId: FileId): FileId | null | undefined =>
  useLiveQuery(() => duplicateQueries.survivor(fileId), [fileId]);

/** Where else the client of a file and the people in it stand, by who of them it is; undefined while it loads. */
export const useElsewhere = (fileId: FileId): ReadonlyMap<RecordId, readonly Elsewhere[]> | undefined =>
  useLiveQuery(() => duplicateQueries.elsewhere(fileId), [fileId]);
