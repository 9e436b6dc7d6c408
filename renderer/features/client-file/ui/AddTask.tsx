import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { taskCommands } from '#renderer/entities/task/index.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import type { FileId } from '#shared/domain/ids.ts';
import { type TaskBody, taskSchema } from '#shared/domain/task.ts';
import { useForm } from '#renderer/entities/draft/index.ts';
import { TaskFields } from './TaskFields.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';

const EMPTY: TaskBody = { title: '', side: 'practice', who: '', dueOn: null, doneAt: null, source: null };

interface AddTaskProps {
  readonly fileId: FileId;
  /** Whether the title wants the focus. */
  readonly adding: boolean;
  /** Called when it has it. */
  readonly onAdding: () => void;
}

/** One line for a new task. Enter adds it and the next can be typed at once. */
export function AddTask({ fileId, adding, onAdding }: AddTaskProps): ReactElement {
  const { t } = useTranslation();
  const title = useRef<HTMLInputElement>(null);
  // Fields that hold half-typed text of their own start anew with each task.
  const [made, setMade] = useState(0);
  const form = useForm({
    fileId,
    form: 'task',
    schema: taskSchema,
    start: EMPTY,
    store: (draft) => taskCommands.add(fileId, { ...draft, title: draft.title.trim().normalize('NFC') }),
  });
  useEffect(() => {
    if (!adding) return;
    title.current?.focus();
    onAdding();
  }, [adding, onAdding]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    title.current?.focus();
    if (form.draft.title.trim() === '') return;
    form.send(() => {
      form.restart({ ...form.draft, title: '', dueOn: null });
      setMade(made + 1);
    });
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={submit}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr) minmax(0, 2fr) auto',
        gap: 2,
        alignItems: 'end',
        px: 5,
        py: 4,
        borderBottom: 1,
        borderColor: 'line',
      }}
    >
      <Writes>
        <TextField
          inputRef={title}
          label={t('clients.tasks.title')}
          value={form.draft.title}
          onChange={(event) => form.change({ title: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 500 } }}
          sx={{ gridColumn: '1 / -1' }}
        />
        <TaskFields key={made} draft={form.draft} change={form.change} />
        <Button type="submit" disabled={form.busy}>
          {t('clients.tasks.add')}
        </Button>
      </Writes>
      {form.failure !== null && (
        <Box sx={{ gridColumn: '1 / -1' }}>
          <FailureMessage failure={form.failure} />
        </Box>
      )}
    </Box>
  );
}
