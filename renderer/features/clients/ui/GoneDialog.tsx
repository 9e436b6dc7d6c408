import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import { type FormEvent, type KeyboardEvent, type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LongTextField } from '#renderer/ui/LongTextField.tsx';
import type { GoneStage } from '#shared/domain/client.ts';

interface GoneDialogProps {
  /** How many clients are moved. */
  readonly count: number;
  readonly stage: GoneStage;
  readonly onMove: (reason: string, winBack: boolean) => void;
  readonly onClose: () => void;
}

/** Asks why clients are lost or ended, and whether to try to win them back. */
export function GoneDialog({ count, stage, onMove, onClose }: GoneDialogProps): ReactElement {
  const { t } = useTranslation();
  const title = useId();
  const [reason, setReason] = useState('');
  const [winBack, setWinBack] = useState(stage === 'lost');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onMove(reason, winBack);
  };
  const submitByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onMove(reason, winBack);
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="xs">
      <form onSubmit={submit} noValidate>
        <DialogTitle id={title}>{t(`register.gone.${stage}`, { count })}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 3 }}>
          <LongTextField
            autoFocus
            label={t('clientProfile.stageReason')}
            value={reason}
            minRows={2}
            onKeyDown={submitByKey}
            helperText={t('register.gone.hint', { count })}
            onChange={(event) => setReason(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 10_000 } }}
            sx={{ mt: 1 }}
          />
          <FormControlLabel
            label={t('register.gone.winBack', { count })}
            control={<Checkbox checked={winBack} onChange={(event) => setWinBack(event.target.checked)} />}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="contained" color="primary">
            {t('register.gone.move')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
