import { attachmentRecord, contentFileOf, type Attachment } from '#shared/domain/attachment.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { attachmentContentSchema } from '#shared/formats/attachment-chunks.ts';
import { attachmentKeysOf, sealedSource, wholeVault } from '#renderer/db/index.ts';
import {
  addDocumentText,
  onSearchReady,
  unreadDocuments,
  useSearchState,
} from '#renderer/entities/search/index.ts';
import { whenIdle } from '#renderer/lib/idle.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { pdfLines } from '#renderer/ui/paper/pdf-lines.ts';
import {
  MOST_DOCUMENT_BYTES,
  MOST_DOCUMENT_MS,
  MOST_DOCUMENT_PAGES,
  MOST_DOCUMENT_SIGNS,
} from '#renderer/worker/documents/limits.ts';
import { hasText, linesOf } from '#renderer/worker/documents/lines.ts';
import { readDocument } from '#renderer/worker/documents/read-document.ts';

const PDF = 'application/pdf';
/** Longest wait for a quiet moment before each document, milliseconds. */
const WITHIN_MS = 1000;

const isRead = ({ mediaType, size }: Attachment): boolean =>
  size <= MOST_DOCUMENT_BYTES && (mediaType === PDF || hasText(mediaType));

async function wordsOf(attachment: Attachment): Promise<readonly string[]> {
  const { name, mediaType } = attachment;
  const content = attachmentContentSchema.parse(attachment);
  const { bytes } = await value(
    platform().attachments.read({ keys: attachmentKeysOf(contentFileOf(attachment)), name, content }),
  );
  if (mediaType !== PDF) return readDocument({ mediaType, bytes });
  const limits = { pages: MOST_DOCUMENT_PAGES, signs: MOST_DOCUMENT_SIGNS, ms: MOST_DOCUMENT_MS };
  return linesOf((await pdfLines(bytes, limits)).join('\n'));
}

/**
 * Makes the words of documents searchable, one after another in quiet moments once everything else was read, and those of
 * documents that are added. They are kept with the index: a document is read once. Returns the function that ends it.
 */
export function startDocumentTexts(): () => void {
  let ended = false;
  /** Those that were read, or could not be: not once more for each change. */
  const tried = new Set<RecordId>();
  const add = async (attachment: Attachment): Promise<void> => {
    await new Promise<void>((resolve) => whenIdle(resolve, WITHIN_MS));
    if (ended) return;
    tried.add(attachment.id);
    // A document that is damaged, or protected by a password, is found by its name.
    const lines = await wordsOf(attachment).catch(() => null);
    if (lines && !ended) await addDocumentText(attachment.id, lines);
  };
  const addAll = async (): Promise<void> => {
    if (ended || !useSearchState.getState().ready) return;
    const all = await wholeVault().all(attachmentRecord);
    const readable = all.filter((one) => isRead(one) && !tried.has(one.id));
    const unread = new Set(await unreadDocuments(readable.map(({ id }) => id)));
    for (const attachment of readable) if (unread.has(attachment.id) && !ended) await add(attachment);
  };
  // One after another; what fails once is tried again at the next change.
  let turn: Promise<void> = Promise.resolve();
  const addNext = (): void => {
    turn = turn.then(addAll).catch(() => undefined);
  };
  const unwait = onSearchReady(() => {
    tried.clear();
    addNext();
  });
  const unfollow = sealedSource().onSealedChange(({ ops }) => {
    if (ops.some(({ op, table }) => op === 'put' && table === 'attachments')) addNext();
  });
  return () => {
    ended = true;
    unwait();
    unfollow();
  };
}
