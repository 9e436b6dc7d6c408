import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Fragment, type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { useEngagementsOf } from '#renderer/entities/engagement/index.ts';
import { useRequirementsOf } from '#renderer/entities/requirement/index.ts';
import { taskCommands } from '#renderer/entities/task/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { CheckLine } from '#renderer/ui/CheckLine.tsx';
import { DueDay } from '#renderer/ui/DueDay.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { requirementLabel } from '#shared/domain/requirement.ts';
import type { Task } from '#shared/domain/task.ts';
import { watched } from '#renderer/ui/watched.ts';
import { AddTask } from './AddTask.tsx';
import { TaskDialog } from './TaskDialog.tsx';

/** Requirements that are named in a line. */
const MOST_NAMED = 2;

/** Earliest due first, those without a day last, then the order they were made in. */
const byDue = (a: Task, b: Task): number =>
  (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.id.localeCompare(b.id);

/** The way to the requirements that a task works on: to the first two, and how many more there are. */
function RequirementLinks({ task }: { readonly task: Task }): ReactElement | null {
  const requirements = useRequirementsOf(task.fileId);
  const { requirementIds = [] } = task;
  const named = requirements?.filter(({ id }) => requirementIds.includes(id)) ?? [];
  if (named.length === 0) return null;
  return (
    <span>
      {named.slice(0, MOST_NAMED).map(({ id, documentId, number }, at) => (
        <Fragment key={id}>
          {at > 0 && ', '}
          <Link component={RouterLink} to={routes.requirement(task.fileId, documentId, id)} underline="hover">
            {requirementLabel(number)}
          </Link>
        </Fragment>
      ))}
      {named.length > MOST_NAMED && ` +${String(named.length - MOST_NAMED)}`}
    </span>
  );
}

/** The way to the engagement that a task belongs to. */
function EngagementLink({ task }: { readonly task: Task }): ReactElement | null {
  const engagement = useEngagementsOf(task.fileId)?.find(({ id }) => id === task.engagementId);
  return engagement ? (
    <Link component={RouterLink} to={routes.file(task.fileId, 'engagements')} underline="hover">
      {engagement.title}
    </Link>
  ) : null;
}

interface TaskLineProps {
  readonly task: Task;
  /** Whether somebody came here for this task: it then takes the focus. */
  readonly sought: boolean;
  readonly onEdit: () => void;
}

function TaskLine({ task, sought, onEdit }: TaskLineProps): ReactElement {
  const { t } = useTranslation();
  const name = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (sought) name.current?.focus();
  }, [sought]);
  const who = task.who === '' ? t(`domain.side.${task.side}`) : task.who;
  return (
    <CheckLine
      checked={task.doneAt !== null}
      title={task.title}
      onToggle={(done) => watched(taskCommands.setDone(task.id, done), t)}
      meta={
        <>
          {task.source !== null && (
            <Link
              component={RouterLink}
              to={routes.meeting(task.source.noteId, task.source.lineId)}
              underline="hover"
            >
              {t('clients.tasks.source')}
            </Link>
          )}
          {task.engagementId && <EngagementLink task={task} />}
          {task.requirementIds && <RequirementLinks task={task} />}
          <span>{who}</span>
          <DueDay day={task.dueOn} />
        </>
      }
    >
      <Link
        ref={name}
        component="button"
        type="button"
        underline="hover"
        color="inherit"
        onClick={onEdit}
        sx={{ typography: 'body2', textAlign: 'left' }}
      >
        {task.title}
      </Link>
    </CheckLine>
  );
}

interface TasksTabProps {
  readonly fileId: FileId;
  readonly tasks: readonly Task[];
  /** Whether the field for a new task wants the focus. */
  readonly adding: boolean;
  readonly onAdding: () => void;
}

/** The tasks of one file: added in one line, ticked off, edited. */
export function TasksTab({ fileId, tasks, adding, onAdding }: TasksTabProps): ReactElement {
  const { t } = useTranslation();
  // What is ticked off now stays in its place until the tab is opened again.
  const [doneBefore] = useState(
    () => new Set(tasks.filter(({ doneAt }) => doneAt !== null).map(({ id }) => id)),
  );
  const [search] = useSearchParams();
  const sought = search.get('task');
  const [showDone, setShowDone] = useState(
    () => typeof tasks.find(({ id }) => id === sought)?.doneAt === 'number',
  );
  const [editing, setEditing] = useState<RecordId | null>(null);
  const { open, done } = useMemo(() => {
    const isDone = (task: Task): boolean => doneBefore.has(task.id) && task.doneAt !== null;
    return {
      open: tasks.filter((task) => !isDone(task)).toSorted(byDue),
      done: tasks.filter(isDone).toSorted((a, b) => (b.doneAt ?? 0) - (a.doneAt ?? 0)),
    };
  }, [tasks, doneBefore]);
  const edited = tasks.find(({ id }) => id === editing);
  const lines = (list: readonly Task[], label: string): ReactElement => (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0, px: 3 }}>
      {list.map((task) => (
        <TaskLine key={task.id} task={task} sought={task.id === sought} onEdit={() => setEditing(task.id)} />
      ))}
    </Box>
  );
  return (
    <>
      <AddTask fileId={fileId} adding={adding} onAdding={onAdding} />
      {tasks.length === 0 && (
        <EmptyState title={t('clients.tasks.empty.title')} text={t('clients.tasks.empty.text')} />
      )}
      {lines(open, t('clients.tasks.open'))}
      {done.length > 0 && (
        <Box sx={{ px: 3, py: 3, borderTop: 1, borderColor: 'line' }}>
          <Button variant="text" aria-expanded={showDone} onClick={() => setShowDone(!showDone)}>
            {t(showDone ? 'clients.tasks.hideDone' : 'clients.tasks.showDone', { count: done.length })}
          </Button>
        </Box>
      )}
      {showDone && lines(done, t('clients.tasks.done'))}
      {tasks.length > 0 && open.length === 0 && (
        <Typography variant="body2" sx={{ px: 5, pb: 4, color: 'quiet' }}>
          {t('clients.tasks.allDone')}
        </Typography>
      )}
      {edited && <TaskDialog key={edited.id} task={edited} onClose={() => setEditing(null)} />}
    </>
  );
}
