import { useLiveQuery } from 'dexie-react-hooks';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { Note } from '#shared/domain/note.ts';
import { noteQueries } from './note-queries.ts';

/** The notes of one file; undefined while they load. */
export const useNotesOf = (fileId: FileId): readonly Note[] | undefined =>
  useLiveQuery(() => noteQueries.inFile(fileId), [fileId]);

/** One note; undefined while it loads or when there is none. */
export const useNote = (id: RecordId): Note | undefined => useLiveQuery(() => noteQueries.get(id), [id]);

/** The file that a note is in; null when there is no such note, or none that may be seen; undefined while it loads. */
export const useFileOfNote = (id: RecordId | undefined): FileId | null | undefined =>
  useLiveQuery(async () => (id === undefined ? null : ((await noteQueries.get(id))?.fileId ?? null)), [id]);
