import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { backUpNow, isBackupCancelled } from '#renderer/operations/backups.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { BackupProgress } from './BackupProgress.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';

type Outcome =
  | { readonly state: 'none' | 'made' | 'unchanged' | 'cancelled' }
  | { readonly state: 'failed'; readonly failure: unknown };

/** Makes a backup by hand, and says what came of it. */
export function BackUpNow(): ReactElement {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome>({ state: 'none' });
  const [busy, setBusy] = useState(false);
  const make = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setOutcome({ state: 'none' });
    try {
      setOutcome({ state: (await backUpNow()).state });
    } catch (failure) {
      setOutcome(isBackupCancelled(failure) ? { state: 'cancelled' } : { state: 'failed', failure });
    }
    setBusy(false);
  };
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <div>
        <Writes>
          <Button aria-disabled={busy} onClick={() => void make()}>
            {t('backups.now.make')}
          </Button>
        </Writes>
      </div>
      <BackupProgress />
      {outcome.state === 'failed' ? (
        <FailureMessage failure={outcome.failure} onRetry={() => void make()} />
      ) : (
        <Typography component="output">
          {outcome.state === 'none' ? null : t(`backups.now.${outcome.state}`)}
        </Typography>
      )}
    </Box>
  );
}
