import { z } from 'zod';
import type { RecordKind, Stored } from './record.ts';
import { richTextSchema } from './rich-text.ts';
import { epochMsSchema, lineSchema, wallTimeSchema } from './values.ts';

export const CHANNELS = ['inPerson', 'phone', 'video', 'other'] as const;
export const SIDES = ['client', 'practice', 'other'] as const;
export const sideSchema = z.enum(SIDES);
/** On whose side a person acts: the client's, ours, or a third party's. */
export type Side = z.infer<typeof sideSchema>;

export const attendeeSchema = z.object({ name: lineSchema, side: sideSchema });
export type Attendee = z.infer<typeof attendeeSchema>;

export const noteSchema = z.object({
  title: lineSchema,
  templateId: z.string().max(60).nullable(),
  startedAt: epochMsSchema,
  endedAt: epochMsSchema.nullable(),
  /** Time the meeting timer ran, in seconds; pauses left out. */
  timerSeconds: z.number().int().nonnegative(),
  attendees: z.array(attendeeSchema),
  channel: z.enum(CHANNELS),
  place: lineSchema,
  agenda: z.array(z.object({ text: lineSchema, done: z.boolean() })),
  body: richTextSchema,
  /** Second-language wording of marked lines for a sheet in two languages, by line id. */
  translations: z.record(z.string(), lineSchema),
  /** Agreed next meeting, wall time at the practice. */
  nextMeeting: wallTimeSchema.nullable(),
  /** When the wrap-up was confirmed; null while the note is open. */
  wrappedAt: epochMsSchema.nullable(),
});
export type NoteBody = z.infer<typeof noteSchema>;
/** The record of one meeting. */
export type Note = Stored<NoteBody>;

export const noteRecord: RecordKind<NoteBody> = {
  table: 'notes',
  version: 1,
  schema: noteSchema,
  history: 'spans',
};
