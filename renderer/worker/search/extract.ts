import type { AttachmentBody } from '#shared/domain/attachment.ts';
import type { ClientBody } from '#shared/domain/client.ts';
import type { EngagementBody } from '#shared/domain/engagement.ts';
import type { ConflictCheckBody } from '#shared/domain/conflict-check.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { MoneyEntryBody } from '#shared/domain/money-entry.ts';
import type { NoteBody } from '#shared/domain/note.ts';
import type { PartyBody } from '#shared/domain/party.ts';
import type { QuestionBody } from '#shared/domain/question.ts';
import type { TableName } from '#shared/domain/record.ts';
import type { ReminderBody } from '#shared/domain/reminder.ts';
import {
  requirementLabel,
  type RequirementBody,
  type RequirementsDocumentBody,
} from '#shared/domain/requirement.ts';
import { markedLines, plainText, type RichTextNode } from '#shared/domain/rich-text.ts';
import { shortHash, type SheetBody } from '#shared/domain/sheet.ts';
import type { TaskBody } from '#shared/domain/task.ts';
import type { SearchDoc, SearchKind, SearchLine } from './docs.ts';

/** The tables whose records are found, in the order in which they are read: what is looked for most comes first. */
export const SEARCHED_TABLES = [
  'clients',
  'parties',
  'attachments',
  'requirementsDocuments',
  'requirements',
  'questions',
  'reminders',
  'engagements',
  'moneyEntries',
  'sheets',
  'conflictChecks',
  'notes',
  'tasks',
] as const satisfies readonly TableName[];
export type SearchedTable = (typeof SEARCHED_TABLES)[number];

/** Whether records of a table are found. */
export const isSearched = (table: TableName): table is SearchedTable =>
  (SEARCHED_TABLES as readonly TableName[]).includes(table);

const strong = (text: string): SearchLine => ({ text, strong: true });
const plain = (...texts: readonly string[]): readonly SearchLine[] =>
  texts.flatMap((text) => text.split('\n').map((line) => ({ text: line })));

/** A phone number as it is written and, in one word, as its digits. */
const phoneLines = (phone: string): readonly SearchLine[] => plain(phone, phone.replaceAll(/\D/g, ''));

/** A registered number as it is written and, in one word, as the letters and digits of it. */
const numberLines = (value: string): readonly SearchLine[] => {
  const joined = value.replaceAll(/[^\p{L}\p{N}]/gu, '');
  return plain(...(joined === value ? [value] : [value, joined]));
};

const isInline = ({ type, text }: RichTextNode): boolean => text !== undefined || type === 'hardBreak';

/** The lines of a rich text, in reading order: each block with words of its own is one. */
export function richTextLines(node: RichTextNode): readonly string[] {
  const content = node.content ?? [];
  return content.some(isInline) ? [plainText(node)] : content.flatMap(richTextLines);
}

/** Names used before and other names, one a line, are names. */
const otherNames = ({
  formerNames,
  aliases,
}: Pick<ClientBody, 'formerNames' | 'aliases'>): readonly SearchLine[] =>
  `${formerNames}\n${aliases}`
    .split('\n')
    .filter((name) => name.trim() !== '')
    .map(strong);

const clientLines = (client: ClientBody): readonly SearchLine[] => [
  strong(client.name),
  ...otherNames(client),
  ...`${client.phone}\n${client.morePhones}`.split('\n').flatMap(phoneLines),
  ...client.numbers.flatMap(({ value }) => numberLines(value)),
  ...plain(client.contactPerson, client.decisionMaker, client.email, client.moreEmails, client.group),
  ...plain(client.address, ...client.moreAddresses.flatMap(({ label, text }) => [label, text])),
  ...plain(client.source, client.referredBy, ...client.tags, client.keyFacts),
  ...plain(...Object.values(client.about), client.stageReason, client.relationship.dissolutionReason),
  ...plain(...client.anniversaries.map(({ label }) => label)),
  ...plain(...client.perks.map(({ text }) => text), ...client.consents.map(({ paper }) => paper)),
  ...plain(...Object.values(client.custom).filter((value) => typeof value === 'string')),
];

