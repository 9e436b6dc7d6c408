import { useLiveQuery } from 'dexie-react-hooks';
import type { FileId } from '#shared/domain/ids.ts';
import { partyRecord, type Party } from '#shared/domain/party.ts';
import { vault } from '#renderer/db/index.ts';

/** The people and organisations of one file; undefined while they load. */
export const usePartiesOf = (fileId: FileId): readonly Party[] | undefined =>
  useLiveQuery(() => vault().inFile(partyRecord, fileId), [fileId]);

/** The people and organisations of all files; undefined while they load. */
export const useParties = (): readonly Party[] | undefined => useLiveQuery(() => vault().all(partyRecord));
