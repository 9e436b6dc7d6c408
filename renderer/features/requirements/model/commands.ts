import { v4 } from 'uuid';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { Requirement, RequirementsDocument, Section } from '#shared/domain/requirement.ts';
import type { RequirementsTemplate } from '#shared/domain/template.ts';
import { requirementCommands, requirementQueries } from '#renderer/entities/requirement/index.ts';
import { gapAt, inSection, moved, type Placement } from './order.ts';

/** Starts a requirements document from a template. Returns its id. */
export const createFromTemplate = (fileId: FileId, template: RequirementsTemplate): Promise<RecordId> =>
  requirementCommands.createDocument(fileId, {
    title: template.name,
    templateId: template.id,
    sections: template.sections.map(({ id, title }) => ({ id, title, text: '' })),
    inboxSectionId: template.inboxSectionId,
    nextNumber: 1,
  });

/** An empty section with an id of its own. */
export const newSection = (title: string): Section => ({ id: v4(), title, text: '' });

let last: Promise<void> = Promise.resolve();

/**
 * Changes the sections of a document. One after another: they are one value, and two texts stored at once would lose one of
 * them.
 */
export function changeSections(
  documentId: RecordId,
  change: (sections: readonly Section[]) => Section[],
): Promise<void> {
  const next = last
    .catch(() => undefined)
    .then(async () => {
      const document = await requirementQueries.documentById(documentId);
      if (!document) throw new Error('No such requirements document');
      await requirementCommands.changeDocument(documentId, { sections: change(document.sections) });
    });
  last = next;
  return next;
}

async function place(placements: readonly Placement[]): Promise<void> {
  for (const { id, sectionId, order } of placements)
    await requirementCommands.change(id, { sectionId, order });
}

/** Adds an empty draft to a section, after another requirement of it or at its end. Returns its id. */
export async function addRequirement(
  documentId: RecordId,
  requirements: readonly Requirement[],
  sectionId: string,
  after: RecordId | null,
): Promise<RecordId> {
  const siblings = inSection(requirements, sectionId);
  const index = siblings.findIndex(({ id }) => id === after);
  const { order, giveWay } = gapAt(siblings, sectionId, index < 0 ? siblings.length : index + 1);
  await place(giveWay);
  return requirementCommands.add(documentId, {
    sectionId,
    order,
    text: '',
    rationale: '',
    priority: 'should',
    status: 'draft',
    acceptance: '',
    source: null,
    dueOn: null,
    responsible: '',
  });
}

/** Moves a requirement by one place, past the edge of its section into the next one. */
export const moveRequirement = (
  { sections }: RequirementsDocument,
  requirements: readonly Requirement[],
  id: RecordId,
  direction: 'up' | 'down',
): Promise<void> => place(moved(sections, requirements, id, direction));
