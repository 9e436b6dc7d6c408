import { newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import {
  requirementRecord,
  requirementsDocumentRecord,
  type RequirementBody,
  type RequirementsDocumentBody,
} from '#shared/domain/requirement.ts';
import { vault } from '#renderer/db/index.ts';

export const requirementCommands = {
  createDocument: async (fileId: FileId, body: RequirementsDocumentBody): Promise<RecordId> => {
    const id = newRecordId();
    await vault().commit((change) => change.put(requirementsDocumentRecord, { id, fileId }, body));
    return id;
  },

  changeDocument: (id: RecordId, patch: Partial<RequirementsDocumentBody>): Promise<void> =>
    vault().commit((change) => change.update(requirementsDocumentRecord, id, () => patch)),

  /** Adds a requirement under the document's next number. Throws when the document does not exist. */
  add: (documentId: RecordId, body: Omit<RequirementBody, 'documentId' | 'number'>): Promise<RecordId> =>
    vault().commit(async (change) => {
      const document = await change.get(requirementsDocumentRecord, documentId);
      if (!document) throw new Error('No such requirements document');
      const id = newRecordId();
      change.put(
        requirementRecord,
        { id, fileId: document.fileId },
        { ...body, documentId, number: document.nextNumber },
      );
      await change.update(requirementsDocumentRecord, documentId, () => ({
        nextNumber: document.nextNumber + 1,
      }));
      return id;
    }),

  change: (id: RecordId, patch: Partial<RequirementBody>): Promise<void> =>
    vault().commit((change) => change.update(requirementRecord, id, () => patch)),

  /** Removes a draft. Its number is not given again. */
  remove: (id: RecordId): Promise<void> => vault().commit((change) => change.remove(requirementRecord, id)),
};
