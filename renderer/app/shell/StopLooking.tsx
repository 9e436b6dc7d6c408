import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { lookingCommands } from '#renderer/entities/looking/index.ts';
import { watched } from '#renderer/ui/watched.ts';

/** Asks before other clients can be seen again: a key struck by chance must not show them. */
export function StopLooking({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const title = useId();
  const stop = (): void => {
    onClose();
    watched(lookingCommands.stop(), t);
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} maxWidth="xs" fullWidth>
      <DialogTitle id={title}>{t('looking.ask.title')}</DialogTitle>
      <DialogContent>
        <Typography>{t('looking.ask.text')}</Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button variant="contained" color="primary" autoFocus onClick={stop}>
          {t('looking.stop')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
