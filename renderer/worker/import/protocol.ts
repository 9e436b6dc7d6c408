import type { Delimiter } from './delimited.ts';
import type { Encoding } from './encoding.ts';
import type { Refusal } from './read-error.ts';
import type { Table } from './table.ts';

/** Formats that are read. */
export const FORMATS = ['csv', 'xlsx', 'vcard', 'calendar', 'mail', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** How a file is to be read, where the user knows better than the detection. */
export interface ReadOptions {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** Which sheet of a workbook, from 0. */
  readonly sheet?: number;
}

/** A file that came within another: an attachment of an e-mail. */
export interface Enclosed {
  /** The row it belongs to, as {@link Table} numbers it. */
  readonly row: number;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What was read, and how. */
export interface ReadFile extends Table {
  readonly format: Format;
  /** Null where the format says it itself. */
  readonly encoding: Encoding | null;
  /** Whether another encoding would have read worse. */
  readonly sure: boolean;
  readonly delimiter: Delimiter | null;
  /** Names of the sheets of a workbook; empty for other formats. */
  readonly sheets: readonly string[];
  readonly sheet: number;
  readonly enclosed: readonly Enclosed[];
}

/** What the worker is asked. */
export interface ReadRequest {
  readonly files: readonly File[];
  readonly options: ReadOptions;
}

/** What it answers; nothing when it came to its end otherwise. */
export type ReadAnswer = { readonly read: ReadFile } | { readonly refused: Refusal };
