import { z } from 'zod';
import { consentSchema } from './consent.ts';
import { customValuesSchema } from './custom-field.ts';
import { registeredNumberSchema } from './numbers/kinds.ts';
import { recordIdSchema } from './ids.ts';
import type { RecordKind, Stored } from './record.ts';
import { EMPTY_RELATIONSHIP, relationshipSchema } from './relationship.ts';
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

/** Stages of who is no client any more: each asks for its reason. */
export type GoneStage = Extract<LifecycleStage, 'lost' | 'ended'>;
/** Whether somebody in this stage is no client any more. */
export const isGone = (stage: LifecycleStage): stage is GoneStage => stage === 'lost' || stage === 'ended';

/** An address beside the main one: a branch, a place of visits, or where the client was before. */
export const clientAddressSchema = z.object({
  /** What it is for: «Warehouse», «Permanent address». */
  label: lineSchema,
  text: textSchema,
  /** First and last day on which it holds. With a last day it is history. */
  from: isoDateSchema.nullable(),
  to: isoDateSchema.nullable(),
});
export type ClientAddress = z.infer<typeof clientAddressSchema>;

/** A day to be remembered each year. */
export const anniversarySchema = z.object({
  label: lineSchema,
  day: isoDateSchema,
  /** Whether the app speaks up before it; not there: it does. */
  remind: z.boolean().exactOptional(),
});

/** What the client was given. */
export const perkSchema = z.object({
  day: isoDateSchema,
  kind: z.enum(['perk', 'gift']),
  text: lineSchema,
  /** What it was worth, as typed: «300 Kč». */
  worth: lineSchema,
});

/** What the client is about. */
export const clientAboutSchema = z.object({
  lineOfBusiness: lineSchema,
  whyTheyCame: textSchema,
  goals: textSchema,
  expectations: textSchema,
  interests: textSchema,
});
export type ClientAbout = z.infer<typeof clientAboutSchema>;

/** Served over time (`client`) or one-off buyer (`customer`). */
export const CLIENT_KINDS = ['client', 'customer'] as const;
export const CLIENT_TYPES = ['person', 'organisation'] as const;

export const clientSchema = z.object({
  kind: z.enum(CLIENT_KINDS),
  type: z.enum(CLIENT_TYPES),
  /** Name as it is listed and sorted: «Nováková Jana», «Stavby Dvořák s.r.o.». */
  name: lineSchema.min(1),
  /** Names used before, and other names the client is known by; one a line. */
  formerNames: textSchema,
  aliases: textSchema,
  /** Words the register is filtered by. */
  tags: z.array(lineSchema.min(1)),
  /** Household or group of companies; clients with the same name here belong together. */
  group: lineSchema,
  /** Who in the practice looks after the client. */
  responsible: lineSchema,
  stage: z.enum(LIFECYCLE_STAGES),
  /** The stage of the practice's own in which the client stands, of which `stage` is the meaning; none, or not there: in `stage` itself. */
  ownStage: recordIdSchema.nullable().exactOptional(),
  /** Why the client was lost or the relationship ended; empty in the other stages. */
  stageReason: textSchema,
  /** Language of documents made for this client. */
  language: languageSchema,
  contactPerson: lineSchema,
  decisionMaker: lineSchema,
  email: lineSchema,
  phone: lineSchema,
  address: textSchema,
  /** Further e-mail addresses and phone numbers, one a line. */
  moreEmails: textSchema,
  morePhones: textSchema,
  /** Further and earlier addresses. */
  moreAddresses: z.array(clientAddressSchema),
  /** Registration and tax numbers and bank accounts. */
  numbers: z.array(registeredNumberSchema),
  birthDate: isoDateSchema.nullable(),
  /** Whether the app speaks up before the birthday; not there: it does. */
  remindBirthday: z.boolean().exactOptional(),
  anniversaries: z.array(anniversarySchema),
  acquiredOn: isoDateSchema.nullable(),
  /** How the client found the practice. */
  source: lineSchema,
  /** Name of the person or client who recommended the practice. */
  referredBy: lineSchema,
  /** Facts the professional wants in sight at the head of the file. */
  keyFacts: textSchema,
  about: clientAboutSchema,
  relationship: relationshipSchema,
  perks: z.array(perkSchema),
  consents: z.array(consentSchema),
  /** Values of the practice's own fields. */
  custom: customValuesSchema,
  /** Part of the made-up sample practice. */
  sample: z.boolean(),
});
export type ClientBody = z.infer<typeof clientSchema>;
/** Person or organisation the practice serves. Its id is also the id of its file. */
export type Client = Stored<ClientBody>;

export const clientRecord: RecordKind<ClientBody> = {
  table: 'clients',
  version: 3,
  schema: clientSchema,
  history: 'spans',
  // When a client came to a stage stands in the timeline.
  fact: ({ stage, ownStage }) => ownStage ?? stage,
};

/** A client with nothing but a name and a language. */
export const emptyClient = (name: string, language: ClientBody['language']): ClientBody => ({
  kind: 'client',
  type: 'person',
  name,
  formerNames: '',
  aliases: '',
  tags: [],
  group: '',
  responsible: '',
  stage: 'acquisition',
  stageReason: '',
  language,
  contactPerson: '',
  decisionMaker: '',
  email: '',
  phone: '',
  address: '',
  moreEmails: '',
  morePhones: '',
  moreAddresses: [],
  numbers: [],
  birthDate: null,
  anniversaries: [],
  acquiredOn: null,
  source: '',
  referredBy: '',
  keyFacts: '',
  about: { lineOfBusiness: '', whyTheyCame: '', goals: '', expectations: '', interests: '' },
  relationship: EMPTY_RELATIONSHIP,
  perks: [],
  consents: [],
  custom: {},
  sample: false,
});
