import type { z } from 'zod';
import type { FileId, RecordId } from './ids.ts';

/** What every stored record carries beside its content. */
export interface RecordMeta {
  readonly id: RecordId;
  /** The client file whose key seals the record. */
  readonly fileId: FileId;
  /** Random id of this revision. */
  readonly rev: string;
  /** Revision this one replaces; null for the first. Needed to merge two laptops' changes. */
  readonly parent: string | null;
  /** Hybrid logical clock of the change: sorts by text. */
  readonly stamp: string;
}

/** A record as the app reads it: content and envelope together. */
export type Stored<Body> = RecordMeta & Readonly<Body>;

/** The little of a record that stands in clear so that the store can be asked for it. */
export interface ClearIndex {
  /** When the record is due, milliseconds since the epoch. */
  readonly due?: number;
  /** The record that this one is an earlier version of. */
  readonly of?: RecordId;
}

/**
 * What is kept of a record when it is changed or removed: each of its versions; for texts that store themselves while they
 * are typed, one for each span of editing; nothing.
 */
export type HistoryRule = 'each' | 'spans' | 'none';

/** What the vault has to know of one kind of record. One value a kind, in the file of that kind. */
export interface RecordKind<Body> {
  /** Table name; part of the sealed data's authentication. */
  readonly table: TableName;
  /** Version of the body's schema, raised by each migration. */
  readonly version: number;
  readonly schema: z.ZodType<Body>;
  readonly clearIndex?: (body: Body) => ClearIndex;
  /** Left out: `each`. */
  readonly history?: HistoryRule;
  /** What of a body is a fact with a date: a change of it keeps the version before, however soon it follows another edit. */
  readonly fact?: (body: Body) => unknown;
  /** What becomes of a body of earlier that comes back, by undo or out of the history. Left out: it comes back as it was. */
  readonly comeBack?: (earlier: Body, now: Body) => Body;
}

/** Every table of records. */
export const TABLE_NAMES = [
  'practice',
  'clients',
  'parties',
  'notes',
  'requirementsDocuments',
  'requirements',
  'tasks',
  'questions',
  'reminders',
  'sheets',
  'versions',
  'audit',
  'attachments',
  'conflictChecks',
  'imports',
  'registerViews',
  'duplicates',
  'services',
  'engagements',
  'moneyEntries',
  'drafts',
  'templates',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** Tables that only ever grow: no restore, undo or removal takes their records away. */
export const GROWING_TABLES = ['versions', 'audit'] as const satisfies readonly TableName[];
/** The tables of what the user works with: those whose records have a history and can be undone. */
export type WorkTable = Exclude<TableName, (typeof GROWING_TABLES)[number]>;

/** Whether a table holds what the user works with. */
export const isWorkTable = (table: TableName): table is WorkTable =>
  !(GROWING_TABLES as readonly TableName[]).includes(table);
export const WORK_TABLES: readonly WorkTable[] = TABLE_NAMES.filter(isWorkTable);
