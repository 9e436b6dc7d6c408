import { useLiveQuery } from 'dexie-react-hooks';
import type { Client } from '#shared/domain/client.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { clientQueries } from './client-queries.ts';

/** Every client, kept up to date; undefined while they load. */
export const useClients = (): readonly Client[] | undefined => useLiveQuery(() => clientQueries.all());

/** One client; undefined while it loads or when there is none. */
export const useClient = (fileId: FileId): Client | undefined =>
  useLiveQuery(() => clientQueries.get(fileId), [fileId]);
