import { z } from 'zod';
import type { RecordKind, Stored } from './record.ts';
import { sourceSchema } from './source.ts';
import { epochMsSchema, lineSchema, wallTimeSchema } from './values.ts';

export const REMINDER_KINDS = ['followUp', 'meeting', 'deadline', 'birthday', 'other'] as const;

export const reminderSchema = z.object({
  title: lineSchema.min(1),
  kind: z.enum(REMINDER_KINDS),
  /** First moment, wall time in {@link ReminderBody.zone}. */
  at: wallTimeSchema,
  /** IANA time zone of `at`. */
  zone: z.string().max(60),
  /** Minutes before `at` at which the app speaks up. */
  leadMinutes: z.number().int().nonnegative(),
  /** Recurrence rule (RFC 5545, without DTSTART); null: once. */
  rule: z.string().max(500).nullable(),
  /** When the user ticked it off; null while it stands. */
  doneAt: epochMsSchema.nullable(),
  source: sourceSchema.nullable(),
});
export type ReminderBody = z.infer<typeof reminderSchema>;
/** A moment at which the app speaks up. */
export type Reminder = Stored<ReminderBody>;

export const reminderRecord: RecordKind<ReminderBody> = {
  table: 'reminders',
  version: 1,
  schema: reminderSchema,
};
