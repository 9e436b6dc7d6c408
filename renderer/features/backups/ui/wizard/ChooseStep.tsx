import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type BackupSet, recordsIn } from '#renderer/entities/backup/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { formatMoment } from '#shared/i18n/format.ts';
import { StepFrame, type StepProps } from './StepFrame.tsx';

interface ChooseStepProps extends StepProps {
  readonly sets: readonly BackupSet[];
  readonly chosen: BackupSet | null;
  readonly onChoose: (backup: BackupSet) => void;
  readonly onNext: () => void;
}

function useLine(): (backup: BackupSet) => string {
  const { t } = useTranslation();
  return (backup) => {
    const records = recordsIn(backup);
    return [
      t(`backups.reason.${backup.reason ?? 'unknown'}`),
      ...(records === null ? [] : [t('restore.which.records', { count: records })]),
      t(`backups.state.${backup.verified ? 'verified' : 'unverified'}`),
    ].join(' · ');
  };
}

/** Which backup: newest first, moved through by the arrows. */
export function ChooseStep({ sets, chosen, onChoose, onNext, ...common }: ChooseStepProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const line = useLine();
  const title = t('backups.wizard.choose');
  return (
    <StepFrame {...common} title={title} onNext={chosen === null ? undefined : onNext}>
      <RadioGroup
        aria-label={title}
        name="backup"
        value={chosen?.fileName ?? null}
        onChange={(_, name) => {
          const backup = sets.find(({ fileName }) => fileName === name);
          if (backup) onChoose(backup);
        }}
      >
        {sets.map((backup) => (
          <FormControlLabel
            key={backup.fileName}
            value={backup.fileName}
            control={<Radio />}
            label={
              <>
                <span>{formatMoment(backup.madeAt, language)}</span>
                <Typography component="span" variant="body2" sx={{ color: 'quiet', display: 'block' }}>
                  {line(backup)}
                </Typography>
              </>
            }
            sx={{ alignItems: 'flex-start', gap: 1, py: 1 }}
          />
        ))}
      </RadioGroup>
    </StepFrame>
  );
}
