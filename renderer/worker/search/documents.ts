import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { concatBytes, fromUtf8, utf8 } from '#shared/lib/bytes.ts';
import type { SearchDoc } from './docs.ts';
import { type OpenedRecord, searchDocs } from './extract.ts';
import type { LiveSegment } from './search.ts';
import { docCount, idOf, kindNumber } from './segment.ts';

/** Most bytes of the texts of all documents together (UTF-8): they stay in memory, to be shown. */
const MOST_BYTES = 50_000_000;
const DOCUMENT = kindNumber('document');
/** What comes before each text that is kept: the number of the document in its segment, and how many bytes the text has. */
const ENTRY_BYTES = 8;

interface Text {
  readonly fileId: FileId;
  /** In UTF-8, a line in each line. */
  readonly bytes: Uint8Array;
}

/** The documents kept in client files, and their words, which are not in their records. */
export class Documents {
  readonly #records = new Map<RecordId, OpenedRecord>();
  readonly #texts = new Map<RecordId, Text>();
  #bytes = 0;

  /** Takes the record of a document, which may be there already. */
  learn(record: OpenedRecord): void {
    const { id, fileId } = record;
    this.#records.set(id, record);
    const text = this.#texts.get(id);
    if (text) this.#texts.set(id, { ...text, fileId });
  }

  /** What of a record can be found, the words of a document with it. */
  docsOf(record: OpenedRecord): readonly SearchDoc[] {
    const docs = searchDocs(record);
    if (record.table !== 'attachments') return docs;
    this.learn(record);
    const lines = this.linesOf(record.id).map((text) => ({ text }));
    return docs.map((doc) => ({ ...doc, lines: [...doc.lines, ...lines] }));
  }

  /**
   * Takes the words of a document, none when there are none in it; answers what of it can be found, null when it is not there
   * any more or there are too many.
   */
  withText(id: RecordId, lines: readonly string[]): readonly SearchDoc[] | null {
    const record = this.#records.get(id);
    const bytes = utf8(lines.join('\n'));
    if (!record || this.#bytes + bytes.length > MOST_BYTES) return null;
    this.#keep(id, { fileId: record.fileId, bytes });
    return this.docsOf(record);
  }

  /** Those of some documents whose words are not known; none when there is no room for more. */
  unread(ids: readonly RecordId[]): readonly RecordId[] {
    return this.#bytes < MOST_BYTES ? ids.filter((id) => !this.#texts.has(id)) : [];
  }

  /** The words of a document, in lines; none when they are not known. */
  linesOf(id: RecordId): readonly string[] {
    const { bytes } = this.#texts.get(id) ?? {};
    return bytes && bytes.length > 0 ? fromUtf8(bytes).split('\n') : [];
  }

  /** Forgets the documents of a client file. */
  removeFile(fileId: FileId): void {
    for (const known of [this.#records, this.#texts]) {
      for (const [id, own] of known) if (own.fileId === fileId) this.remove(id);
    }
  }

  /** Forgets a document; nothing happens when there is none. */
  remove(id: RecordId): void {
    this.#bytes -= this.#texts.get(id)?.bytes.length ?? 0;
    this.#texts.delete(id);
    this.#records.delete(id);
  }

  /** The words of the documents in a segment, to be kept with it; null when it has none. */
  packedOf({ segment, gone }: LiveSegment): Uint8Array | null {
    const parts: Uint8Array[] = [];
    for (let doc = 0; doc < docCount(segment); doc += 1) {
      if (segment.kinds[doc] !== DOCUMENT || gone[doc] === 1) continue;
      const { bytes } = this.#texts.get(idOf(segment, doc)) ?? {};
      if (!bytes) continue;
      const entry = new DataView(new ArrayBuffer(ENTRY_BYTES));
      entry.setUint32(0, doc);
      entry.setUint32(4, bytes.length);
      parts.push(new Uint8Array(entry.buffer), bytes);
    }
    return parts.length > 0 ? concatBytes(...parts) : null;
  }

  /**
   * Takes over the words that were kept with a segment, but of what is gone.
   * @param fileOf The client file of a document of the segment.
   */
  adopt(packed: Uint8Array, { segment, gone }: LiveSegment, fileOf: (doc: number) => FileId): void {
    const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
    for (let at = 0; at < packed.length;) {
      const doc = view.getUint32(at);
      const from = at + ENTRY_BYTES;
      at = from + view.getUint32(at + 4);
      const id = idOf(segment, doc);
      if (gone[doc] !== 1 && !this.#texts.has(id))
        this.#keep(id, { fileId: fileOf(doc), bytes: packed.subarray(from, at) });
    }
  }

  #keep(id: RecordId, text: Text): void {
    this.#bytes += text.bytes.length - (this.#texts.get(id)?.bytes.length ?? 0);
    this.#texts.set(id, text);
  }
}
