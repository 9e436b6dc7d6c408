import { z } from 'zod';
import { LIFECYCLE_STAGES } from './client.ts';
import { CHANNELS, sideSchema } from './note.ts';
import { PARTY_ROLES } from './party.ts';
import { REMINDER_KINDS } from './reminder.ts';
import { PRIORITIES, REQUIREMENT_STATUSES } from './requirement.ts';

/** Days from the day the sample is added; negative: before it. */
const day = z.number().int();
const time = z.string().regex(/^\d{2}:\d{2}$/);
/** Key of a person or organisation in the people of the language. */
const who = z.string().regex(/^[a-z]\d{2}$/);

/** A line of a note. `under` is the place (from 0) of the template's heading that it stands under. */
const sampleLineSchema = z.discriminatedUnion('mark', [
  z.object({
    mark: z.enum(['decision', 'forClient', 'internal', 'sensitive']).optional(),
    under: z.number().int(),
  }),
  z.object({
    mark: z.literal('task'),
    under: z.number().int(),
    side: sideSchema,
    due: day,
    done: z.boolean(),
  }),
  z.object({
    mark: z.literal('requirement'),
    under: z.number().int(),
    priority: z.enum(PRIORITIES),
    status: z.enum(REQUIREMENT_STATUSES),
    /** Section of the requirements document; absent: the one that receives lines of notes. */
    section: z.string().optional(),
    due: day.optional(),
  }),
  z.object({ mark: z.literal('question'), under: z.number().int(), side: z.enum(['client', 'practice']) }),
]);
export type SampleLine = z.infer<typeof sampleLineSchema>;

const sampleNoteSchema = z.object({
  template: z.string(),
  day,
  time,
  minutes: z.number().int().positive(),
  channel: z.enum(CHANNELS),
  /** Key of the place; null where the channel says enough. */
  place: z.string().nullable(),
  /** Whether its lines became tasks, requirements and questions. */
  wrapped: z.boolean(),
  nextMeeting: day.nullable(),
  lines: z.array(sampleLineSchema).min(1),
});
export type SampleNote = z.infer<typeof sampleNoteSchema>;

const sampleClientSchema = z.object({
  who,
  stage: z.enum(LIFECYCLE_STAGES),
  acquired: day,
  /** Key of how the client found the practice. */
  source: z.string(),
  born: z.object({ year: z.number().int(), birthdayIn: day }).optional(),
  /** Wants documents in another language than the practice's. */
  foreign: z.boolean().default(false),
  parties: z.array(z.object({ who, role: z.enum(PARTY_ROLES) })).default([]),
  notes: z.array(sampleNoteSchema).default([]),
  tasks: z.array(z.object({ side: sideSchema, due: day })).default([]),
  questions: z.array(z.object({ side: z.enum(['client', 'practice']) })).default([]),
  reminders: z
    .array(z.object({ kind: z.enum(REMINDER_KINDS), day, time, lead: z.number().int().nonnegative() }))
    .default([]),
});
export type SampleClient = z.infer<typeof sampleClientSchema>;

export const sampleStructureSchema = z.object({ clients: z.array(sampleClientSchema) });
/** What a sample practice of one kind consists of, without a word: the same in every language. */
export type SampleStructure = z.infer<typeof sampleStructureSchema>;

const text = z.string().min(1);
const clientTextsSchema = z.object({
  facts: text,
  /** One remark, title or wording for each entry of the structure, in its order. */
  parties: z.array(text).default([]),
  notes: z.array(z.object({ title: text, lines: z.array(text) })).default([]),
  tasks: z.array(text).default([]),
  questions: z.array(text).default([]),
  reminders: z.array(text).default([]),
});
export type SampleClientTexts = z.infer<typeof clientTextsSchema>;

export const sampleTextsSchema = z.object({ clients: z.record(z.string(), clientTextsSchema) });
/** The words of a sample practice in one language. */
export type SampleTexts = z.infer<typeof sampleTextsSchema>;

const reachable = { email: z.email(), phone: text, address: text };

export const samplePeopleSchema = z.object({
  /** `listed` is the name as a register sorts it. */
  people: z.record(z.string(), z.object({ name: text, listed: text, ...reachable })),
  /** `contact` is the key of a person. */
  organisations: z.record(z.string(), z.object({ name: text, contact: who, ...reachable })),
  places: z.record(z.string(), text),
  sources: z.record(z.string(), text),
  /** Tags of organisations and of the clients that come first. */
  tags: z.object({ company: text, priority: text }),
});
/** The made-up people of one language, shared by the sample practices of every kind. */
export type SamplePeople = z.infer<typeof samplePeopleSchema>;
