import { useTranslation } from 'react-i18next';
import type { PreparedVault } from '#renderer/db/index.ts';
import { CheckFields, useWordCheck } from '#renderer/ui/recovery-words/index.ts';
import { STEP_OF, type StepProps } from '../model/draft.ts';
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
  const check = useWordCheck(vault.recoveryWords, draft.asked, draft.typed, (typed) => change({ typed }));
  return (
    <StepFrame
      step={STEP_OF.check}
      question={t('setup.check.question')}
      explanation={t('setup.check.explanation')}
      focus="field"
      onBack={onBack}
      onNext={() => {
        if (check.check()) onNext();
      }}
    >
      <CheckFields check={check} />
    </StepFrame>
  );
}
