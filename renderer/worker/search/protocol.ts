import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { Op } from '#shared/formats/entry.ts';
import type { ClearRecord } from '#shared/formats/sealed-record.ts';
import type { Found as Checked } from '#renderer/worker/conflicts/protocol.ts';
import type { SearchedTable } from './extract.ts';
import type { Found, SearchRequest } from './search.ts';

/** The keys that the records of client files are sealed with. */
type Keys = ReadonlyMap<FileId, readonly Uint8Array[]>;

/** A search as it is asked for: what was typed is read in the worker. */
export type TypedRequest = Omit<SearchRequest, 'clauses'> & { readonly query: string };

/** A sealed record. */
export type SealedRow = Omit<ClearRecord, 'table'> & { readonly sealed: Uint8Array };

/** What the worker is told or asked; each is answered under its number, one after another. */
export type SearchMessage = { readonly number: number } & (
  | { readonly type: 'open'; readonly vaultId: string }
  | {
      readonly type: 'rows';
      readonly table: SearchedTable;
      readonly rows: readonly SealedRow[];
      readonly keys: Keys;
    }
  /** All rows of a table were sent. */
  | { readonly type: 'tableRead' }
  /** All rows of all tables were sent. */
  | { readonly type: 'read' }
  | { readonly type: 'changed'; readonly ops: readonly Op[]; readonly keys: Keys }
  /** The words of a document, in lines; kept as long as the document is there. */
  | { readonly type: 'text'; readonly id: RecordId; readonly lines: readonly string[] }
  | { readonly type: 'textOf'; readonly id: RecordId }
  | { readonly type: 'search'; readonly request: TypedRequest }
  /** A conflict check: names and numbers. */
  | { readonly type: 'check'; readonly queries: readonly string[] }
);

/** What the worker answers. */
export type SearchAnswer =
  | { readonly number: number; readonly found: Found | null }
  | { readonly number: number; readonly checked: Checked }
  | { readonly number: number; readonly lines: readonly string[] }
  | { readonly number: number; readonly error: string };
