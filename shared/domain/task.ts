import { z } from 'zod';
import { recordIdSchema } from './ids.ts';
import { sideSchema } from './note.ts';
import type { RecordKind, Stored } from './record.ts';
import { sourceSchema } from './source.ts';
import { epochMsSchema, isoDateSchema, lineSchema } from './values.ts';

export const taskSchema = z.object({
  title: lineSchema.min(1),
  /** Whose task it is. */
  side: sideSchema,
  /** Who does it, by name; empty when only the side is known. */
  who: lineSchema,
  dueOn: isoDateSchema.nullable(),
  doneAt: epochMsSchema.nullable(),
  source: sourceSchema.nullable(),
  /** The requirements that it works on; not there: none. */
  requirementIds: z.array(recordIdSchema).max(1000).exactOptional(),
  /** The engagement that it belongs to; not there or null: none. */
  engagementId: recordIdSchema.nullable().exactOptional(),
});
export type TaskBody = z.infer<typeof taskSchema>;
/** Work to do. */
export type Task = Stored<TaskBody>;

export const taskRecord: RecordKind<TaskBody> = {
  table: 'tasks',
  version: 1,
  schema: taskSchema,
  clearIndex: (task) =>
    task.dueOn !== null && task.doneAt === null ? { due: Date.parse(`${task.dueOn}T00:00:00Z`) } : {},
};
