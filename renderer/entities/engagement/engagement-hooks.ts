import { useLiveQuery } from 'dexie-react-hooks';
import { engagementRecord, type Engagement } from '#shared/domain/engagement.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { vault } from '#renderer/db/index.ts';

/** The engagements of one file; undefined while they load. */
export const useEngagementsOf = (fileId: FileId): readonly Engagement[] | undefined =>
  useLiveQuery(() => vault().inFile(engagementRecord, fileId), [fileId]);
