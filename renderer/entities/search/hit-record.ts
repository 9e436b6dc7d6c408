import { vault } from '#renderer/db/index.ts';
import { lookingNow } from '#renderer/lib/looking.ts';
import { heldBackLines, isHeldBackMark, sameWords } from '#shared/documents/held-back.ts';
import type { EngagementBody } from '#shared/domain/engagement.ts';
import type { NoteBody } from '#shared/domain/note.ts';
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

/** The lines of a note that stay in the practice. */
const hiddenWords = ({ body }: NoteBody): ReadonlySet<string> =>
  new Set(heldBackLines(body).map(({ text }) => sameWords(text)));

/** The words of a record that stay in the practice while its client is looking; null: none. */
function wordsToHide(kind: Hit['kind'], record: unknown): ReadonlySet<string> | null {
  if (lookingNow() === null) return null;
  if (kind === 'note') return hiddenWords(record as NoteBody);
  return kind === 'engagement' ? new Set((record as EngagementBody).remark.split('\n').map(sameWords)) : null;
}

/** Reads the record of a hit; null when it is gone meanwhile, or not to be seen now. */
export async function foundRecord(hit: Hit): Promise<FoundRecord | null> {
  const table = TABLE_OF_KIND[hit.kind];
  const record = await vault().get(kindOf(table), hit.id);
  if (!record) return null;
  const { id, fileId } = record;
  const docs = searchDocs({ table, id, fileId, body: record });
  const own = docs[hit.line === null ? 0 : hit.line + 1];
  if (!own) return null;
  if (lookingNow() !== null && own.mark !== null && isHeldBackMark(own.mark)) return null;
  const texts = hit.kind === 'document' ? await documentLines(id) : [];
  const lines = [...own.lines, ...texts.map((text) => ({ text }))];
  const hidden = wordsToHide(hit.kind, record);
  const doc = { ...own, lines: hidden ? lines.filter(({ text }) => !hidden.has(sameWords(text))) : lines };
  const client = await vault().get(clientRecord, fileId as string as RecordId);
  return { hit, record, doc, client };
}
