import {
  absorbedBy,
  duplicateRecord,
  type Duplicate,
  type PersonRef,
  survivorOf,
} from '#shared/domain/duplicate.ts';
import { clientRecord } from '#shared/domain/client.ts';
import { PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { type PartyRole, partyRecord } from '#shared/domain/party.ts';
import { Identities } from '#shared/duplicates/identities.ts';
import { vault } from '#renderer/db/index.ts';

/** Somebody who is in another place the same person. */
export interface Elsewhere {
  readonly who: PersonRef;
  readonly name: string;
  readonly fileId: FileId;
  /** Whose file that is. */
  readonly clientName: string;
  /** Null: the client of that file. */
  readonly role: PartyRole | null;
}

/** Where somebody stands; null when they are gone, or must not be seen now. */
async function placeOf(id: RecordId): Promise<Elsewhere | null> {
  const party = await vault().get(partyRecord, id);
  const client = await vault().get(clientRecord, party ? (party.fileId as string as RecordId) : id);
  if (!client) return null;
  const { fileId, name: clientName } = client;
  const own = party ? ({ table: 'parties', id } as const) : ({ table: 'clients', id } as const);
  return { who: own, name: party?.name ?? clientName, fileId, clientName, role: party?.role ?? null };
}

export const duplicateQueries = {
  /** Everything that was decided on duplicates, in the order of time. */
  all: (): Promise<readonly Duplicate[]> => vault().inFile(duplicateRecord, PRACTICE_FILE),

  /** The file that a file went into; null when it went into none, or is a file of its own again. */
  survivor: async (fileId: FileId): Promise<FileId | null> => {
    const all = await duplicateQueries.all();
    const last = survivorOf(all, fileId);
    if (last === fileId) return null;
    const isThere = new Set<FileId>();
    for (const one of [last, ...absorbedBy(all, last)])
      if (await vault().get(clientRecord, one as string as RecordId)) isThere.add(one);
    const survivor = survivorOf(all, fileId, (one) => isThere.has(one));
    return survivor !== fileId && isThere.has(survivor) ? survivor : null;
  },

  /** Where else the client of a file and the people in it stand, by who of them it is. */
  elsewhere: async (fileId: FileId): Promise<ReadonlyMap<RecordId, readonly Elsewhere[]>> => {
    const identities = new Identities(await duplicateQueries.all());
    const found = new Map<RecordId, readonly Elsewhere[]>();
    const people = await vault().inFile(partyRecord, fileId);
    for (const id of [fileId as string as RecordId, ...people.map((party) => party.id)]) {
      const places: Elsewhere[] = [];
      for (const other of identities.membersOf(id)) {
        const place = other === id ? null : await placeOf(other as RecordId);
        if (place) places.push(place);
      }
      if (places.length > 0) found.set(id, places);
    }
    return found;
  },
};
