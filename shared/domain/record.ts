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

/** The few numbers of a record that stand in clear so that the store can be asked for a range. */
export interface ClearIndex {
  /** When the record is due, milliseconds since the epoch. */
  readonly due?: number;
}

/** What the vault has to know of one kind of record. One value a kind, in the file of that kind. */
export interface RecordKind<Body> {
  /** Table name; part of the sealed data's authentication. */
  readonly table: TableName;
  /** Version of the body's schema, raised by each migration. */
  readonly version: number;
  readonly schema: z.ZodType<Body>;
  readonly clearIndex?: (body: Body) => ClearIndex;
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
] as const;
export type TableName = (typeof TABLE_NAMES)[number];
