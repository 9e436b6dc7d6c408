import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { requirementLabel, type Requirement } from '#shared/domain/requirement.ts';
import { useActions } from './actions.ts';

interface RemoveDraftDialogProps {
  /** The draft asked about; null: closed. */
  readonly requirement: Requirement | null;
  readonly onClose: () => void;
}

const takeFocus = (button: HTMLButtonElement | null): void => button?.focus();

/** Asks before words are lost: a draft leaves nothing behind but its number, which is not given again. */
export function RemoveDraftDialog({ requirement, onClose }: RemoveDraftDialogProps): ReactElement {
  const { t } = useTranslation();
  const actions = useActions();
  const label = requirement === null ? '' : requirementLabel(requirement.number);
  return (
    <Dialog open={requirement !== null} onClose={onClose} aria-labelledby="remove-draft">
      <DialogTitle id="remove-draft">{t('requirements.removeAsk', { label })}</DialogTitle>
      <DialogContent>
        <Typography sx={{ whiteSpace: 'pre-line' }}>{requirement?.text}</Typography>
        <Typography variant="body2" sx={{ mt: 2, color: 'quiet' }}>
          {t('requirements.removeNote', { label })}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          ref={takeFocus}
          color="error"
          onClick={() => {
            if (requirement) actions.remove(requirement);
            onClose();
          }}
        >
          {t('requirements.removeDraft')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
