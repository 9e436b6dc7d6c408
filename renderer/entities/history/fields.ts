import type { TFunction } from 'i18next';
import type { AttachmentBody } from '#shared/domain/attachment.ts';
import type { ClientBody } from '#shared/domain/client.ts';
import type { ConflictCheckBody } from '#shared/domain/conflict-check.ts';
import type { DraftBody } from '#shared/domain/draft.ts';
import type { DuplicateBody } from '#shared/domain/duplicate.ts';
import type { EngagementBody } from '#shared/domain/engagement.ts';
import type { ImportBody } from '#shared/domain/import.ts';
import type { MoneyEntryBody } from '#shared/domain/money-entry.ts';
import type { NoteBody } from '#shared/domain/note.ts';
import type { PartyBody } from '#shared/domain/party.ts';
import type { PracticeBody } from '#shared/domain/practice.ts';
import type { QuestionBody } from '#shared/domain/question.ts';
import type { RegisterViewBody } from '#shared/domain/register-view.ts';
import type { WorkTable } from '#shared/domain/record.ts';
import type { ReminderBody } from '#shared/domain/reminder.ts';
import {
  requirementLabel,
  type RequirementBody,
  type RequirementsDocumentBody,
} from '#shared/domain/requirement.ts';
import type { ServiceBody } from '#shared/domain/service.ts';
import type { SheetBody } from '#shared/domain/sheet.ts';
import type { TaskBody } from '#shared/domain/task.ts';
import type { OwnTemplateBody } from '#shared/domain/template.ts';
import type { Language } from '#shared/domain/values.ts';
import { formatDay, formatMoment, formatWallTime } from '#shared/i18n/format.ts';
import { clientTexts, numberTexts } from './client-fields.ts';
import type { FieldName, Texts, Words } from './field-names.ts';
import { engagementTexts, moneyEntryTexts, serviceTexts } from './money-fields.ts';
import { noteLines } from './note-lines.ts';

/** One part of a record as it is shown in its history. */
export interface Field {
  /** Names the part; also of its label `history.field.<name>`. */
  readonly name: FieldName;
  readonly text: string;
}

interface Bodies {
  readonly practice: PracticeBody;
  readonly clients: ClientBody;
  readonly parties: PartyBody;
  readonly notes: NoteBody;
  readonly requirementsDocuments: RequirementsDocumentBody;
  readonly requirements: RequirementBody;
  readonly tasks: TaskBody;
  readonly questions: QuestionBody;
  readonly reminders: ReminderBody;
  readonly sheets: SheetBody;
  readonly attachments: AttachmentBody;
  readonly conflictChecks: ConflictCheckBody;
  readonly imports: ImportBody;
  readonly registerViews: RegisterViewBody;
  readonly duplicates: DuplicateBody;
  readonly services: ServiceBody;
  readonly engagements: EngagementBody;
  readonly moneyEntries: MoneyEntryBody;
  readonly drafts: DraftBody;
  readonly templates: OwnTemplateBody;
}

