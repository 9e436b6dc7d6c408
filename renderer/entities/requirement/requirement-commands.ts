import { newRecordId, type RecordId } from '#shared/domain/ids.ts';
import {
  requirementRecord,
  requirementsDocumentRecord,
  type RequirementBody,
} from '#shared/domain/requirement.ts';
import { vault } from '#renderer/db/index.ts';
import { recordCommands } from '#renderer/db/record-commands.ts';

const documents = recordCommands(requirementsDocumentRecord);
const requirements = recordCommands(requirementRecord);

export const requirementCommands = {
  createDocument: documents.add,
  changeDocument: documents.change,

  /**
   * Adds a requirement under the document's next number. Rejects when the document does not exist.
   * @param id Chosen beforehand by a caller that shows the requirement before it is stored.
   */
  add: (
    documentId: RecordId,
    body: Omit<RequirementBody, 'documentId' | 'number'>,
    id: RecordId = newRecordId(),
  ): Promise<RecordId> =>
    vault().commit(async (change) => {
      const document = await change.get(requirementsDocumentRecord, documentId);
      if (!document) throw new Error('No such requirements document');
      const { fileId, nextNumber } = document;
      change.put(requirementRecord, { id, fileId }, { ...body, documentId, number: nextNumber });
      await change.update(requirementsDocumentRecord, documentId, () => ({ nextNumber: nextNumber + 1 }));
      return id;
    }),

  change: requirements.change,
  /** Removes a draft. Its number is not given again. */
  remove: requirements.remove,
};
