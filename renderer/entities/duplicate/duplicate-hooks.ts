import { useLiveQuery } from 'dexie-react-hooks';
import type { Duplicate, Merge } from '#shared/domain/duplicate.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { duplicateQueries } from './duplicate-queries.ts';

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
