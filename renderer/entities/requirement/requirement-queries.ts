import type { FileId, RecordId } from '#shared/domain/ids.ts';
import {
  requirementRecord,
  requirementsDocumentRecord,
  type Requirement,
  type RequirementsDocument,
} from '#shared/domain/requirement.ts';
import { vault } from '#renderer/db/index.ts';

/** Order of reading within a section; the older first where two share a position. */
const byOrder = (a: Requirement, b: Requirement): number => a.order - b.order || a.number - b.number;

export const requirementQueries = {
  documentsOf: (fileId: FileId): Promise<readonly RequirementsDocument[]> =>
    vault().inFile(requirementsDocumentRecord, fileId),
  documentById: (id: RecordId): Promise<RequirementsDocument | undefined> =>
    vault().get(requirementsDocumentRecord, id),
  /** Every requirement that is neither done nor dropped. */
  open: async (): Promise<readonly Requirement[]> =>
    (await vault().all(requirementRecord)).filter(({ status }) => status !== 'done' && status !== 'dropped'),
  /** Every requirement of a file, whatever its document. */
  inFile: (fileId: FileId): Promise<readonly Requirement[]> => vault().inFile(requirementRecord, fileId),
  /** The requirements of one document, in order of reading. */
  inDocument: async (fileId: FileId, documentId: RecordId): Promise<readonly Requirement[]> =>
    (await vault().inFile(requirementRecord, fileId))
      .filter((requirement) => requirement.documentId === documentId)
      .toSorted(byOrder),
};
