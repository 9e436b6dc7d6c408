import { vault } from '#renderer/db/index.ts';
import { documentLines } from './search-service.ts';
import { type SearchDoc, TABLE_OF_KIND } from '#renderer/worker/search/docs.ts';
import { searchDocs } from '#renderer/worker/search/extract.ts';
import type { Hit } from '#renderer/worker/search/search.ts';
import { clientRecord, type Client } from '#shared/domain/client.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Stored } from '#shared/domain/record.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';

/** What was found, with its record as it is now. */
export interface FoundRecord {
  readonly hit: Hit;
  readonly record: Stored<unknown>;
  /** What of it is searched: the record's own lines, or those of its marked line. */
  readonly doc: SearchDoc;
  /** Whose file it is in; undefined for what is in none. */
  readonly client: Client | undefined;
}

/** Reads the record of a hit; null when it is gone meanwhile. */
export async function foundRecord(hit: Hit): Promise<FoundRecord | null> {
  const table = TABLE_OF_KIND[hit.kind];
  const record = await vault().get(kindOf(table), hit.id);
  if (!record) return null;
  const { id, fileId } = record;
  const docs = searchDocs({ table, id, fileId, body: record });
  const own = docs[hit.line === null ? 0 : hit.line + 1];
  if (!own) return null;
  const texts = hit.kind === 'document' ? await documentLines(id) : [];
  const doc = { ...own, lines: [...own.lines, ...texts.map((text) => ({ text }))] };
  const client = await vault().get(clientRecord, fileId as string as RecordId);
  return { hit, record, doc, client };
}
