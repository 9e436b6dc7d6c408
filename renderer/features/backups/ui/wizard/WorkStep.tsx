import Typography from '@mui/material/Typography';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupSet } from '#renderer/entities/backup/index.ts';
import { useBackupWork } from '#renderer/operations/backups.ts';
import { restore, type RestorePart, type RestoreOutcome } from '#renderer/operations/restore.ts';
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx';
import { type Choice, scopeOf } from '../../model/choice.ts';
import { StepFrame, type StepProps } from './StepFrame.tsx';

interface WorkStepProps extends Pick<StepProps, 'titleId'> {
  readonly backup: BackupSet;
  readonly choice: Choice;
  readonly onDone: (plan: RestoreOutcome) => void;
  readonly onFailed: (failure: unknown) => void;
  /** The user did not want to wait; nothing was changed. */
  readonly onCancelled: () => void;
}

interface Work {
  readonly part: RestorePart;
  readonly done: number;
  readonly total: number;
}

/** The restore itself. It ends whole or not at all, also when it is cancelled. */
export function WorkStep({
  backup,
  choice,
  onDone,
  onFailed,
  onCancelled,
  titleId,
}: WorkStepProps): ReactElement {
  const { t } = useTranslation();
  const [work, setWork] = useState<Work>({ part: 'backingUp', done: 0, total: 0 });
  const [control] = useState(() => new AbortController());
  const { running } = useBackupWork();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const run = async (): Promise<void> => {
      try {
        onDone(
          await restore(
            backup.backupId,
            scopeOf(choice),
            (part, done, total) => setWork({ part, done, total }),
            control.signal,
          ),
        );
      } catch (thrown) {
        if (control.signal.aborted) onCancelled();
        else onFailed(thrown);
      }
    };
    void run();
  }, [backup, choice, control, onDone, onFailed, onCancelled]);
  const { part } = work;
  const { done, total } = part === 'backingUp' && running ? running : work;
  return (
    <StepFrame titleId={titleId} title={t('backups.wizard.working')} onCancel={() => control.abort()}>
      <WorkProgress text={t(`backups.wizard.${part}`)} done={done} total={total} />
      <Typography variant="body2" sx={{ color: 'quiet' }}>
        {t('backups.wizard.stay')}
      </Typography>
    </StepFrame>
  );
}
