import { useLiveQuery } from 'dexie-react-hooks';
import type { Attachment } from '#shared/domain/attachment.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { attachmentQueries } from './attachment-queries.ts';

/** The documents kept in one file; undefined while they load. */
export const useAttachmentsOf = (fileId: FileId): readonly Attachment[] | undefined =>
  useLiveQuery(() => attachmentQueries.inFile(fileId), [fileId]);

/** Every document kept in any file; undefined while they load. */
export const useAttachments = (): readonly Attachment[] | undefined =>
  useLiveQuery(() => attachmentQueries.all());
