import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PRACTICE_KINDS } from '#shared/domain/practice.ts';
import { STEP_OF, type StepProps } from '../model/draft.ts';
import { Choice } from './Choice.tsx';
import { StepFrame } from './StepFrame.tsx';

const LONGEST_NAME = 200;

/** Asks what the practice does, what it is called and who works in it. */
export function PracticeStep({ draft, change, onNext, onBack }: StepProps) {
  const { t } = useTranslation();
  const [missing, setMissing] = useState(false);
  const kindMissing = missing && draft.kind === null;
  return (
    <StepFrame
      step={STEP_OF.practice}
      question={t('setup.practice.question')}
      explanation={t('setup.practice.hint')}
      focus="field"
      onBack={onBack}
      onNext={() => {
        setMissing(true);
        if (draft.kind !== null) onNext();
      }}
    >
      <Choice
        label={t('setup.practice.kind')}
        name="practice-kind"
        value={draft.kind}
        options={PRACTICE_KINDS.map((kind) => ({ value: kind, label: t(`domain.practiceKind.${kind}`) }))}
        onChange={(kind) => change({ kind })}
        problem={kindMissing ? t('setup.practice.choose') : null}
      />
      <Stack spacing={4}>
        <TextField
          label={t('setup.practice.name')}
          helperText={t('setup.practice.nameHint')}
          value={draft.practiceName}
          onChange={(event) => change({ practiceName: event.target.value })}
          slotProps={{ htmlInput: { maxLength: LONGEST_NAME } }}
        />
        <TextField
          label={t('setup.practice.professional')}
          helperText={t('setup.practice.professionalHint')}
          value={draft.professional}
          onChange={(event) => change({ professional: event.target.value })}
          slotProps={{ htmlInput: { maxLength: LONGEST_NAME } }}
        />
      </Stack>
    </StepFrame>
  );
}
