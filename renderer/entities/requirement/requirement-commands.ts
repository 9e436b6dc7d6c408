import { newRecordId, type RecordId } from '#shared/domain/ids.ts';
import {
  requirementRecord,
  requirementsDocumentRecord,
  type Requirement,
  type RequirementBody,
} from '#shared/domain/requirement.ts';
import { vault, type VaultWriter } from '#renderer/db/index.ts';
import { recordCommands } from '#renderer/db/record-commands.ts';

const documents = recordCommands(requirementsDocumentRecord);
const requirements = recordCommands(requirementRecord);

/** Where a requirement stands in its document. */
type RequirementPlace = Pick<Requirement, 'id' | 'sectionId' | 'order'>;

async function putIn(change: VaultWriter, places: readonly RequirementPlace[]): Promise<void> {
  for (const { id, sectionId, order } of places) {
    await change.update(requirementRecord, id, () => ({ sectionId, order }));
  }
}

export const requirementCommands = {
  createDocument: documents.add,
  changeDocument: documents.change,

  /**
   * Adds a requirement under the document's next number. Rejects when the document does not exist.
   * @param id Chosen beforehand by a caller that shows the requirement before it is stored.
   * @param giveWay Where others go to make room for it.
   */
  add: (
    documentId: RecordId,
    body: Omit<RequirementBody, 'documentId' | 'number'>,
    {
      id = newRecordId(),
      giveWay = [],
    }: { readonly id?: RecordId; readonly giveWay?: readonly RequirementPlace[] } = {},
  ): Promise<RecordId> =>
    vault().commit(async (change) => {
      const document = await change.get(requirementsDocumentRecord, documentId);
      if (!document) throw new Error('No such requirements document');
      const { fileId, nextNumber } = document;
      await putIn(change, giveWay);
      change.put(requirementRecord, { id, fileId }, { ...body, documentId, number: nextNumber });
      await change.update(requirementsDocumentRecord, documentId, () => ({ nextNumber: nextNumber + 1 }));
      return id;
    }),

  change: requirements.change,

  /** Puts requirements in other places, all in one change. */
  place: (places: readonly RequirementPlace[]): Promise<void> =>
    vault().commit((change) => putIn(change, places), { name: 'move' }),

  /** Removes a draft. Its number is not given again. */
  remove: requirements.remove,
};
