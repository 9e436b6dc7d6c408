import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { TableName } from '#shared/domain/record.ts';
import type { LineMark } from '#shared/domain/rich-text.ts';

/** What can be found. `line`: a marked line of a note, found only when a mark is asked for. */
export const SEARCH_KINDS = [
  'client',
  'party',
  'note',
  'requirement',
  'requirementsDocument',
  'task',
  'question',
  'document',
  'line',
  'reminder',
  'engagement',
  'money',
  'sheet',
  'conflictCheck',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Where the records of a kind are. */
export const TABLE_OF_KIND = {
  client: 'clients',
  party: 'parties',
  note: 'notes',
  line: 'notes',
  requirement: 'requirements',
  requirementsDocument: 'requirementsDocuments',
  task: 'tasks',
  question: 'questions',
  document: 'attachments',
  reminder: 'reminders',
  engagement: 'engagements',
  money: 'moneyEntries',
  sheet: 'sheets',
  conflictCheck: 'conflictChecks',
} as const satisfies Readonly<Record<SearchKind, TableName>>;

/** A line of text that is searched. */
export interface SearchLine {
  readonly text: string;
  /** A name or title: counts for more. */
  readonly strong?: boolean;
}

/** Something that can be found: a record, or a marked line of one. */
export interface SearchDoc {
  readonly id: RecordId;
  readonly fileId: FileId;
  readonly kind: SearchKind;
  /** When it happened or was made, milliseconds since the epoch; null when it is of no time. */
  readonly at: number | null;
  readonly mark: LineMark | null;
  readonly lines: readonly SearchLine[];
}
