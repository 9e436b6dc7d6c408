import { z } from 'zod';
import type { RecordKind, Stored } from './record.ts';
import { isoDateSchema, languageSchema, lineSchema, textSchema } from './values.ts';

export const LIFECYCLE_STAGES = [
  'reach',
  'acquisition',
  'conversion',
  'retention',
  'inspiration',
  'lost',
  'ended',
] as const;
/** Where the relationship with a client stands. */
export type LifecycleStage = (typeof LIFECYCLE_STAGES)[number];

export const clientSchema = z.object({
  /** Served over time (`client`) or one-off buyer (`customer`). */
  kind: z.enum(['client', 'customer']),
  type: z.enum(['person', 'organisation']),
  /** Name as it is listed and sorted: «Nováková Jana», «Stavby Dvořák s.r.o.». */
  name: lineSchema.min(1),
  /** Names used before, and other names the client is known by; one a line. */
  formerNames: textSchema,
  aliases: textSchema,
  stage: z.enum(LIFECYCLE_STAGES),
  /** Language of documents made for this client. */
  language: languageSchema,
  contactPerson: lineSchema,
  email: lineSchema,
  phone: lineSchema,
  address: textSchema,
  /** IČO, NIP, ИНН … as typed. */
  registration: lineSchema,
  birthDate: isoDateSchema.nullable(),
  acquiredOn: isoDateSchema.nullable(),
  /** How the client found the practice. */
  source: lineSchema,
  /** Facts the professional wants in sight at the head of the file. */
  keyFacts: textSchema,
  /** Part of the made-up sample practice. */
  sample: z.boolean(),
});
export type ClientBody = z.infer<typeof clientSchema>;
/** Person or organisation the practice serves. Its id is also the id of its file. */
export type Client = Stored<ClientBody>;

export const clientRecord: RecordKind<ClientBody> = {
  table: 'clients',
  version: 2,
  schema: clientSchema,
  history: 'spans',
};

/** A client with nothing but a name and a language. */
export const emptyClient = (name: string, language: ClientBody['language']): ClientBody => ({
  kind: 'client',
  type: 'person',
  name,
  formerNames: '',
  aliases: '',
  stage: 'acquisition',
  language,
  contactPerson: '',
  email: '',
  phone: '',
  address: '',
  registration: '',
  birthDate: null,
  acquiredOn: null,
  source: '',
  keyFacts: '',
  sample: false,
});
