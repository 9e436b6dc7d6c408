import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { SearchDoc } from './docs.ts';
import { type OpenedRecord, searchDocs } from './extract.ts';

/** Most signs of the texts of all documents together (UTF-16 units): they stay in memory, to be shown. */
const MOST_SIGNS = 50_000_000;

/** The documents kept in client files, and their words, which are not in their records. */
export class Documents {
  readonly #records = new Map<RecordId, OpenedRecord>();
  readonly #texts = new Map<RecordId, readonly string[]>();
  #signs = 0;

  /** What of a record can be found, the words of a document with it. */
  docsOf(record: OpenedRecord): readonly SearchDoc[] {
    const docs = searchDocs(record);
    if (record.table !== 'attachments') return docs;
    this.#records.set(record.id, record);
    const lines = this.linesOf(record.id).map((text) => ({ text }));
    return docs.map((doc) => ({ ...doc, lines: [...doc.lines, ...lines] }));
  }

  /** Takes the words of a document; answers what of it can be found, null when it is not there any more or there are too many. */
  withText(id: RecordId, lines: readonly string[]): readonly SearchDoc[] | null {
    const record = this.#records.get(id);
    const signs = lines.reduce((sum, { length }) => sum + length, 0);
    if (!record || this.#signs + signs > MOST_SIGNS) return null;
    this.#signs += signs;
    this.#texts.set(id, lines);
    return this.docsOf(record);
  }

  /** The words of a document, in lines; none when they are not known. */
  linesOf(id: RecordId): readonly string[] {
    return this.#texts.get(id) ?? [];
  }

  /** Forgets the documents of a client file. */
  removeFile(fileId: FileId): void {
    for (const record of this.#records.values()) if (record.fileId === fileId) this.remove(record.id);
  }

  /** Forgets a document; nothing happens when there is none. */
  remove(id: RecordId): void {
    this.#signs -= this.linesOf(id).reduce((sum, { length }) => sum + length, 0);
    this.#texts.delete(id);
    this.#records.delete(id);
  }
}
