import Typography from '@mui/material/Typography';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupSet } from '#renderer/entities/backup/index.ts';
import { restore, type RestorePart, type RestoreOutcome } from '#renderer/operations/restore.ts';
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx';
import { type Choice, scopeOf } from '../../model/choice.ts';
import { StepFrame, type StepProps } from './StepFrame.tsx';

interface WorkStepProps extends Pick<StepProps, 'titleId'> {
  readonly backup: BackupSet;
  readonly choice: Choice;
  readonly onDone: (plan: RestoreOutcome) => void;
  readonly onFailed: (failure: unknown) => void;
}

interface Work {
  readonly part: RestorePart;
  readonly done: number;
  readonly total: number;
}

/** The restore itself. It cannot be left half-way, and it ends whole or not at all. */
export function WorkStep({ backup, choice, onDone, onFailed, titleId }: WorkStepProps): ReactElement {
  const { t } = useTranslation();
  const [work, setWork] = useState<Work>({ part: 'backingUp', done: 0, total: 0 });
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const run = async (): Promise<void> => {
      try {
        onDone(
          await restore(backup.backupId, scopeOf(choice), (part, done, total) =>
            setWork({ part, done, total }),
          ),
        );
      } catch (thrown) {
        onFailed(thrown);
      }
    };
    void run();
  }, [backup, choice, onDone, onFailed]);
  return (
    <StepFrame titleId={titleId} title={t('backups.wizard.working')}>
      <WorkProgress text={t(`backups.wizard.${work.part}`)} done={work.done} total={work.total} />
      <Typography variant="body2" sx={{ color: 'quiet' }}>
        {t('backups.wizard.stay')}
      </Typography>
    </StepFrame>
  );
}
