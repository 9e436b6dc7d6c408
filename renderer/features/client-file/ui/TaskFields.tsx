import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '#renderer/ui/dates/index.ts';
import { type Side, SIDES } from '#shared/domain/note.ts';
import type { TaskBody } from '#shared/domain/task.ts';

interface TaskFieldsProps {
  readonly draft: TaskBody;
  readonly change: (patch: Partial<TaskBody>) => void;
}

/** Whose task it is, who does it, by when. */
export function TaskFields({ draft, change }: TaskFieldsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        select
        label={t('clients.tasks.side')}
        value={draft.side}
        onChange={(event) => change({ side: event.target.value as Side })}
      >
        {SIDES.map((side) => (
          <MenuItem key={side} value={side}>
            {t(`domain.side.${side}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={t('clients.tasks.who')}
        value={draft.who}
        onChange={(event) => change({ who: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      <DateField label={t('clients.tasks.due')} value={draft.dueOn} onChange={(dueOn) => change({ dueOn })} />
    </>
  );
}
