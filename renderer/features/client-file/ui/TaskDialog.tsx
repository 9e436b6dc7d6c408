import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { doUndoably } from '#renderer/entities/history/index.ts';
import { taskCommands } from '#renderer/entities/task/index.ts';
import { type Task, type TaskBody, taskSchema } from '#shared/domain/task.ts';
import { useForm } from '#renderer/entities/draft/index.ts';
import { FormDialog } from '#renderer/entities/history/index.ts';
import { TaskFields } from './TaskFields.tsx';

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
    store: ({ title, side, who, dueOn }) =>
      taskCommands.change(task.id, { title: title.trim().normalize('NFC'), side, who, dueOn }),
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
    </FormDialog>
  );
}
