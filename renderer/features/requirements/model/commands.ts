import { v4 } from 'uuid';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { Requirement, RequirementBody, Section } from '#shared/domain/requirement.ts';
import type { Filler } from '#shared/templates/fill.ts';
import type { StartingRequirements } from '#renderer/entities/template/index.ts';
import { requirementCommands, requirementQueries } from '#renderer/entities/requirement/index.ts';
import { gapAt, inSection, moved } from './order.ts';

/** Starts a requirements document from a template, its fields filled in. Returns its id. */
export const createFromTemplate = (
  fileId: FileId,
  template: StartingRequirements,
  filler: Filler,
): Promise<RecordId> =>
  requirementCommands.createDocument(fileId, {
    title: template.name,
    templateId: template.id,
    sections: template.sections.map(({ id, title, text }) => ({
      id,
      title: filler.line(title),
      text: filler.text(text),
    })),
    inboxSectionId: template.inboxSectionId,
    nextNumber: 1,
  });

/** An empty section with an id of its own. */
export const newSection = (title: string): Section => ({ id: v4(), title, text: '' });

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs changes one after another, each on what the one before left: keys come faster than the screen shows what they did.
 */
function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const next = last.catch(() => undefined).then(work);
  last = next;
  return next;
}

interface DocumentAt {
  readonly id: RecordId;
  readonly fileId: FileId;
}

async function stored({ id, fileId }: DocumentAt) {
  const document = await requirementQueries.documentById(id);
  if (!document) throw new Error('No such requirements document');
  return { document, requirements: await requirementQueries.inDocument(fileId, id) };
}

/** Changes the sections of a document. */
export const changeSections = (
  documentId: RecordId,
  change: (sections: readonly Section[]) => Section[],
): Promise<void> =>
  requirementCommands.changeDocument(documentId, ({ sections }) => ({ sections: change(sections) }));

/** What a new requirement says before anybody typed. */
export const EMPTY_DRAFT = {
  text: '',
  rationale: '',
  priority: 'should',
  status: 'draft',
  acceptance: '',
  source: null,
  dueOn: null,
  responsible: '',
} as const satisfies Partial<RequirementBody>;

async function add(at: DocumentAt, id: RecordId, sectionId: string, after: RecordId | null): Promise<void> {
  const siblings = inSection((await stored(at)).requirements, sectionId);
  const index = siblings.findIndex((one) => one.id === after);
  const { order, giveWay } = gapAt(siblings, sectionId, index < 0 ? siblings.length : index + 1);
  await requirementCommands.add(at.id, { ...EMPTY_DRAFT, sectionId, order }, { id, giveWay });
}

interface Adding {
  readonly run: () => Promise<void>;
  promise: Promise<void>;
  failed: boolean;
}

const adding = new Map<RecordId, Adding>();

function start(id: RecordId, one: Adding): Promise<void> {
  one.failed = false;
  one.promise = inTurn(one.run).then(
    () => void adding.delete(id),
    (failure: unknown) => {
      one.failed = true;
      throw failure;
    },
  );
  return one.promise;
}

/**
 * Adds an empty draft to a section, after another requirement of it or at its end, under an id that is shown and typed into
 * already. What is changed meanwhile waits for it: see {@link changeRequirement}.
 */
export function addRequirement(
  at: DocumentAt,
  id: RecordId,
  sectionId: string,
  after: RecordId | null,
): Promise<void> {
  const one: Adding = {
    run: () => add(at, id, sectionId, after),
    promise: Promise.resolve(),
    failed: false,
  };
  adding.set(id, one);
  return start(id, one);
}

/** Changes some of a requirement, once it is stored; a requirement that could not be added is tried again first. */
export async function changeRequirement(id: RecordId, patch: Partial<RequirementBody>): Promise<void> {
  const one = adding.get(id);
  if (one) await (one.failed ? start(id, one) : one.promise);
  await requirementCommands.change(id, patch);
}

/** A requirement with all that was stored of it until now; undefined when there is none. */
export async function readRequirement(at: DocumentAt, id: RecordId): Promise<Requirement | undefined> {
  await adding.get(id)?.promise.catch(() => undefined);
  return (await requirementQueries.inDocument(at.fileId, at.id)).find((one) => one.id === id);
}

/** Removes a draft, after what is still to be done with it. */
export const removeRequirement = (id: RecordId): Promise<number | null> =>
  inTurn(() => requirementCommands.remove(id));

/** Moves a requirement by one place, past the edge of its section into the next one. */
export const moveRequirement = (at: DocumentAt, id: RecordId, direction: 'up' | 'down'): Promise<void> =>
  inTurn(async () => {
    const { document, requirements } = await stored(at);
    await requirementCommands.place(moved(document.sections, requirements, id, direction));
  });
