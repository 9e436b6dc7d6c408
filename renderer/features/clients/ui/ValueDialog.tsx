import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/domain/client.ts';
import { fold } from '#shared/lib/fold.ts';
import { useKnownValues } from '../model/useKnownValues.ts';

interface ValueDialogProps {
  readonly field: 'responsible' | 'group';
  readonly clients: readonly Client[];
  readonly onChoose: (value: string) => void;
  readonly onClose: () => void;
}

/** Gives clients one person who looks after them, or puts them into one household or group. Empty takes it away. */
export function ValueDialog({ field, clients, onChoose, onClose }: ValueDialogProps): ReactElement {
  const { t } = useTranslation();
  const title = useId();
  const known = useKnownValues();
  const first = clients[0]?.[field] ?? '';
  const [value, setValue] = useState(clients.every((client) => client[field] === first) ? first : '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChoose(value.trim().normalize('NFC'));
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="xs">
      <form onSubmit={submit} noValidate>
        <DialogTitle id={title}>{t(`register.bulk.${field}Of`, { count: clients.length })}</DialogTitle>
        <DialogContent>
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
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="contained" color="primary">
            {t('common.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
