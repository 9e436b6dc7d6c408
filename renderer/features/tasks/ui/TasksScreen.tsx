import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useClients } from '#renderer/entities/client/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { CheckLine } from '#renderer/ui/CheckLine.tsx';
import { DueDay } from '#renderer/ui/DueDay.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import { useListKeys } from '#renderer/ui/useListKeys.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { type Side, SIDES } from '#shared/domain/note.ts';
import type { Task } from '#shared/domain/task.ts';
import { dayOf } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { type Group, grouped } from '../model/groups.ts';
import { useTaskList } from '../model/useTaskList.ts';

interface TaskLineProps {
  readonly task: Task;
  readonly client: string;
  readonly done: boolean;
  readonly onToggle: (done: boolean) => void;
}

function TaskLine({ task, client, done, onToggle }: TaskLineProps): ReactElement {
  const { t } = useTranslation();
  return (
    <CheckLine
      checked={done}
      title={task.title}
      onToggle={onToggle}
      meta={
        <>
          <Link
            component={RouterLink}
            to={routes.file(task.fileId, 'tasks')}
            underline="hover"
            noWrap
            sx={{ width: 208, typography: 'body2' }}
          >
            {client}
          </Link>
          <Box component="span" sx={{ width: 144, overflow: 'hidden', textOverflow: 'ellipsis' }}>
            {task.who === '' ? t(`domain.side.${task.side}`) : task.who}
          </Box>
          <Box component="span" sx={{ width: 80, textAlign: 'right' }}>
            <DueDay day={task.dueOn} />
          </Box>
        </>
      }
    />
  );
}

interface TaskGroupProps {
  readonly group: Group;
  readonly tasks: readonly Task[];
  readonly names: ReadonlyMap<FileId, string>;
  readonly doneHere: ReadonlySet<string>;
  readonly toggle: (task: Task, done: boolean) => void;
}

function TaskGroup({ group, tasks, names, doneHere, toggle }: TaskGroupProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ pb: 6 }}>
      <Typography id={id} variant="h2" sx={{ pb: 1, borderBottom: 1, borderColor: 'line' }}>
        {t(`tasks.group.${group}`)}
        <Box component="span" sx={{ color: 'quiet', fontWeight: 'fontWeightRegular', ml: 2 }}>
          {tasks.length}
        </Box>
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {tasks.map((task) => (
          <TaskLine
            key={task.id}
            task={task}
            client={names.get(task.fileId) ?? ''}
            done={doneHere.has(task.id)}
            onToggle={(done) => toggle(task, done)}
          />
        ))}
      </Box>
    </Box>
  );
}

/** Every open task of the practice, by when it is due. */
export function TasksScreen(): ReactElement {
  const { t } = useTranslation();
  const { tasks, doneHere, toggle } = useTaskList();
  const clients = useClients();
  const [side, setSide] = useState<Side | ''>('');
  const names = useMemo(() => new Map((clients ?? []).map(({ fileId, name }) => [fileId, name])), [clients]);
  const groups = useMemo(
    () =>
      grouped(
        (tasks ?? []).filter((task) => side === '' || task.side === side),
        dayOf(systemClock.now()),
      ),
    [tasks, side],
  );
  const list = useListKeys(t('tasks.title'));
  return (
    <Box sx={{ maxWidth: 1240 }}>
      <ScreenHeader title={t('tasks.title')}>
        <TextField
          select
          value={side}
          onChange={(event) => setSide(event.target.value as Side | '')}
          slotProps={{
            select: { displayEmpty: true, SelectDisplayProps: { 'aria-label': t('tasks.sideFilter') } },
          }}
          sx={{ width: 200 }}
        >
          <MenuItem value="">{t('tasks.anySide')}</MenuItem>
          {SIDES.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`domain.side.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      </ScreenHeader>
      {tasks && groups.length === 0 && (
        <EmptyState title={t('tasks.empty.title')} text={t('tasks.empty.text')} />
      )}
      <Box ref={list} sx={{ px: 6, pb: 8 }}>
        {groups.map(([group, own]) => (
          <TaskGroup
            key={group}
            group={group}
            tasks={own}
            names={names}
            doneHere={doneHere}
            toggle={toggle}
          />
        ))}
      </Box>
    </Box>
  );
}
