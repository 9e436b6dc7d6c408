import type { AttachmentBody } from '#shared/domain/attachment.ts';
import { emptyEngagement, type EngagementBody } from '#shared/domain/engagement.ts';
import { emptyClient, type ClientBody } from '#shared/domain/client.ts';
import { newRecordId } from '#shared/domain/ids.ts';
import type { MoneyEntryBody } from '#shared/domain/money-entry.ts';
import type { NoteBody } from '#shared/domain/note.ts';
import { emptyParty, type PartyBody } from '#shared/domain/party.ts';
import type { PracticeBody } from '#shared/domain/practice.ts';
import type { QuestionBody } from '#shared/domain/question.ts';
import type { ReminderBody } from '#shared/domain/reminder.ts';
import type { RequirementBody, RequirementsDocumentBody } from '#shared/domain/requirement.ts';
import { EMPTY_RICH_TEXT } from '#shared/domain/rich-text.ts';
import type { SheetBody } from '#shared/domain/sheet.ts';
import type { TaskBody } from '#shared/domain/task.ts';

/** Monday 2 November 2026, 09:00 UTC: the moment at which made-up records were made. */
export const SOME_MOMENT = Date.UTC(2026, 10, 2, 9);

export const aPractice = (changes: Partial<PracticeBody> = {}): PracticeBody => ({
  kind: 'law',
  language: 'en',
  professional: 'Eva Horáková',
  letterhead: {
    name: 'Horáková & Partners',
    address: 'Dlouhá 12\n110 00 Praha 1',
    phone: '+420 222 111 000',
    email: 'office@horakova.example',
    web: 'horakova.example',
    registration: 'IČO 01234567',
  },
  confidentiality: 'Confidential',
  sample: false,
  customFields: {},
  scorePoints: {},
  ...changes,
});

export const aClient = (changes: Partial<ClientBody> = {}): ClientBody => ({
  ...emptyClient('Nováková Jana', 'cs'),
  email: 'jana@novakova.example',
  phone: '+420 601 234 567',
  ...changes,
});

export const aParty = (changes: Partial<PartyBody> = {}): PartyBody => ({
  ...emptyParty('Petr Novák', 'decisionMaker'),
  email: 'petr@novak.example',
  ...changes,
});

/** A document without contents. */
export const anAttachment = (changes: Partial<AttachmentBody> = {}): AttachmentBody => ({
  name: 'scan.pdf',
  mediaType: 'application/pdf',
  addedAt: SOME_MOMENT,
  contentFile: null,
  size: 0,
  sha256: '0'.repeat(64),
  chunks: [],
  ...changes,
});

export const aNote = (changes: Partial<NoteBody> = {}): NoteBody => ({
  title: 'First meeting',
  templateId: null,
  startedAt: SOME_MOMENT,
  endedAt: null,
  timerSeconds: 0,
  attendees: [
    { name: 'Jana Nováková', side: 'client' },
    { name: 'Eva Horáková', side: 'practice' },
  ],
  channel: 'inPerson',
  place: 'Office',
  agenda: [],
  body: EMPTY_RICH_TEXT,
  translations: {},
  nextMeeting: null,
  wrappedAt: null,
  ...changes,
});

export const aRequirementsDocument = (
  changes: Partial<RequirementsDocumentBody> = {},
): RequirementsDocumentBody => ({
  title: 'Requirements',
  templateId: 'plain',
  sections: [{ id: 'wishes', title: 'Wishes', text: '' }],
  inboxSectionId: 'wishes',
  nextNumber: 1,
  ...changes,
});

export const aRequirement = (changes: Partial<RequirementBody> = {}): RequirementBody => ({
  documentId: newRecordId(),
  sectionId: 'wishes',
  number: 1,
  order: 1,
  text: 'The contract is ready before the end of the year.',
  rationale: '',
  priority: 'must',
  status: 'draft',
  acceptance: '',
  source: null,
  dueOn: null,
  responsible: '',
  ...changes,
});

export const aTask = (changes: Partial<TaskBody> = {}): TaskBody => ({
  title: 'Send the draft contract',
  side: 'practice',
  who: 'Eva Horáková',
  dueOn: '2026-11-09',
  doneAt: null,
  source: null,
  ...changes,
});

export const aQuestion = (changes: Partial<QuestionBody> = {}): QuestionBody => ({
  text: 'Which bank will the payment come from?',
  askedOf: 'client',
  answer: '',
  answeredAt: null,
  source: null,
  ...changes,
});

export const aReminder = (changes: Partial<ReminderBody> = {}): ReminderBody => ({
  title: 'Call back about the contract',
  kind: 'followUp',
  at: '2026-11-09T10:00',
  zone: 'Europe/Prague',
  leadMinutes: 0,
  rule: null,
  doneAt: null,
  source: null,
  ...changes,
});

export const aSheet = (changes: Partial<SheetBody> = {}): SheetBody => ({
  noteId: newRecordId(),
  version: 1,
  hash: '0'.repeat(64),
  languages: ['cs'],
  madeAt: SOME_MOMENT,
  ...changes,
});

export const anEngagement = (changes: Partial<EngagementBody> = {}): EngagementBody => ({
  ...emptyEngagement('CZK', '2026-11-02'),
  title: 'Sale of a flat',
  price: 1_500_000,
  ...changes,
});

export const aMoneyEntry = (changes: Partial<MoneyEntryBody> = {}): MoneyEntryBody => ({
  kind: 'fee',
  engagementId: null,
  text: 'Contract',
  day: '2026-11-02',
  dueOn: null,
  amount: 500_000,
  currency: 'CZK',
  time: null,
  number: '',
  ...changes,
});
