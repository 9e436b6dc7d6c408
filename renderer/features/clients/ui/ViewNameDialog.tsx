import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';

interface ViewNameDialogProps {
  /** What the view is called now; empty for a new one. */
  readonly name: string;
  /** Keeps the name. Rejects when it could not be stored. */
  readonly onName: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks what a view of the register is to be called. */
export function ViewNameDialog({ name, onName, onClose }: ViewNameDialogProps): ReactElement {
  const { t } = useTranslation();
  const title = useId();
  const [typed, setTyped] = useState(name);
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const chosen = typed.trim().normalize('NFC');
    setMissing(chosen === '');
    if (chosen !== '') onName(chosen).catch(setFailure);
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="xs">
      <form onSubmit={submit} noValidate>
        <DialogTitle id={title}>{t('register.view.keepTitle')}</DialogTitle>
        <DialogContent>
          {failure !== null && <FailureMessage failure={failure} />}
          <TextField
            autoFocus
            fullWidth
            required
            label={t('common.name')}
            value={typed}
            error={missing}
            helperText={missing ? t('register.view.nameMissing') : t('register.view.nameHint')}
            onChange={(event) => setTyped(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 100 } }}
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
