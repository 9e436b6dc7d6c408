import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent, { type DialogContentProps } from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type FormEvent, type ReactElement, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { submitByKeys } from './submit-by-keys.ts';

interface SaveDialogProps {
  readonly title: string;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** How the fields stand. */
  readonly sx?: DialogContentProps['sx'];
  readonly children: ReactNode;
}

/** A small form over the screen: Enter or «Save» takes it, Escape or «Cancel» leaves everything as it was. */
export function SaveDialog({ title, onSave, onClose, sx, children }: SaveDialogProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSave();
  };
  return (
    <Dialog open onKeyDown={submitByKeys} onClose={onClose} aria-labelledby={id} fullWidth maxWidth="xs">
      <form onSubmit={submit} noValidate>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent {...(sx === undefined ? {} : { sx })}>{children}</DialogContent>
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
