import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/i18n/format.ts';
import type { FailureCode } from '#shared/ipc/failure.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { FailureMessage, failureOf } from '#renderer/ui/FailureMessage.tsx';
import type { Opening } from '../model/opening.ts';
import { Frame } from '#renderer/ui/Frame.tsx';
import { Gaps } from './Gaps.tsx';

const WHOLE = 100;

/** What a backup in the place of the vault is a cure for. */
const CURED_BY_BACKUP: ReadonlySet<FailureCode> = new Set(['vaultDamaged', 'journalDamaged']);

interface ProgressProps {
  readonly opening: Exclude<Opening, { state: 'closed' }>;
  readonly onRestore: () => void;
}

/** Shows how far opening is, or why it stopped. */
export function Progress({ opening, onRestore }: ProgressProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (opening.state === 'gaps') {
    const { changes, lost, folder, retry, accept } = opening;
    return <Gaps changes={changes} lost={lost} folder={folder} onRetry={retry} onAccept={accept} />;
  }
  if (opening.state === 'failed') {
    return (
      <Frame title={t('unlock.damaged.title')}>
        <FailureMessage failure={opening.failure} onRetry={opening.retry} />
        {CURED_BY_BACKUP.has(failureOf(opening.failure).code) && (
          <div>
            <Button onClick={onRestore}>{t('restore.offer')}</Button>
          </div>
        )}
      </Frame>
    );
  }
  const { done, total } = opening;
  const text =
    total === 0
      ? t('unlock.opening.comparing')
      : t('unlock.opening.rebuilding', {
          done: formatNumber(done, language),
          total: formatNumber(total, language),
        });
  return (
    <Frame title={t('unlock.opening.title')}>
      <Stack spacing={3}>
        <Typography>{text}</Typography>
        <LinearProgress
          aria-label={t('unlock.opening.title')}
          {...(total === 0 ? {} : { variant: 'determinate', value: (done / total) * WHOLE })}
        />
        <Typography variant="body2" sx={{ color: 'quiet' }}>
          {t('unlock.opening.stay')}
        </Typography>
      </Stack>
    </Frame>
  );
}
