import { useLiveQuery } from 'dexie-react-hooks';
import type { Client, LifecycleStage } from '#shared/domain/client.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { clientQueries } from './client-queries.ts';

/** Every client, kept up to date; undefined while they load. */
export const useClients = (): readonly Client[] | undefined => useLiveQuery(() => clientQueries.all());

/** When a client came to a stage of the lifecycle, as far as the kept versions tell. */
export interface StageChange {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly stage: LifecycleStage;
  readonly reason: string;
}

/** The stages a client came to after the first, the earliest first; undefined while they load. */
export const useStageChanges = (fileId: FileId): readonly StageChange[] | undefined =>
  useLiveQuery(() => clientQueries.stageChanges(fileId), [fileId]);

/** One client; undefined while it loads or when there is none. */
export const useClient = (fileId: FileId): Client | undefined =>
  useLiveQuery(() => clientQueries.get(fileId), [fileId]);
