import type { Client } from '#shared/domain/client.ts';
import type { DuplicateIndex } from '#shared/duplicates/duplicate-index.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { CustomField } from '#shared/domain/custom-field.ts';
import { emptyEngagement, type EngagementBody, withFeeModel } from '#shared/domain/engagement.ts';
import { CURRENCIES, type Currency, MINOR_UNITS, MOST_MONEY } from '#shared/domain/money.ts';
import type { ImportTarget } from '#shared/domain/import.ts';
import type { NoteBody } from '#shared/domain/note.ts';
import { emptyParty, type PartyBody } from '#shared/domain/party.ts';
import type { ReminderBody } from '#shared/domain/reminder.ts';
import type { TaskBody } from '#shared/domain/task.ts';
import type { ReadRow } from '#renderer/worker/import/table.ts';
import { numbersOf } from './client-draft.ts';
import { parseChoice, parseYesNo } from './choices.ts';
import { customValues } from './custom-columns.ts';
import { noteOfMarkdown, noteOfText } from './note-text.ts';
import { parseAmount } from './numbers.ts';
import { type Problem, type Reading, RowReader } from './row-reader.ts';

/** What a row becomes in the file of a client. */
export type LinkedBody =
  | { readonly table: 'parties'; readonly body: PartyBody }
  | { readonly table: 'notes'; readonly body: NoteBody }
  | { readonly table: 'tasks'; readonly body: TaskBody }
  | { readonly table: 'reminders'; readonly body: ReminderBody }
  | { readonly table: 'engagements'; readonly body: EngagementBody };

/** A row that belongs into the file of a client. */
export interface LinkedDraft {
  readonly row: number;
  readonly name: string;
  readonly fileId: FileId;
  readonly record: LinkedBody;
}

