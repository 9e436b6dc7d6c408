import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { noteRecord, type Note } from '#shared/domain/note.ts';
import { vault } from '#renderer/db/index.ts';

export const noteQueries = {
  get: (id: RecordId): Promise<Note | undefined> => vault().get(noteRecord, id),
  inFile: (fileId: FileId): Promise<readonly Note[]> => vault().inFile(noteRecord, fileId),
  all: (): Promise<readonly Note[]> => vault().all(noteRecord),
};
