import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#shared/i18n/format.ts';
import type { PreparedVault } from '#renderer/db/index.ts';
import { PaperPanel } from '#renderer/entities/paper/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { useKeyDispatcher } from '#renderer/ui/commands/index.ts';
import { STEP_OF, type StepProps } from '../model/draft.ts';
import { recoverySheet, vaultSign } from '#shared/documents/recovery-sheet.ts';
import { StepFrame } from './StepFrame.tsx';

/** Shows the recovery sheet and hands it out on paper or as a PDF. */
export function RecoveryStep({
  vault,
  draft,
  change,
  onNext,
  onBack,
}: StepProps & { readonly vault: PreparedVault }) {
  const { t } = useTranslation();
  const language = useLanguage();
  // No shell is mounted yet, and the sheet's keys must work here too.
  useKeyDispatcher();
  const { recoveryWords, header } = vault;
  const sheet = useMemo(
    () => recoverySheet(recoveryWords, header.vaultId, dayOf(header.createdAt), language),
    [recoveryWords, header, language],
  );
  return (
    <StepFrame
      step={STEP_OF.recovery}
      question={t('setup.recovery.question')}
      explanation={t('setup.recovery.explanation')}
      focus="question"
      wide
      onBack={onBack}
      onNext={onNext}
    >
      <PaperPanel
        document={sheet}
        suggestedName={t('setup.recovery.fileName', { vault: vaultSign(header.vaultId) })}
        label={t('setup.recovery.preview')}
        onOut={() => change({ handedOut: true })}
        side={
          <Stack spacing={3}>
            <Typography>{t('setup.recovery.next')}</Typography>
            <Typography component="output">{draft.handedOut ? t('setup.recovery.out') : null}</Typography>
          </Stack>
        }
      />
    </StepFrame>
  );
}
