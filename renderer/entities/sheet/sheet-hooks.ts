import { useLiveQuery } from 'dexie-react-hooks';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { Sheet } from '#shared/domain/sheet.ts';
import { sheetQueries } from './sheet-queries.ts';

/** The sheets made of one note, the newest version last; undefined while they load. */
export const useSheetsOf = (fileId: FileId, noteId: RecordId): readonly Sheet[] | undefined =>
  useLiveQuery(() => sheetQueries.ofNote(fileId, noteId), [fileId, noteId]);

/** Every sheet of one file; undefined while they load. */
export const useSheetsInFile = (fileId: FileId): readonly Sheet[] | undefined =>
  useLiveQuery(() => sheetQueries.inFile(fileId), [fileId]);
