import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreparedVault } from '#renderer/db/index.ts';
import { STEP_OF, type StepProps } from '../model/draft.ts';
import { sameWord } from '../model/recovery-check.ts';
import { StepFrame } from './StepFrame.tsx';

/** Asks for two words of the sheet, so that nobody goes on without having it. */
export function CheckStep({
  vault,
  draft,
  change,
  onNext,
  onBack,
}: StepProps & { readonly vault: PreparedVault }) {
  const { t } = useTranslation();
  const [checked, setChecked] = useState(false);
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  const right = draft.asked.map((place, index) =>
    sameWord(draft.typed[index] ?? '', vault.recoveryWords[place]),
  );
  const problem = (index: number): string | null => {
    if (!checked || right[index] === true) return null;
    const number = (draft.asked[index] ?? 0) + 1;
    return (draft.typed[index] ?? '').trim() === ''
      ? t('setup.check.empty', { number })
      : t('setup.check.wrong', { number });
  };
  return (
    <StepFrame
      step={STEP_OF.check}
      question={t('setup.check.question')}
      explanation={t('setup.check.explanation')}
      focus="field"
      onBack={onBack}
      onNext={() => {
        setChecked(true);
        const wrong = right.indexOf(false);
        if (wrong < 0) onNext();
        else fields.current[wrong]?.focus();
      }}
    >
      <Stack spacing={4}>
        {draft.asked.map((place, index) => {
          const wrong = problem(index);
          return (
            <TextField
              key={place}
              label={t('setup.check.word', { number: place + 1 })}
              value={draft.typed[index] ?? ''}
              error={wrong !== null}
              helperText={wrong === null ? null : <span role="alert">{wrong}</span>}
              onChange={(event) => {
                setChecked(false);
                change({ typed: draft.typed.with(index, event.target.value) });
              }}
              slotProps={{
                htmlInput: {
                  ref: (field: HTMLInputElement | null) => {
                    fields.current[index] = field;
                  },
                  autoComplete: 'off',
                  autoCapitalize: 'none',
                  spellCheck: false,
                },
              }}
            />
          );
        })}
      </Stack>
    </StepFrame>
  );
}