/** What rows of this kind are read with. */
export interface LinkedReading extends Reading {
  readonly target: Exclude<ImportTarget, 'clients'>;
  readonly index: DuplicateIndex<Client>;
  /** The practice's own fields of what the rows become. */
  readonly custom: readonly CustomField[];
  /** What amounts are in where a row does not say. */
  readonly currency: Currency;
  /** The file of rows that name no client that is there; null: they are left out. */
  readonly fallback: FileId | null;
  readonly markdown: boolean;
  /** IANA zone of the times in the file. */
  readonly zone: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const SEVERAL = /[;,\n]/;
const MORNING = '09:00';
/** Columns that tell whose a row is meant to be, or else what it is. */
const TELLING = ['client', 'clientNumber', 'clientEmail', 'title', 'name'];

/** The file a row belongs to: its client is known by number, e-mail or name. Null is told. */
function fileOf(row: RowReader, { index, fallback }: LinkedReading): FileId | null {
  const numbers = row.parts('clientNumber', SEVERAL).map((value) => ({ kind: 'other' as const, value }));
  const moreEmails = row.parts('clientEmail', SEVERAL).join('\n');
  const known = { name: row.line('client'), numbers, moreEmails };
  for (const why of ['number', 'email', 'name'] as const) {
    const found = index.allWith(why, known);
    if (found.length === 1 && found[0]) return found[0].fileId;
    if (found.length > 1 && why !== 'email') {
      row.complain('severalClients', 'client', true);
      return null;
    }
    if (found[0]) return found[0].fileId;
  }
  // Who names no client at all is told by what the row is.
  const said = TELLING.find((field) => row.all(field).length > 0) ?? 'client';
  if (fallback === null) row.complain('noClient', said, true);
  return fallback;
}

function readPerson(row: RowReader): LinkedBody | null {
  const parts = [row.line('lastName'), row.line('firstName'), row.line('middleName')];
  const name = row.line('name') || parts.filter((part) => part !== '').join(' ');
  if (name === '') {
    row.complain('noName', 'name', true);
    return null;
  }
  const [email = '', ...emails] = row.parts('email', SEVERAL);
  const [phone = '', ...phones] = row.parts('phone', SEVERAL);
  // A role that is none of ours, a position say, is kept as it is said.
  const said = row.line('role');
  const role = parseChoice('partyRole', said);
  const remark = [role === null ? said : '', row.text('remark'), ...emails, ...phones].filter(
    (part) => part !== '',
  );
  const numbers = numbersOf(row);
  const body = {
    ...emptyParty(name, role ?? 'contact'),
    email: email.slice(0, 500),
    phone: phone.slice(0, 500),
    formerNames: row.parts('formerNames', SEVERAL).join('\n'),
    aliases: row.parts('aliases', SEVERAL).join('\n'),
    ...(numbers.length > 0 && { numbers: [...numbers] }),
    remark: remark.join('\n'),
  };
  return { table: 'parties', body };
}

/** The title of a row: its own, or the first words of its text. */
function titleOf(row: RowReader): string {
  const title = row.line('title') || (row.text('text').trim().split('\n')[0] ?? '').slice(0, 120);
  if (title === '') row.complain('noTitle', 'title', true);
  return title;
}

function readNote(row: RowReader, { markdown, now }: LinkedReading): LinkedBody {
  const day = row.day('day');
  const at =
    day === null ? now : new Date(`${day}T${row.time('time') ?? row.time('day') ?? '12:00'}`).getTime();
  const text = row.text('text');
  const attendees = row
    .parts('attendees', SEVERAL)
    .map((name) => ({ name: name.slice(0, 500), side: 'other' as const }));
  const body: NoteBody = {
    title: titleOf(row),
    templateId: null,
    startedAt: at,
    endedAt: at,
    timerSeconds: 0,
    attendees,
    channel: row.parsed('channel', (said) => parseChoice('channel', said), 'badChoice') ?? 'other',
    place: row.line('place'),
    agenda: [],
    body: markdown ? noteOfMarkdown(text) : noteOfText(text),
    translations: {},
    nextMeeting: null,
    wrappedAt: null,
  };
  return { table: 'notes', body };
}

function readTask(row: RowReader, { now }: LinkedReading): LinkedBody {
  const done = row.parsed('done', parseYesNo, 'badChoice') ?? false;
  const body: TaskBody = {
    title: titleOf(row),
    side: row.parsed('side', (text) => parseChoice('side', text), 'badChoice') ?? 'practice',
    who: row.line('who'),
    dueOn: row.day('day'),
    doneAt: done ? now : null,
    source: null,
  };
  return { table: 'tasks', body };
}

function readReminder(row: RowReader, { zone }: LinkedReading): LinkedBody | null {
  const title = titleOf(row);
  const day = row.day('day');
  if (day === null) {
    row.complain('noDate', 'day', true);
    return null;
  }
  const rule = row.line('rule').replace(/^RRULE:/i, '');
  const body: ReminderBody = {
    title,
    kind: row.parsed('reminderKind', (text) => parseChoice('reminderKind', text), 'badChoice') ?? 'meeting',
    at: `${day}T${row.time('time') ?? row.time('day') ?? MORNING}`,
    zone,
    leadMinutes: 0,
    rule: /^FREQ=/i.test(rule) ? rule : null,
    doneAt: null,
    source: null,
  };
  return { table: 'reminders', body };
}

/** An amount in minor units; null: none, or less than nothing. */
function amountFrom(text: string, row: RowReader): number | null {
  const amount = parseAmount(text, row.decimal);
  if (amount === null || amount < 0) return null;
  const minor = Math.round(amount * MINOR_UNITS);
  return minor <= MOST_MONEY ? minor : null;
}

function readEngagement(row: RowReader, { custom, currency }: LinkedReading): LinkedBody {
  const startOn = row.day('startOn');
  const feeModel = row.parsed('feeModel', (text) => parseChoice('feeModel', text), 'badChoice') ?? 'oneOff';
  const status =
    row.parsed('engagementStatus', (text) => parseChoice('engagementStatus', text), 'badChoice') ?? 'active';
  const said = CURRENCIES.find((one) => one === row.line('currency').toUpperCase());
  const values = customValues(row, custom);
  const empty = emptyEngagement(said ?? currency, '2000-01-01');
  const body: EngagementBody = {
    ...empty,
    ...withFeeModel(empty, feeModel),
    title: titleOf(row),
    status,
    progress: status === 'done' ? 100 : 0,
    price: row.parsed('price', (text) => amountFrom(text, row), 'badNumber'),
    startOn,
    endOn: row.day('endOn'),
    contract: row.line('contract'),
    contractOn: row.day('contractOn'),
    remark: row.text('remark'),
    ...(values && { custom: values }),
  };
  return { table: 'engagements', body };
}

const READERS = {
  people: readPerson,
  notes: readNote,
  tasks: readTask,
  reminders: readReminder,
  engagements: readEngagement,
};

/** Reads a row as something in the file of a client. The draft is null when it cannot be; the problems tell. */
export function readLinked(
  cells: ReadRow,
  reading: LinkedReading,
): { readonly draft: LinkedDraft | null; readonly problems: readonly Problem[] } {
  const row = new RowReader(cells, reading);
  const fileId = fileOf(row, reading);
  const record = READERS[reading.target](row, reading);
  if (row.fatal || fileId === null || record === null) return { draft: null, problems: row.problems };
  const name = record.table === 'parties' ? record.body.name : record.body.title;
  return { draft: { row: row.number, name, fileId, record }, problems: row.problems };
}
