import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import type { BackupContents, RestoreOutcome } from '#renderer/operations/restore.ts';
import { formatMoment } from '#shared/i18n/format.ts';
import type { Choice } from '../../model/choice.ts';
import { StepFrame, type StepProps } from './StepFrame.tsx';

interface DoneStepProps extends StepProps {
  readonly contents: BackupContents;
  readonly choice: Choice;
  readonly plan: RestoreOutcome;
}

/** Says what was done, and where the state before it is. */
export function DoneStep({ contents, choice, plan, onCancel, titleId }: DoneStepProps): ReactElement {
  const { t } = useTranslation();
  const moment = formatMoment(contents.manifest.madeAt, useLanguage());
  return (
    <StepFrame
      titleId={titleId}
      title={t('backups.wizard.doneTitle')}
      onNext={onCancel}
      nextLabel={t('common.close')}
    >
      <Typography>
        {choice.what === 'whole'
          ? t('backups.wizard.doneWhole', { moment })
          : t('backups.wizard.doneClient', { moment, client: choice.name })}
      </Typography>
      {plan.put > 0 && <Typography>{t('backups.wizard.putDone', { count: plan.put })}</Typography>}
      {plan.removed > 0 && (
        <Typography>{t('backups.wizard.removedDone', { count: plan.removed })}</Typography>
      )}
      <Typography sx={{ color: 'quiet' }}>{t('backups.wizard.doneBefore')}</Typography>
    </StepFrame>
  );
}
