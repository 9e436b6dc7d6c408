import type { ClientBody } from '#shared/domain/client.ts';
import { clientRecord } from '#shared/domain/client.ts';
import type { HitPlace, NameKind } from '#shared/domain/conflict-check.ts';
import { engagementRecord, type EngagementBody } from '#shared/domain/engagement.ts';
import { moneyEntryRecord, type MoneyEntryBody } from '#shared/domain/money-entry.ts';
import { noteRecord, type NoteBody } from '#shared/domain/note.ts';
import { partyRecord, type PartyBody, type PartyRole } from '#shared/domain/party.ts';
import { questionRecord, type QuestionBody } from '#shared/domain/question.ts';
import type { RecordKind, Stored, TableName } from '#shared/domain/record.ts';
import {
  requirementRecord,
  requirementsDocumentRecord,
  type RequirementBody,
  type RequirementsDocumentBody,
} from '#shared/domain/requirement.ts';
import { plainText, type RichTextNode } from '#shared/domain/rich-text.ts';
import { taskRecord, type TaskBody } from '#shared/domain/task.ts';
import { namesIn } from '#shared/domain/values.ts';
import type { CheckedRecord, HeldName } from './protocol.ts';

/** What a check looks at in a body: names, numbers, and running text with the place it is told under. */
interface Looked {
  readonly names: readonly HeldName[];
  readonly numbers: readonly HeldName[];
  readonly text: string;
}

const filled = (names: readonly HeldName[]): readonly HeldName[] =>
  names.filter(({ text }) => text.trim() !== '');

function named(
  place: HitPlace,
  role: PartyRole | null,
  body: Pick<ClientBody, 'name' | 'formerNames' | 'aliases'>,
): readonly HeldName[] {
  const held =
    (kind: NameKind) =>
    (text: string): HeldName => ({ text, bearer: kind === 'name' ? '' : body.name, place, kind, role });
  return [
    held('name')(body.name),
    ...namesIn(body.formerNames).map(held('formerName')),
    ...namesIn(body.aliases).map(held('alias')),
  ];
}

const numbered = (
  place: HitPlace,
  role: PartyRole | null,
  bearer: string,
  texts: readonly string[],
): readonly HeldName[] =>
  filled(
    texts
      .flatMap((text) => text.split(/[,;\n]/))
      .map((text) => ({ text: text.trim(), bearer, place, kind: 'number', role })),
  );

const lines = (...parts: readonly string[]): string => parts.filter((part) => part.trim() !== '').join('\n');

/** The text of blocks, each a line. */
function blockText(node: RichTextNode): string {
  const inner = node.content ?? [];
  const isBlock = inner.some(({ type }) => type !== 'text' && type !== 'hardBreak');
  return isBlock ? inner.map(blockText).join('\n') : plainText(node);
}

const only = (text: string): Looked => ({ names: [], numbers: [], text });

const LOOKED: {
  readonly clients: (body: ClientBody) => Looked;
  readonly parties: (body: PartyBody) => Looked;
  readonly notes: (body: NoteBody) => Looked;
  readonly requirementsDocuments: (body: RequirementsDocumentBody) => Looked;
  readonly requirements: (body: RequirementBody) => Looked;
  readonly questions: (body: QuestionBody) => Looked;
  readonly tasks: (body: TaskBody) => Looked;
  readonly engagements: (body: EngagementBody) => Looked;
  readonly moneyEntries: (body: MoneyEntryBody) => Looked;
} = {
  clients: (body) => ({
    names: filled([
      ...named('client', null, body),
      { text: body.contactPerson, bearer: '', place: 'contactPerson', kind: 'name', role: null },
      { text: body.decisionMaker, bearer: '', place: 'decisionMaker', kind: 'name', role: null },
    ]),
    numbers: numbered('client', null, body.name, [
      ...body.numbers.map(({ value }) => value),
      body.phone,
      body.morePhones,
      body.email,
      body.moreEmails,
    ]),
    text: lines(
      body.keyFacts,
      body.source,
      body.referredBy,
      body.group,
      body.address,
      body.stageReason,
      ...body.moreAddresses.flatMap(({ label, text }) => [label, text]),
      ...Object.values(body.about),
      body.relationship.dissolutionReason,
      ...body.consents.map(({ paper }) => paper),
      ...body.perks.map(({ text }) => text),
      ...Object.values(body.custom).filter((value) => typeof value === 'string'),
    ),
  }),
  parties: (body) => ({
    names: named('party', body.role, body),
    numbers: numbered('party', body.role, body.name, [
      ...(body.numbers ?? []).map(({ value }) => value),
      body.phone,
      body.email,
    ]),
    text: body.remark,
  }),
  notes: (body) =>
    only(
      lines(
        body.title,
        ...body.attendees.map(({ name }) => name),
        body.place,
        ...body.agenda.map(({ text }) => text),
        blockText(body.body),
        ...Object.values(body.translations),
      ),
    ),
  requirementsDocuments: (body) =>
    only(lines(body.title, ...body.sections.flatMap(({ title, text }) => [title, text]))),
  requirements: (body) => only(lines(body.text, body.rationale, body.acceptance, body.responsible)),
  questions: (body) => only(lines(body.text, body.answer)),
  tasks: (body) => only(lines(body.title, body.who)),
  engagements: (body) => only(lines(body.title, body.contract, body.remark)),
  moneyEntries: (body) => only(lines(body.text, body.number)),
};

/** The tables a check goes through, and where a text of each is told to stand. */
export const CHECKED_TABLES = {
  clients: 'clientText',
  parties: 'partyText',
  requirementsDocuments: 'requirementsDocument',
  requirements: 'requirement',
  questions: 'question',
  tasks: 'task',
  engagements: 'engagement',
  moneyEntries: 'money',
  notes: 'note',
} as const satisfies Partial<Record<TableName, HitPlace>>;
/** A table a check goes through. */
export type CheckedTable = keyof typeof CHECKED_TABLES;

/** Whether a check goes through a table. */
export const isChecked = (table: TableName): table is CheckedTable => Object.hasOwn(CHECKED_TABLES, table);

const KINDS = {
  clients: clientRecord,
  parties: partyRecord,
  requirementsDocuments: requirementsDocumentRecord,
  requirements: requirementRecord,
  questions: questionRecord,
  tasks: taskRecord,
  engagements: engagementRecord,
  moneyEntries: moneyEntryRecord,
  notes: noteRecord,
};

/** The kind of the records in a table. */
export const checkedKind = (table: CheckedTable): RecordKind<unknown> => KINDS[table] as RecordKind<unknown>;

/** What of a record a check looks at. The table names the kind of its body. */
export function checkedRecord(table: CheckedTable, record: Stored<unknown>): CheckedRecord {
  const looked = (LOOKED[table] as (body: unknown) => Looked)(record);
  return { id: record.id, fileId: record.fileId, table, ...looked };
}

/** The names and numbers that a client or party holds. */
export function namesAndNumbers(
  table: 'clients' | 'parties',
  body: unknown,
): Pick<CheckedRecord, 'names' | 'numbers'> {
  const { names, numbers } = (LOOKED[table] as (body: unknown) => Looked)(body);
  return { names, numbers };
}