const partyLines = (party: PartyBody): readonly SearchLine[] => [
  strong(party.name),
  ...otherNames(party),
  ...phoneLines(party.phone),
  ...(party.numbers ?? []).flatMap(({ value }) => numberLines(value)),
  ...plain(party.email, party.remark),
];

const noteLines = (note: NoteBody): readonly SearchLine[] => [
  strong(note.title),
  ...plain(...note.attendees.map(({ name }) => name), note.place, ...note.agenda.map(({ text }) => text)),
  ...richTextLines(note.body).map((text) => ({ text })),
  // The other language of the agreed sheet.
  ...plain(...Object.values(note.translations)),
];

const documentLines = (document: RequirementsDocumentBody): readonly SearchLine[] => [
  strong(document.title),
  ...plain(...document.sections.flatMap(({ title, text }) => [title, text])),
];

const requirementLines = ({ number, text, ...more }: RequirementBody): readonly SearchLine[] =>
  plain(requirementLabel(number), text, more.rationale, more.acceptance, more.responsible);

/** Milliseconds since the epoch at which an id was made (UUID version 7: the first 48 bits). */
const madeAt = (id: RecordId): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

/** A record as it comes out of its seal. */
export interface OpenedRecord {
  readonly table: SearchedTable;
  readonly id: RecordId;
  readonly fileId: FileId;
  readonly body: unknown;
}

/** What of a record can be found, the record itself first, then its marked lines. Names of the fields are in each line's words. */
export function searchDocs({ table, id, fileId, body }: OpenedRecord): readonly SearchDoc[] {
  const doc = (kind: SearchKind, at: number | null, lines: readonly SearchLine[]): readonly SearchDoc[] => [
    { id, fileId, kind, at, mark: null, lines },
  ];
  switch (table) {
    case 'clients':
      return doc('client', null, clientLines(body as ClientBody));
    case 'parties':
      return doc('party', null, partyLines(body as PartyBody));
    case 'notes': {
      const note = body as NoteBody;
      return [
        ...doc('note', note.startedAt, noteLines(note)),
        ...markedLines(note.body).map(({ mark, text, who }): SearchDoc => ({
          id,
          fileId,
          kind: 'line',
          at: note.startedAt,
          mark,
          lines: plain(text, who),
        })),
      ];
    }
    case 'requirementsDocuments':
      return doc('requirementsDocument', madeAt(id), documentLines(body as RequirementsDocumentBody));
    case 'requirements':
      return doc('requirement', madeAt(id), requirementLines(body as RequirementBody));
    case 'tasks': {
      const task = body as TaskBody;
      return doc('task', madeAt(id), plain(task.title, task.who));
    }
    case 'questions': {
      const question = body as QuestionBody;
      return doc('question', madeAt(id), plain(question.text, question.answer));
    }
    case 'reminders':
      return doc('reminder', madeAt(id), plain((body as ReminderBody).title));
    case 'engagements': {
      const { title, contract, remark, custom = {} } = body as EngagementBody;
      const own = Object.values(custom).filter((value) => typeof value === 'string');
      return doc('engagement', madeAt(id), [strong(title), ...plain(contract, remark, ...own)]);
    }
    case 'moneyEntries': {
      const { text, number } = body as MoneyEntryBody;
      return doc('money', madeAt(id), plain(text, number));
    }
    case 'sheets': {
      const { hash, madeAt: printed } = body as SheetBody;
      // What stands on the paper, at the foot of each page.
      return doc('sheet', printed, plain(shortHash(hash)));
    }
    case 'conflictChecks': {
      // Not what was found: those are words of other files, which may be erased.
      const { queries, reason, decidedBy, decidedAt } = body as ConflictCheckBody;
      return doc('conflictCheck', decidedAt, plain(queries.join(', '), reason, decidedBy));
    }
    case 'attachments': {
      const { name, addedAt } = body as AttachmentBody;
      return doc('document', addedAt, [strong(name)]);
    }
    default:
      return table satisfies never;
  }
}
