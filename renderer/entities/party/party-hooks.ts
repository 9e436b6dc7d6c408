import { useLiveQuery } from 'dexie-react-hooks';
import type { FileId } from '#shared/domain/ids.ts';
import { partyRecord, type Party } from '#shared/domain/party.ts';
import { vault } from '#renderer/db/index.ts';

/** The people and organisations of one file; undefined while they load. */
export const usePartiesOf = (fileId: FileId): readonly Party[] | undefined =>
  useLiveQuery(() => vault().inFile(partyRecord, fileId), [fileId]);

/**
 * The names of the people and organisations of all files, by their ids; undefined while they load.
 * @param asked Whether anybody wants to know: they are many.
 */
export const usePartyNames = (asked: boolean): ReadonlyMap<string, string> | undefined =>
  useLiveQuery(async () => {
    const parties = asked ? await vault().all(partyRecord) : [];
    return new Map(parties.map(({ id, name }): [string, string] => [id, name]));
  }, [asked]);

/** The people and organisations of all files; undefined while they load. */
export const useParties = (): readonly Party[] | undefined => useLiveQuery(() => vault().all(partyRecord));
