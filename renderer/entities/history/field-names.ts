import type { TFunction } from 'i18next';
import type { Language } from '#shared/domain/values.ts';

const FIELD_NAMES = [
  'title',
  'text',
  'name',
  'formerNames',
  'aliases',
  'attendees',
  'channel',
  'place',
  'agenda',
  'translations',
  'nextMeeting',
  'wrappedAt',
  'rationale',
  'acceptance',
  'priority',
  'status',
  'due',
  'responsible',
  'side',
  'who',
  'done',
  'role',
  'email',
  'phone',
  'remark',
  'kind',
  'type',
  'stage',
  'language',
  'contactPerson',
  'address',
  'numbers',
  'birthDate',
  'anniversaries',
  'acquiredOn',
  'source',
  'referredBy',
  'keyFacts',
  'tags',
  'group',
  'stageReason',
  'decisionMaker',
  'lineOfBusiness',
  'whyTheyCame',
  'goals',
  'expectations',
  'interests',
  'relationship',
  'perks',
  'consents',
  'custom',
  'askedOf',
  'answer',
  'moment',
  'version',
  'unit',
  'price',
  'quantity',
  'feeModel',
  'packageTime',
  'deposit',
  'contract',
  'began',
  'ended',
  'progress',
  'day',
  'amount',
  'time',
  'receipt',
] as const;
/** Names of the parts. */
export type FieldName = (typeof FIELD_NAMES)[number];
/** The parts of a record with their texts. */
export type Texts = readonly (readonly [FieldName, string])[];

/** What the texts of a record need to know. */
export interface Words {
  readonly t: TFunction;
  readonly language: Language;
  readonly day: (day: string | null) => string;
  readonly moment: (at: number | null) => string;
}
