import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RestoreCandidate } from '#shared/ipc/contract/backups.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { RestoreFrame } from './RestoreFrame.tsx';

interface WhereStepProps {
  readonly damaged: boolean;
  readonly onChosen: (candidates: readonly RestoreCandidate[]) => void;
  readonly onBack: () => void;
}

/** Asks where the backup lies: a folder of backups, or one file. */
export function WhereStep({ damaged, onChosen, onBack }: WhereStepProps): ReactElement {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [none, setNone] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  // The buttons are not disabled meanwhile: the focus would be lost, and Enter would not try again.
  const choose = async (from: 'file' | 'folder'): Promise<void> => {
    if (busy) return undefined;
    setBusy(true);
    setNone(false);
    setFailure(null);
    try {
      const answer = await value(platform().restore.choose({ from }));
      if (answer.state === 'chosen') {
        if (answer.candidates.length > 0) return onChosen(answer.candidates);
        setNone(true);
      }
    } catch (thrown) {
      setFailure(thrown);
    }
    return setBusy(false);
  };
  return (
    <RestoreFrame
      title={t('restore.where.question')}
      explanation={t('restore.where.explanation')}
      disabled={busy}
      onBack={onBack}
    >
      {damaged && <Typography>{t('restore.where.damagedKept')}</Typography>}
      <Stack direction="row" spacing={3}>
        <Button variant="contained" color="primary" onClick={() => void choose('folder')}>
          {t('restore.where.folder')}
        </Button>
        <Button onClick={() => void choose('file')}>{t('restore.where.file')}</Button>
      </Stack>
      {none && <Typography role="alert">{t('restore.where.none')}</Typography>}
      {failure !== null && <FailureMessage failure={failure} />}
    </RestoreFrame>
  );
}
