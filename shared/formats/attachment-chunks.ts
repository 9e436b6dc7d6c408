import { z } from 'zod';

/**
 * How the content of an attachment lies on the disk. It is cut into chunks of 1 MiB, the last one shorter. Each chunk is a
 * file `attachments/<first two digits>/<name>`:
 *
 * - name: HMAC-SHA-256 of the chunk under the client file's key for names, 64 hexadecimal digits. Equal chunks of one
 *   client file are therefore stored once, and a name tells nothing without the key.
 * - content: AES-256-GCM under the client file's key for chunks, then the tag (16 bytes). Nonce: the first 12 bytes of
 *   the name. Associated data: the 32 bytes of the name. The chunk is filled up with zeros to a multiple of 4 KiB
 *   before, so that its size tells little; the size of the attachment says where its content ends.
 *
 * The record of the attachment lists the names in order, the size and the SHA-256 of the whole.
 */
export const CHUNK_BYTES = 1024 * 1024;
/** Length of the tag at the end of a sealed chunk, bytes. */
export const CHUNK_TAG_BYTES = 16;
/** Length of the nonce, which is the beginning of the name, bytes. */
export const CHUNK_NONCE_BYTES = 12;
/** Most chunks of one attachment: 64 GiB. */
export const MOST_CHUNKS = 65_536;
/** Largest attachment, bytes. */
export const MOST_ATTACHMENT_BYTES = MOST_CHUNKS * CHUNK_BYTES;

const STEP = 4096;

export const chunkNameSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** SHA-256 of a whole attachment, hexadecimal. */
export const contentHashSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const attachmentContentSchema = z
  .object({
    /** Bytes. */
    size: z.number().int().nonnegative().max(MOST_ATTACHMENT_BYTES),
    sha256: contentHashSchema,
    /** Names of the chunks in the order of the content; one that comes twice stands here twice. */
    chunks: z.array(chunkNameSchema).max(MOST_CHUNKS),
  })
  .refine(({ size, chunks }) => chunks.length === chunkCount(size), 'another number of chunks than its size');
/** Where the content of an attachment lies, and how it is recognised. */
export type AttachmentContent = z.infer<typeof attachmentContentSchema>;

/** How many chunks a content of that many bytes has. An empty one has none. */
export const chunkCount = (size: number): number => Math.ceil(size / CHUNK_BYTES);

/** Bytes of content in one chunk of an attachment. */
export const chunkLength = (size: number, index: number): number =>
  Math.min(CHUNK_BYTES, size - index * CHUNK_BYTES);

/** Bytes that are sealed for a chunk of that many bytes of content. */
export const paddedLength = (length: number): number => Math.ceil(length / STEP) * STEP;

/** Size of the file of a chunk of that many bytes of content. */
export const sealedLength = (length: number): number => paddedLength(length) + CHUNK_TAG_BYTES;

/** Folder of a chunk within the folder of attachments. */
export const chunkFolder = (name: string): string => name.slice(0, 2);
