import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useEngagementsOf } from '#renderer/entities/engagement/index.ts';
import { doUndoably } from '#renderer/entities/history/index.ts';
import { taskCommands } from '#renderer/entities/task/index.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { type Task, type TaskBody, taskSchema } from '#shared/domain/task.ts';
import { useForm } from '#renderer/entities/draft/index.ts';
import { FormDialog } from '#renderer/entities/history/index.ts';
import { TaskFields } from './TaskFields.tsx';

interface TaskEngagementProps {
  readonly draft: TaskBody;
  readonly change: (patch: Partial<TaskBody>) => void;
  readonly fileId: FileId;
}

/** The engagement that a task belongs to, where the file has some. */
function TaskEngagement({ draft, change, fileId }: TaskEngagementProps): ReactElement | null {
  const { t } = useTranslation();
  const engagements = useEngagementsOf(fileId) ?? [];
  const chosen = engagements.find(({ id }) => id === draft.engagementId);
  if (engagements.length === 0) return null;
  return (
    <TextField
      select
      label={t('money.field.engagement')}
      value={chosen?.id ?? ''}
      onChange={(event) =>
        change({ engagementId: engagements.find(({ id }) => id === event.target.value)?.id ?? null })
      }
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      sx={{ gridColumn: 'span 6' }}
    >
      <MenuItem value="">{t('money.noEngagement')}</MenuItem>
      {engagements.map(({ id, title }) => (
        <MenuItem key={id} value={id}>
          {title}
        </MenuItem>
      ))}
    </TextField>
  );
}

interface TaskDialogProps {
  readonly task: Task;
  readonly onClose: () => void;
}

/** Changes or removes a task. */
export function TaskDialog({ task, onClose }: TaskDialogProps): ReactElement {
  const { t } = useTranslation();
  const form = useForm<TaskBody>({
    fileId: task.fileId,
    form: `task:${task.id}`,
    schema: taskSchema,
    start: taskSchema.parse(task),
    store: ({ title, side, who, dueOn, engagementId = null }) =>
      taskCommands.change(task.id, {
        title: title.trim().normalize('NFC'),
        side,
        who,
        dueOn,
        // A task that never had one stays as it was.
        ...((task.engagementId ?? null) !== engagementId && { engagementId }),
      }),
  });
  const missing = form.draft.title.trim() === '';
  const remove = (): void => {
    doUndoably(() => taskCommands.remove(task.id), t('clients.tasks.removed', { title: task.title }), t);
    onClose();
  };
  return (
    <FormDialog
      title={t('clients.tasks.edit')}
      form={form}
      onSubmit={() => {
        if (!missing) form.send(onClose);
      }}
      onClose={onClose}
      onRemove={remove}
      history={{ table: 'tasks', id: task.id, name: task.title }}
    >
      <TextField
        autoFocus
        required
        label={t('clients.tasks.title')}
        value={form.draft.title}
        error={missing}
        helperText={missing ? t('clients.tasks.titleMissing') : undefined}
        onChange={(event) => form.change({ title: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        sx={{ gridColumn: 'span 6' }}
      />
      <Box sx={{ gridColumn: 'span 6', display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 3 }}>
        <TaskFields draft={form.draft} change={form.change} />
      </Box>
      <TaskEngagement draft={form.draft} change={form.change} fileId={task.fileId} />
    </FormDialog>
  );
}
