import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { cancelBackup, useBackupWork } from '#renderer/operations/backups.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx';
import { formatNumber } from '#shared/i18n/format.ts';
import { useClosing } from './closing.ts';

function BackingUp(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { running } = useBackupWork();
  const { done, total } = running ?? { done: 0, total: 0 };
  return (
    <>
      <Typography>{t('backups.closing.text')}</Typography>
      <WorkProgress
        text={
          total > 0 && done < total
            ? t('backups.now.counted', {
                done: formatNumber(done, language),
                total: formatNumber(total, language),
              })
            : t('backups.now.verifying')
        }
        done={done}
        total={total}
      />
    </>
  );
}

/** How much going is advised: while a backup is being made the best is to wait. */
const LEAVING = {
  backingUp: {},
  backupFailed: { variant: 'contained', color: 'primary' },
  notStored: { color: 'error' },
} as const;

/** Stands over everything while the app waits to end: what it waits for, and how not to wait. */
export function ClosingDialog(): ReactElement | null {
  const { t } = useTranslation();
  const { closing } = useClosing();
  const title = useId();
  if (closing.state === 'none') return null;
  const { state, decide } = closing;
  const stay = (): void => {
    decide('stay');
    if (state === 'backingUp') cancelBackup();
  };
  const back = (
    <Button key="stay" onClick={stay}>
      {t('backups.closing.stay')}
    </Button>
  );
  return (
    <Dialog
      open
      aria-labelledby={title}
      maxWidth="sm"
      fullWidth
      onClose={() => {
        if (state !== 'backingUp') stay();
      }}
    >
      <DialogTitle id={title}>{t(`backups.closing.title.${state}`)}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 4 }}>
        {state === 'backingUp' && <BackingUp />}
        {state === 'backupFailed' && (
          <>
            <FailureMessage failure={closing.failure} />
            <Typography>{t('backups.closing.failed')}</Typography>
          </>
        )}
        {state === 'notStored' && <Typography role="alert">{t('shell.notClosed')}</Typography>}
      </DialogContent>
      <DialogActions>
        {back}
        <Button {...LEAVING[state]} onClick={() => decide('close')}>
          {t(`backups.closing.leave.${state}`)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
