import { attachmentRecord } from '#shared/domain/attachment.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { versionRecord } from '#shared/domain/version.ts';
import { chunkNameSchema } from '#shared/formats/attachment-chunks.ts';
import type { VaultReader } from './types.ts';

/**
 * The chunks that the documents of client files and their earlier versions name. A record that does not open is no
 * reason not to erase a file: what it names belongs to nothing afterwards, and the check of the documents finds it.
 */
export async function chunksOf(reader: VaultReader, fileIds: readonly FileId[]): Promise<readonly string[]> {
  const names = new Set<string>();
  const add = (chunks: unknown): void => {
    const parsed = chunkNameSchema.array().safeParse(chunks);
    for (const name of parsed.success ? parsed.data : []) names.add(name);
  };
  try {
    for (const fileId of fileIds) {
      for (const { chunks } of await reader.inFile(attachmentRecord, fileId)) add(chunks);
      for (const { table, body } of await reader.inFile(versionRecord, fileId))
        if (table === 'attachments') add(body['chunks']);
    }
  } catch {
    // What was read so far is all that can be named.
  }
  return [...names];
}
