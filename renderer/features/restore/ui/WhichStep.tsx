import Alert from '@mui/material/Alert';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { recordsIn } from '#renderer/entities/backup/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { formatMoment, formatSize } from '#shared/i18n/format.ts';
import type { RestoreCandidate } from '#shared/ipc/contract/backups.ts';
import { RestoreFrame } from './RestoreFrame.tsx';

interface WhichStepProps {
  readonly candidates: readonly RestoreCandidate[];
  readonly chosen: RestoreCandidate;
  readonly onChoose: (candidate: RestoreCandidate) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

function useLine(): (candidate: RestoreCandidate) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (candidate) => {
    const records = recordsIn(candidate);
    return [
      t(`backups.state.${candidate.verified ? 'verified' : 'unverified'}`),
      ...(candidate.verified && !candidate.sealed ? [t('backups.list.unsealed')] : []),
      ...(candidate.reason === null ? [] : [t(`backups.reason.${candidate.reason}`)]),
      ...(records === null ? [] : [t('restore.which.records', { count: records })]),
      formatSize(candidate.size, language),
      ...(candidate.newestChange === null
        ? []
        : [t('restore.which.newest', { moment: formatMoment(candidate.newestChange, language) })]),
    ].join(' · ');
  };
}

/** Asks which of the backups that were found. */
export function WhichStep({ candidates, chosen, onChoose, onBack, onNext }: WhichStepProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const line = useLine();
  return (
    <RestoreFrame
      title={t('restore.which.question')}
      explanation={t('restore.which.explanation')}
      onBack={onBack}
      onNext={chosen.keyring ? onNext : undefined}
    >
      <RadioGroup
        aria-label={t('restore.which.question')}
        name="candidate"
        value={chosen.backupId}
        onChange={(_, id) => {
          const candidate = candidates.find(({ backupId }) => backupId === id);
          if (candidate) onChoose(candidate);
        }}
      >
        {candidates.map((candidate) => (
          <FormControlLabel
            key={candidate.backupId}
            value={candidate.backupId}
            control={<Radio />}
            label={
              <>
                <span>{formatMoment(candidate.madeAt, language)}</span>
                <Typography component="span" variant="body2" sx={{ color: 'quiet', display: 'block' }}>
                  {line(candidate)}
                </Typography>
              </>
            }
            sx={{ alignItems: 'flex-start', gap: 1, py: 1 }}
          />
        ))}
      </RadioGroup>
      {!chosen.keyring && <Alert severity="error">{t('restore.which.noKeyring')}</Alert>}
      {chosen.keyring && !chosen.verified && (
        <Alert severity="warning">{t('restore.which.unverified')}</Alert>
      )}
    </RestoreFrame>
  );
}
