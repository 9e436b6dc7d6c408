import { z } from 'zod';
import { attachmentContentSchema } from '#shared/formats/attachment-chunks.ts';
import { fileIdSchema, type FileId } from './ids.ts';
import type { RecordKind, Stored } from './record.ts';
import { epochMsSchema, lineSchema } from './values.ts';

export const attachmentSchema = attachmentContentSchema.safeExtend({
  /** File name it came with, or was given since. */
  name: lineSchema.min(1),
  /** Media type (RFC 6838), by the name's extension. */
  mediaType: z.string().min(1).max(127),
  addedAt: epochMsSchema,
  /** The client file whose key seals its content; null: the one it is in. Another one's after two files became one. */
  contentFile: fileIdSchema.nullable(),
});
export type AttachmentBody = z.infer<typeof attachmentSchema>;
/** A document kept in a client file, as it came. Its content lies in encrypted chunks in the vault folder. */
export type Attachment = Stored<AttachmentBody>;

export const attachmentRecord: RecordKind<AttachmentBody> = {
  table: 'attachments',
  version: 2,
  schema: attachmentSchema,
  // Where its content lies is known best of today.
  comeBack: (earlier, now) => ({ ...earlier, contentFile: now.contentFile }),
};

/** The client file whose key opens the content of a document. */
export const contentFileOf = ({ contentFile, fileId }: Pick<Attachment, 'contentFile' | 'fileId'>): FileId =>
  contentFile ?? fileId;

/** A document as it stands in another client file. Its content stays where it is, sealed with the key it has. */
export function movedAttachment(
  attachment: AttachmentBody & Pick<Attachment, 'fileId'>,
  to: FileId,
): AttachmentBody {
  const content = contentFileOf(attachment);
  return { ...attachmentSchema.parse(attachment), contentFile: content === to ? null : content };
}

/** Signs that hide or turn what a reader sees, and all that break a line. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const LONGEST_NAME = 255;

/**
 * A file name as it is shown and stored: one line, NFC, nothing invisible, at most 255 UTF-16 units with its extension
 * kept. May still hold what a file system refuses: `safeFileName` has the last word when it is saved.
 * @returns Empty when nothing of it can be seen.
 */
export function attachmentName(fileName: string): string {
  const clean = fileName.normalize('NFC').replaceAll(/\s+/gu, ' ').replaceAll(INVISIBLE, '').trim();
  if (clean.length <= LONGEST_NAME) return clean;
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
  let stem = '';
  for (const sign of clean.slice(0, clean.length - extension.length)) {
    if (stem.length + sign.length + extension.length > LONGEST_NAME) break;
    stem += sign;
  }
  return stem + extension;
}
