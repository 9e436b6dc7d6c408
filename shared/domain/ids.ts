import { v4, v7 } from 'uuid';
import { z } from 'zod';

const uuid = z.uuid();

/** Id of a record: UUID version 7 (RFC 9562), so that ids sort by the time they were made. */
export const recordIdSchema = uuid.brand<'RecordId'>();
export type RecordId = z.infer<typeof recordIdSchema>;

/** Id of a client file, which names the key its records are sealed with; or {@link PRACTICE_FILE}. */
export const fileIdSchema = z.union([uuid, z.literal('practice')]).brand<'FileId'>();
export type FileId = z.infer<typeof fileIdSchema>;

/** The file of records that belong to the practice and to no client. */
export const PRACTICE_FILE = 'practice' as FileId;

/** Id of a marked line in a note; stable while the line is edited and moved. */
export const lineIdSchema = uuid.brand<'LineId'>();
export type LineId = z.infer<typeof lineIdSchema>;

/** Makes a new record id. */
export const newRecordId = (): RecordId => v7() as RecordId;

/** Makes the id of a new client file: random, so that it tells nothing, not even when it was made. */
export const newFileId = (): FileId => v4() as FileId;

/** Makes a new line id. */
export const newLineId = (): LineId => v7() as LineId;