const FIELDS: { readonly [Table in WorkTable]: (body: Bodies[Table], words: Words) => Texts } = {
  practice: ({ professional, letterhead, confidentiality, iban = '' }) => [
    ['name', [professional, ...Object.values(letterhead), iban, confidentiality].join('\n')],
  ],
  clients: clientTexts,
  parties: (body, { t }) => [
    ['name', body.name],
    ['formerNames', body.formerNames],
    ['aliases', body.aliases],
    ['role', t(`domain.partyRole.${body.role}`)],
    ['email', body.email],
    ['phone', body.phone],
    ['numbers', numberTexts(body.numbers ?? [], t)],
    ['remark', body.remark],
  ],
  notes: (body, { t, language, moment }) => [
    ['title', body.title],
    ['text', noteLines(body.body, (mark) => t(`domain.mark.${mark}`)).join('\n')],
    ['attendees', body.attendees.map(({ name, side }) => `${name} (${t(`domain.side.${side}`)})`).join('\n')],
    ['channel', t(`domain.channel.${body.channel}`)],
    ['place', body.place],
    ['agenda', body.agenda.map(({ text, done }) => `${done ? '[x]' : '[ ]'} ${text}`).join('\n')],
    ['translations', Object.values(body.translations).join('\n')],
    ['nextMeeting', body.nextMeeting === null ? '' : formatWallTime(body.nextMeeting, language)],
    ['wrappedAt', moment(body.wrappedAt)],
  ],
  requirementsDocuments: (body) => [
    ['title', body.title],
    ['text', body.sections.map(({ title, text }) => `${title}\n${text}`.trim()).join('\n\n')],
  ],
  requirements: (body, { t, day }) => [
    ['text', body.text],
    ['priority', t(`domain.priority.${body.priority}`)],
    ['status', t(`domain.requirementStatus.${body.status}`)],
    ['due', day(body.dueOn)],
    ['responsible', body.responsible],
    ['acceptance', body.acceptance],
    ['rationale', body.rationale],
  ],
  tasks: (body, { t, day, moment }) => [
    ['title', body.title],
    ['side', t(`domain.side.${body.side}`)],
    ['who', body.who],
    ['due', day(body.dueOn)],
    ['done', moment(body.doneAt)],
  ],
  questions: (body, { t }) => [
    ['text', body.text],
    ['askedOf', t(`domain.side.${body.askedOf}`)],
    ['answer', body.answer],
  ],
  reminders: (body, { t, language, moment }) => [
    ['title', body.title],
    ['kind', t(`domain.reminderKind.${body.kind}`)],
    ['moment', formatWallTime(body.at, language)],
    ['done', moment(body.doneAt)],
  ],
  sheets: (body, { moment }) => [['version', `${String(body.version)} · ${moment(body.madeAt)}`]],
  attachments: (body) => [['name', body.name]],
  conflictChecks: (body, { moment }) => [['name', `${body.queries.join(', ')} · ${moment(body.checkedAt)}`]],
  imports: (body) => (body.is === 'import' ? [['name', body.fileName]] : []),
  registerViews: (body) => [['name', body.name]],
  // Ids alone, which say nothing to anybody.
  duplicates: () => [],
  services: serviceTexts,
  engagements: engagementTexts,
  moneyEntries: moneyEntryTexts,
  // A draft has no history: it is what was not sent.
  drafts: () => [],
  templates: (body, { t }) => [
    ['name', body.name],
    ['language', t(`domain.language.${body.language}`)],
    ...(body.of === 'meeting'
      ? ([
          ['agenda', body.agenda.join('\n')],
          ['text', noteLines(body.body, (mark) => t(`domain.mark.${mark}`)).join('\n')],
        ] as const)
      : ([
          [
            'text',
            body.sections.map(({ title, hint, text }) => [title, hint, text].join('\n').trim()).join('\n\n'),
          ],
        ] as const)),
  ],
};

/** The parts of a record in the order they are read, in the user's language. A part without words has an empty text. */
export function fieldsOf(
  table: WorkTable,
  body: unknown,
  t: TFunction,
  language: Language,
): readonly Field[] {
  const words: Words = {
    t,
    language,
    day: (day) => (day === null ? '' : formatDay(day, language)),
    moment: (at) => (at === null ? '' : formatMoment(at, language)),
  };
  // The table names the kind of body.
  const texts = (FIELDS[table] as (body: unknown, words: Words) => Texts)(body, words);
  return texts.map(([name, text]) => ({ name, text }));
}

/** What a record is known by in a list: its name, title, or first words. */
export function headlineOf(table: WorkTable, body: unknown, t: TFunction, language: Language): string {
  const first = fieldsOf(table, body, t, language)[0]?.text.split('\n')[0] ?? '';
  if (table !== 'requirements') return first;
  return `${requirementLabel((body as RequirementBody).number)} ${first}`.trim();
}
