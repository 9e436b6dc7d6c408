import type { TFunction } from 'i18next';
import { createContext, useContext, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { newRecordId, type FileId, type RecordId } from '#shared/domain/ids.ts';
import { requirementLabel, type Requirement, type RequirementsDocument } from '#shared/domain/requirement.ts';
import { doUndoably } from '#renderer/entities/history/index.ts';
import { taskCommands } from '#renderer/entities/task/index.ts';
import { flushAll } from '#renderer/lib/flush.ts';
import { markFailed } from '#renderer/lib/save-state.ts';
import { notify } from '#renderer/ui/notices.ts';
import {
  addRequirement,
  changeRequirement,
  changeSections,
  EMPTY_DRAFT,
  moveRequirement,
  newSection,
  readRequirement,
  removeRequirement,
} from '../model/commands.ts';
import { gapAt, inReadingOrder, inSection } from '../model/order.ts';
import { withNewSection, withSectionMoved } from '../model/sections.ts';
import { settleFresh, showFresh, useView, wantFocus } from '../model/view.ts';

/** What the screen shows, newest state. */
export interface Shown {
  readonly fileId: FileId;
  readonly document: RequirementsDocument;
  readonly requirements: readonly Requirement[];
}

/** What can be done with a document, by key, button or menu. The object stays the same while the screen is shown. */
export interface DocumentActions {
  /** Adds a requirement to a section, after another one or at its end, and puts the caret in it. */
  readonly add: (sectionId: string, after: RecordId | null) => void;
  /** Adds after what is selected. */
  readonly addHere: () => void;
  readonly addSection: (after: string | null) => void;
  /** Moves the selected requirement or section by one place. */
  readonly move: (direction: 'up' | 'down') => void;
  /** Selects the requirement before or after the selected one. */
  readonly step: (direction: 'up' | 'down') => void;
  /** Drops an agreed requirement; an untouched draft is removed. About a draft with words it asks. */
  readonly drop: (requirement: Requirement, ask: (draft: Requirement) => void) => void;
  readonly remove: (requirement: Requirement) => void;
  /** Makes a task that works on a requirement, the selected one when none is given. */
  readonly makeTask: (requirement?: Requirement) => void;
}

/** Longest title of a task, UTF-16 units. */
const LONGEST_TASK = 500;

const attempt = (work: Promise<unknown>): void => void work.catch(markFailed);

/** The caret in the text that has the focus; undefined when none has. */
const caret = (): number | undefined =>
  document.activeElement instanceof HTMLTextAreaElement ? document.activeElement.selectionStart : undefined;

async function move({ document: shown }: Shown, direction: 'up' | 'down'): Promise<void> {
  const { active } = useView.getState();
  if (active === null) return;
  const at = caret();
  await flushAll();
  if (active.kind === 'requirement') await moveRequirement(shown, active.id, direction);
  else await changeSections(shown.id, (sections) => withSectionMoved(sections, active.id, direction));
  wantFocus(active, at);
}

function step({ document: shown, requirements }: Shown, direction: 'up' | 'down'): void {
  const { active } = useView.getState();
  const ordered = inReadingOrder(shown.sections, requirements);
  const at = ordered.findIndex(({ id }) => active?.kind === 'requirement' && active.id === id);
  const start = direction === 'down' ? 0 : ordered.length - 1;
  const next = ordered[at < 0 ? start : at + (direction === 'up' ? -1 : 1)];
  if (next) wantFocus({ kind: 'requirement', id: next.id, part: 'row' });
}

/** Shows the new requirement and puts the caret in it at once; storing follows. */
function add({ document: shown, requirements }: Shown, sectionId: string, after: RecordId | null): void {
  const id = newRecordId();
  const siblings = inSection(requirements, sectionId);
  const index = siblings.findIndex((one) => one.id === after);
  const { order } = gapAt(siblings, sectionId, index < 0 ? siblings.length : index + 1);
  const number = Math.max(shown.nextNumber, ...requirements.map((one) => one.number + 1));
  const { fileId, rev, parent, stamp } = shown;
  showFresh({
    ...EMPTY_DRAFT,
    id,
    fileId,
    rev,
    parent,
    stamp,
    documentId: shown.id,
    sectionId,
    order,
    number,
  });
  wantFocus({ kind: 'requirement', id, part: 'text' });
  attempt(addRequirement(shown, id, sectionId, after));
}

async function remove(shown: Shown, { id, number, text }: Requirement, t: TFunction): Promise<void> {
  // A text still on its way would find nothing to change.
  await flushAll();
  const ordered = inReadingOrder(shown.document.sections, shown.requirements);
  const at = ordered.findIndex((one) => one.id === id);
  const neighbour = ordered[at - 1] ?? ordered[at + 1];
  const section = shown.document.sections.at(0);
  if (neighbour) wantFocus({ kind: 'requirement', id: neighbour.id, part: 'row' });
  else if (section) wantFocus({ kind: 'section', id: section.id, part: 'title' });
  const removing = removeRequirement(id);
  // Nobody misses an empty line.
  if (text.trim() !== '')
    doUndoably(() => removing, t('requirements.removed', { label: requirementLabel(number) }), t);
  await removing;
  settleFresh((one) => one === id);
}

async function drop(
  shown: Shown,
  id: RecordId,
  ask: (draft: Requirement) => void,
  t: TFunction,
): Promise<void> {
  // Words typed a moment ago are words too: what is stored decides, not what was shown.
  await flushAll();
  const requirement = await readRequirement({ id: shown.document.id, fileId: shown.fileId }, id);
  if (requirement === undefined || requirement.status === 'dropped') return;
  const { status, text, number } = requirement;
  if (status === 'draft') {
    if (text.trim() === '') await remove(shown, requirement, t);
    else ask(requirement);
    return;
  }
  await changeRequirement(id, { status: 'dropped' });
  notify({
    text: t('requirements.dropped', { label: requirementLabel(number) }),
    action: { label: t('common.undo'), run: () => attempt(changeRequirement(id, { status })) },
  });
}

/** The requirement that is selected; undefined where none is. */
function selected({ requirements }: Shown): Requirement | undefined {
  const { active } = useView.getState();
  return active?.kind === 'requirement' ? requirements.find(({ id }) => id === active.id) : undefined;
}

async function makeTask({ document: shown, fileId }: Shown, id: RecordId, t: TFunction): Promise<void> {
  // Its words may have been typed a moment ago.
  await flushAll();
  const requirement = await readRequirement({ id: shown.id, fileId }, id);
  const title = requirement?.text.trim().split('\n')[0]?.slice(0, LONGEST_TASK) ?? '';
  if (requirement === undefined || title === '') return;
  await taskCommands.add(fileId, {
    title,
    side: 'practice',
    who: requirement.responsible,
    dueOn: requirement.dueOn,
    doneAt: null,
    source: requirement.source,
    requirementIds: [id],
  });
  notify({ text: t('requirements.taskMade', { title }) });
}

/** The section that what is added now goes to. */
function place(now: Shown): { sectionId: string; after: RecordId | null } | null {
  const { document: shown } = now;
  const { active } = useView.getState();
  const chosen = selected(now);
  if (chosen && shown.sections.some(({ id }) => id === chosen.sectionId))
    return { sectionId: chosen.sectionId, after: chosen.id };
  const section =
    active?.kind === 'section' && shown.sections.some(({ id }) => id === active.id)
      ? active.id
      : shown.sections.at(0)?.id;
  return section === undefined ? null : { sectionId: section, after: null };
}

/** Makes the actions of the screen; they read what is shown when they run. */
export function useDocumentActions(shown: Shown): DocumentActions {
  const { t } = useTranslation();
  const latest = useRef({ shown, t });
  useEffect(() => {
    latest.current = { shown, t };
  });
  return useMemo<DocumentActions>(() => {
    const now = (): Shown => latest.current.shown;
    return {
      add: (sectionId, after) => add(now(), sectionId, after),
      addHere: () => {
        const found = place(now());
        if (found) add(now(), found.sectionId, found.after);
      },
      addSection: (after) => {
        const section = newSection('');
        const added = changeSections(now().document.id, (sections) =>
          withNewSection(sections, after, section),
        );
        attempt(added.then(() => wantFocus({ kind: 'section', id: section.id, part: 'title' })));
      },
      move: (direction) => attempt(move(now(), direction)),
      step: (direction) => step(now(), direction),
      drop: (requirement, ask) => attempt(drop(now(), requirement.id, ask, latest.current.t)),
      remove: (requirement) => attempt(remove(now(), requirement, latest.current.t)),
      makeTask: (requirement) => {
        const chosen = requirement ?? selected(now());
        if (chosen) attempt(makeTask(now(), chosen.id, latest.current.t));
      },
    };
  }, []);
}

/** The actions, for the parts of the screen. */
export const ActionsContext = createContext<DocumentActions | null>(null);

/** The actions of the screen this part stands in. */
export function useActions(): DocumentActions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('No actions around this part');
  return actions;
}
