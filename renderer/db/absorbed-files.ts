import { clientRecord } from '#shared/domain/client.ts';
import { absorbedBy, duplicateRecord } from '#shared/domain/duplicate.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { FileKeys } from './file-keys.ts';
import type { VaultReader } from './types.ts';

/**
 * The files that went into one and are no files of their own again. Their keys are kept as long as that one lives: they open
 * what was removed from them, the content of their documents, and all that was written before the merge.
 */
export async function absorbedFiles(
  reader: VaultReader,
  keys: FileKeys,
  fileId: FileId,
): Promise<readonly FileId[]> {
  const all = absorbedBy(await reader.all(duplicateRecord), fileId).filter((one) => keys.has(one));
  const clients = await Promise.all(all.map((one) => reader.get(clientRecord, one as string as RecordId)));
  return all.filter((_, index) => clients[index] === undefined);
}
