import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveDialog } from '#renderer/ui/SaveDialog.tsx';
import type { Client } from '#shared/domain/client.ts';
import { fold } from '#shared/lib/fold.ts';
import { useKnownValues } from '#renderer/entities/client/index.ts';

interface ValueDialogProps {
  readonly field: 'responsible' | 'group';
  readonly clients: readonly Client[];
  readonly onChoose: (value: string) => void;
  readonly onClose: () => void;
}

/** Gives clients one person who looks after them, or puts them into one household or group. Empty takes it away. */
export function ValueDialog({ field, clients, onChoose, onClose }: ValueDialogProps): ReactElement {
  const { t } = useTranslation();
  const known = useKnownValues();
  const first = clients[0]?.[field] ?? '';
  const [value, setValue] = useState(clients.every((client) => client[field] === first) ? first : '');
  const save = (): void => {
    onChoose(value.trim().normalize('NFC'));
  };
  return (
    <SaveDialog
      title={t(`register.bulk.${field}Of`, { count: clients.length })}
      onSave={save}
      onClose={onClose}
    >
      <Autocomplete
        freeSolo
        size="small"
        options={field === 'group' ? known.groups : known.responsible}
        inputValue={value}
        onInputChange={(_, typed) => setValue(typed)}
        filterOptions={(all, { inputValue }) => all.filter((one) => fold(one).includes(fold(inputValue)))}
        renderInput={(params) => (
          <TextField
            {...params}
            autoFocus
            label={t(`register.bulk.${field}Label`)}
            helperText={t('register.bulk.valueHint')}
          />
        )}
        sx={{ pt: 1 }}
      />
    </SaveDialog>
  );
}
