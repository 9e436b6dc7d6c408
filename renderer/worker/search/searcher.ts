import { migrated } from '#renderer/db/migrations/index.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import { type ClearRecord, openRecord } from '#shared/formats/sealed-record.ts';
import { ConflictIndex } from '#renderer/worker/conflicts/conflict-index.ts';
import { namesAndNumbers } from '#renderer/worker/conflicts/extract.ts';
import { isSearched, type OpenedRecord, type SearchedTable } from './extract.ts';
import { Documents } from './documents.ts';
import { parseQuery } from './query.ts';
import type { SearchAnswer, SearchMessage } from './protocol.ts';
import { SearchIndex } from './search-index.ts';

/** The index and the keys it opens records with: what the worker holds. */
export class Searcher {
  readonly #index = new SearchIndex();
  readonly #conflicts = new ConflictIndex(this.#index);
  readonly #fileKeys = new Map<FileId, readonly Uint8Array[]>();
  /** Records changed while everything is read for the first time: what is read of them may be older than that. */
  readonly #changedMeanwhile = new Set<RecordId>();
  readonly #documents = new Documents();
  #vaultId = '';
  #reading = true;

  /** Takes in what it is told, and searches what it is asked. Does not throw. */
  answer(data: SearchMessage): SearchAnswer {
    try {
      return this.#done(data);
    } catch (error) {
      return { number: data.number, error: String(error) };
    }
  }

  /**
   * Does a part of what can wait for a quiet moment: makes few segments of many, then makes the next conflict check ready. Answers
   * whether there is more to do.
   */
  tidy(): boolean {
    if (this.#reading) return false;
    if (!this.#index.untidy) return this.#conflicts.prepare();
    this.#index.tidy();
    return true;
  }

  #done(data: SearchMessage): SearchAnswer {
    if (data.type === 'search') {
      const { query, ...request } = data.request;
      return { number: data.number, found: this.#index.search({ ...request, clauses: parseQuery(query) }) };
    }
    if (data.type === 'check') {
      return { number: data.number, checked: this.#conflicts.check(data.queries) };
    }
    if (data.type === 'textOf') return { number: data.number, lines: this.#documents.linesOf(data.id) };
    this.#take(data);
    return { number: data.number, found: null };
  }

  /** The body of a sealed record; null when it does not open: the vault heals it, and tells of it again. */
  #opened(table: SearchedTable, at: ClearRecord, sealed: Uint8Array): unknown {
    for (const key of this.#fileKeys.get(at.fileId) ?? []) {
      try {
        return migrated(kindOf(table), at.version, openRecord(key, this.#vaultId, at, sealed));
      } catch {
        // The next key may be the one.
      }
    }
    return null;
  }

  /** Keeps the names and numbers of clients and parties for conflict checks. */
  #hold({ table, id, fileId, body }: OpenedRecord): void {
    if (table !== 'clients' && table !== 'parties') return;
    this.#conflicts.put({ id, fileId, ...namesAndNumbers(table, body) });
  }

  #take(message: Exclude<SearchMessage, { readonly type: 'search' | 'check' | 'textOf' }>): void {
    switch (message.type) {
      case 'open':
        this.#vaultId = message.vaultId;
        return;
      case 'rows':
        for (const [fileId, keys] of message.keys) this.#fileKeys.set(fileId, keys);
        for (const { sealed, ...row } of message.rows) {
          if (this.#changedMeanwhile.has(row.id)) continue;
          const body = this.#opened(message.table, { ...row, table: message.table }, sealed);
          if (body === null) continue;
          const record = { table: message.table, id: row.id, fileId: row.fileId, body };
          this.#index.addInBulk(this.#documents.docsOf(record));
          this.#hold(record);
        }
        return;
      case 'text': {
        const docs = this.#documents.withText(message.id, message.lines);
        if (docs) this.#index.put(message.id, docs);
        return;
      }
      case 'tableRead':
        this.#index.endBulk();
        return;
      case 'read':
        this.#reading = false;
        this.#changedMeanwhile.clear();
        return;
      case 'changed':
        for (const [fileId, keys] of message.keys) this.#fileKeys.set(fileId, keys);
        for (const op of message.ops) {
          if (!isSearched(op.table)) continue;
          if (this.#reading) this.#changedMeanwhile.add(op.id);
          const body = op.op === 'put' ? this.#opened(op.table, op, op.sealed) : null;
          if (op.op === 'put' && body !== null) {
            const record = { table: op.table, id: op.id, fileId: op.fileId, body };
            this.#index.put(op.id, this.#documents.docsOf(record));
            this.#hold(record);
          } else {
            this.#documents.remove(op.id);
            this.#index.remove(op.id);
            this.#conflicts.remove(op.id);
          }
        }
        return;
      default:
        message satisfies never;
    }
  }
}
