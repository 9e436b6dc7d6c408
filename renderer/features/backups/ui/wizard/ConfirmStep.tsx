import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupSet } from '#renderer/entities/backup/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { type BackupContents, type RestoreOutcome, whatWouldChange } from '#renderer/operations/restore.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx';
import { formatMoment } from '#shared/i18n/format.ts';
import { type Choice, scopeOf } from '../../model/choice.ts';
import { StepFrame, type StepProps } from './StepFrame.tsx';

interface ConfirmStepProps extends StepProps {
  readonly backup: BackupSet;
  readonly contents: BackupContents;
  readonly choice: Choice;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

type Planning =
  | { readonly state: 'comparing' }
  | { readonly state: 'failed'; readonly failure: unknown }
  | { readonly state: 'planned'; readonly plan: RestoreOutcome };

function usePlan(backupId: string, choice: Choice): Planning {
  const [planning, setPlanning] = useState<Planning>({ state: 'comparing' });
  useEffect(() => {
    let current = true;
    const compare = async (): Promise<void> => {
      try {
        const plan = await whatWouldChange(backupId, scopeOf(choice));
        if (current) setPlanning({ state: 'planned', plan });
      } catch (failure) {
        if (current) setPlanning({ state: 'failed', failure });
      }
    };
    void compare();
    return () => {
      current = false;
    };
  }, [backupId, choice]);
  return planning;
}

function What({
  plan,
  choice,
  moment,
}: {
  readonly plan: RestoreOutcome;
  readonly choice: Choice;
  readonly moment: string;
}): ReactElement {
  const { t } = useTranslation();
  const { put, removed } = plan;
  const lines = [
    t('backups.wizard.first'),
    choice.what === 'whole'
      ? t('backups.wizard.wholeThen', { moment })
      : t('backups.wizard.clientThen', { moment, client: choice.name }),
    ...(put > 0 ? [t('backups.wizard.put', { count: put })] : []),
    ...(removed > 0 ? [t('backups.wizard.removed', { count: removed })] : []),
    t('backups.wizard.history'),
    t('backups.wizard.allOrNothing'),
  ];
  return (
    <Box component="ul" sx={{ m: 0, pl: 5, display: 'grid', gap: 2 }}>
      {lines.map((line) => (
        <Typography key={line} component="li">
          {line}
        </Typography>
      ))}
    </Box>
  );
}

/** Says exactly what will happen before anything does. */
export function ConfirmStep({
  backup,
  contents,
  choice,
  onBack,
  onNext,
  ...common
}: ConfirmStepProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const planning = usePlan(backup.backupId, choice);
  const plan = planning.state === 'planned' ? planning.plan : null;
  const same = plan !== null && plan.put === 0 && plan.removed === 0;
  return (
    <StepFrame
      {...common}
      title={t('backups.wizard.confirm')}
      onBack={onBack}
      onNext={plan === null || same ? undefined : onNext}
      nextLabel={t('backups.wizard.restore')}
    >
      {planning.state === 'comparing' && (
        <WorkProgress text={t('backups.wizard.comparing')} done={0} total={0} />
      )}
      {planning.state === 'failed' && <FailureMessage failure={planning.failure} />}
      {same && <Typography>{t('backups.wizard.same')}</Typography>}
      {plan !== null && !same && (
        <What plan={plan} choice={choice} moment={formatMoment(contents.manifest.madeAt, language)} />
      )}
    </StepFrame>
  );
}
