import { useLiveQuery } from 'dexie-react-hooks';
import type { Client } from '#shared/domain/client.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { clientQueries, lastClients, type StageChange } from './client-queries.ts';

/** Every client, kept up to date; undefined while they load. */
export const useClients = (): readonly Client[] | undefined =>
  useLiveQuery(() => clientQueries.all(), [], lastClients.known());

/** The stages a client came to after the first, the earliest first; undefined while they load. */
export const useStageChanges = (fileId: FileId): readonly StageChange[] | undefined =>
  useLiveQuery(() => clientQueries.stageChanges(fileId), [fileId]);

/** One client; undefined while it loads or when there is none. */
export const useClient = (fileId: FileId): Client | undefined =>
  useLiveQuery(() => clientQueries.get(fileId), [fileId]);
