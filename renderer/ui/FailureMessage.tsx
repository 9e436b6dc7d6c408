import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import errors from '#shared/i18n/en/errors.json' with { type: 'json' };
import type { Failure } from '#shared/ipc/failure.ts';

/** The failure an exception carries; a defect when it carries none. */
export function failureOf(thrown: unknown): Failure {
  const carried =
    typeof thrown === 'object' && thrown !== null && 'failure' in thrown ? thrown.failure : thrown;
  return isFailure(carried) ? carried : { code: 'unexpected', details: {} };
}

/** Whether there are texts for it. The schema of failures would bring all of Zod to the lock screen. */
const isFailure = (carried: unknown): carried is Failure =>
  typeof carried === 'object' &&
  carried !== null &&
  'code' in carried &&
  Object.hasOwn(errors, String(carried.code)) &&
  'details' in carried &&
  typeof carried.details === 'object' &&
  carried.details !== null;

interface FailureMessageProps {
  /** What was thrown; a `Failure`, or an exception that carries one. */
  readonly failure: unknown;
  readonly onRetry?: () => void;
}

/** Says what happened, what was kept and what to do now. */
export function FailureMessage({ failure, onRetry }: FailureMessageProps): ReactElement {
  const { t } = useTranslation();
  const { code, details } = failureOf(failure);
  return (
    <Alert
      severity="error"
      role="alert"
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )
      }
    >
      <Typography sx={{ fontWeight: 'fontWeightBold' }}>{t(`errors.${code}.happened`, details)}</Typography>
      <Typography>{t(`errors.${code}.kept`, details)}</Typography>
      <Typography>{t(`errors.${code}.todo`, details)}</Typography>
    </Alert>
  );
}
