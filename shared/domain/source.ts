import { z } from 'zod';
import { lineIdSchema, recordIdSchema } from './ids.ts';

/** The line of a note that a record came from. */
export const sourceSchema = z.object({ noteId: recordIdSchema, lineId: lineIdSchema });
export type Source = z.infer<typeof sourceSchema>;
