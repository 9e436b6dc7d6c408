import { absorbedBy, duplicateRecord, type Duplicate, survivorOf } from '#shared/domain/duplicate.ts';
import { clientRecord } from '#shared/domain/client.ts';
import { PRACTICE_FILE, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { vault } from '#renderer/db/index.ts';

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
};
