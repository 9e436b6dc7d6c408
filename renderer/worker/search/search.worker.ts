import { migrated } from '#renderer/db/migrations/index.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import { type ClearRecord, openRecord } from '#shared/formats/sealed-record.ts';
import { isSearched, searchDocs, type SearchedTable } from './extract.ts';
import { parseQuery } from './query.ts';
import type { SearchAnswer, SearchMessage } from './protocol.ts';
import { SearchIndex } from './search-index.ts';

/** Quiet time after which many small segments are made few, milliseconds. */
const TIDY_AFTER_MS = 1500;

const index = new SearchIndex();
const fileKeys = new Map<FileId, readonly Uint8Array[]>();
/** Records changed while everything is read for the first time: what is read of them may be older than that. */
const changedMeanwhile = new Set<RecordId>();
let vaultId = '';
let reading = true;
let tidying: ReturnType<typeof setTimeout> | undefined;

/** The body of a sealed record; null when it does not open: the vault heals it, and tells of it again. */
function opened(table: SearchedTable, at: ClearRecord, sealed: Uint8Array): unknown {
  for (const key of fileKeys.get(at.fileId) ?? []) {
    try {
      return migrated(kindOf(table), at.version, openRecord(key, vaultId, at, sealed));
    } catch {
      // The next key may be the one.
    }
  }
  return null;
}

function take(message: Exclude<SearchMessage, { readonly type: 'search' }>): void {
  switch (message.type) {
    case 'open':
      ({ vaultId } = message);
      return;
    case 'rows':
      for (const [fileId, keys] of message.keys) fileKeys.set(fileId, keys);
      for (const { sealed, ...row } of message.rows) {
        if (changedMeanwhile.has(row.id)) continue;
        const body = opened(message.table, { ...row, table: message.table }, sealed);
        if (body !== null)
          index.addInBulk(searchDocs({ table: message.table, id: row.id, fileId: row.fileId, body }));
      }
      return;
    case 'tableRead':
      index.endBulk();
      return;
    case 'read':
      reading = false;
      changedMeanwhile.clear();
      return;
    case 'changed':
      for (const [fileId, keys] of message.keys) fileKeys.set(fileId, keys);
      for (const op of message.ops) {
        if (!isSearched(op.table)) continue;
        if (reading) changedMeanwhile.add(op.id);
        const body = op.op === 'put' ? opened(op.table, op, op.sealed) : null;
        if (op.op === 'put' && body !== null) {
          index.put(op.id, searchDocs({ table: op.table, id: op.id, fileId: op.fileId, body }));
        } else index.remove(op.id);
      }
      return;
    default:
      message satisfies never;
  }
}

function answer(data: SearchMessage): SearchAnswer {
  if (data.type === 'search') {
    const { query, ...request } = data.request;
    return { number: data.number, found: index.search({ ...request, clauses: parseQuery(query) }) };
  }
  take(data);
  return { number: data.number, found: null };
}

self.addEventListener('message', ({ data }: MessageEvent<SearchMessage>) => {
  try {
    self.postMessage(answer(data), { transfer: [] });
  } catch (error) {
    self.postMessage({ number: data.number, error: String(error) } satisfies SearchAnswer, { transfer: [] });
  }
  clearTimeout(tidying);
  if (index.untidy) tidying = setTimeout(() => index.tidy(), TIDY_AFTER_MS);
});
