import { attachmentRecord, type Attachment } from '#shared/domain/attachment.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { vault } from '#renderer/db/index.ts';

export const attachmentQueries = {
  all: (): Promise<readonly Attachment[]> => vault().all(attachmentRecord),
  inFile: (fileId: FileId): Promise<readonly Attachment[]> => vault().inFile(attachmentRecord, fileId),
};
