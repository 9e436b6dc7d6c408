import { useLiveQuery } from 'dexie-react-hooks';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { Requirement, RequirementsDocument } from '#shared/domain/requirement.ts';
import { requirementQueries } from './requirement-queries.ts';

/** The requirements documents of one file; undefined while they load. */
export const useRequirementsDocumentsOf = (fileId: FileId): readonly RequirementsDocument[] | undefined =>
  useLiveQuery(() => requirementQueries.documentsOf(fileId), [fileId]);

/** One requirements document; undefined while it loads or when there is none. */
export const useRequirementsDocument = (id: RecordId): RequirementsDocument | undefined =>
  useLiveQuery(() => requirementQueries.documentById(id), [id]);

/** The requirements of one document, in order of reading; undefined while they load. */
export const useRequirementsIn = (fileId: FileId, documentId: RecordId): readonly Requirement[] | undefined =>
  useLiveQuery(() => requirementQueries.inDocument(fileId, documentId), [fileId, documentId]);

/** Every requirement of one file; undefined while they load. */
export const useRequirementsOf = (fileId: FileId): readonly Requirement[] | undefined =>
  useLiveQuery(() => requirementQueries.inFile(fileId), [fileId]);

/** Every requirement that is neither done nor dropped; undefined while they load, and where nobody asks for them. */
export const useOpenRequirements = (asked: boolean): readonly Requirement[] | undefined =>
  useLiveQuery(() => (asked ? requirementQueries.open() : undefined), [asked]);
