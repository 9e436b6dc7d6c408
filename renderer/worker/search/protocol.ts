import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { Op } from '#shared/formats/entry.ts';
import type { JournalHead } from '#shared/ipc/contract.ts';
import type { ClearRecord } from '#shared/formats/sealed-record.ts';
import type { Found as Checked } from '#renderer/worker/conflicts/protocol.ts';
import type { SearchedTable } from './extract.ts';
import type { SealMaterial } from './index-seal.ts';
import type { Found, SearchRequest } from './search.ts';

/** The keys that the records of client files are sealed with. */
type Keys = ReadonlyMap<FileId, readonly Uint8Array[]>;

/** A search as it is asked for: what was typed is read in the worker. */
export type TypedRequest = Omit<SearchRequest, 'clauses'> & { readonly query: string };

/** A sealed record. */
export type SealedRow = Omit<ClearRecord, 'table'> & { readonly sealed: Uint8Array };

/** What the worker is told or asked; each is answered under its number, one after another. */
export type SearchMessage = { readonly number: number } &
  /** Comes first. Takes over what was kept, with a seal and unless it does not hold any more; answers where the vault stood then. */
  (
    | {
        readonly type: 'open';
        readonly vaultId: string;
        readonly seal: SealMaterial | null;
        readonly holds: boolean;
      }
    | {
        readonly type: 'rows';
        readonly table: SearchedTable;
        readonly rows: readonly SealedRow[];
        readonly keys: Keys;
      }
    /** A part of the last operations on records that were changed since the index was kept. */
    | { readonly type: 'since'; readonly ops: readonly Op[]; readonly keys: Keys }
    /** All rows of a table were sent. */
    | { readonly type: 'tableRead' }
    /** All rows of all tables were sent, or all changes. Rejects when what was kept does not open after all. */
    | { readonly type: 'read' }
    | { readonly type: 'changed'; readonly ops: readonly Op[]; readonly keys: Keys }
    /** The key of a client file was destroyed. */
    | { readonly type: 'erased'; readonly fileId: FileId }
    /** Keeps the index on the disk. Up to `head` all changes were told. */
    | { readonly type: 'keep'; readonly seal: SealMaterial; readonly head: JournalHead }
    /** The words of a document, in lines, none when there are none in it; kept as long as the document is there. */
    | { readonly type: 'text'; readonly id: RecordId; readonly lines: readonly string[] }
    | { readonly type: 'textOf'; readonly id: RecordId }
    /** Asks which of some documents were not read yet. */
    | { readonly type: 'unread'; readonly ids: readonly RecordId[] }
    | { readonly type: 'search'; readonly request: TypedRequest }
    /** A conflict check: names and numbers. */
    | { readonly type: 'check'; readonly queries: readonly string[] }
  );

/** What the worker answers. */
export type SearchAnswer =
  | { readonly number: number; readonly found: Found | null }
  | { readonly number: number; readonly checked: Checked }
  /** Where the vault stood when the index was kept that was taken over; null: there was none. */
  | { readonly number: number; readonly keptAt: JournalHead | null }
  | { readonly number: number; readonly lines: readonly string[] }
  | { readonly number: number; readonly unread: readonly RecordId[] }
  | { readonly number: number; readonly error: string };
