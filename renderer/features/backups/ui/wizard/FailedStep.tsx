import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { StepFrame, type StepProps } from './StepFrame.tsx';

/** Nothing was restored, and why. */
export function FailedStep({
  failure,
  onCancel,
  titleId,
}: StepProps & { readonly failure: unknown }): ReactElement {
  const { t } = useTranslation();
  return (
    <StepFrame
      titleId={titleId}
      title={t('backups.wizard.failedTitle')}
      onCancel={onCancel}
      cancelLabel={t('common.close')}
    >
      <FailureMessage failure={failure} />
      <Typography>{t('backups.wizard.failedKept')}</Typography>
    </StepFrame>
  );
}
