import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeKind } from '#shared/domain/practice.ts';
import type { PreparedVault } from '#renderer/db/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { practiceCreation, type CreationPart } from '../model/create-practice.ts';
import { STEP_OF, type StepProps } from '../model/draft.ts';
import { Choice } from './Choice.tsx';
import { StepFrame } from './StepFrame.tsx';

/** Asks how to start, then creates the vault and opens it. */
export function StartStep({
  vault,
  kind,
  draft,
  change,
  onNext,
  onBack,
}: StepProps & { readonly vault: PreparedVault; readonly kind: PracticeKind }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [create] = useState(practiceCreation);
  const [part, setPart] = useState<CreationPart | null>(null);
  const [started, setStarted] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const finish = async (): Promise<void> => {
    setStarted(true);
    setFailure(null);
    try {
      const { practiceName, professional, start } = draft;
      await create(
        { prepared: vault, kind, language, practiceName, professional, sample: start === 'sample' },
        setPart,
      );
      onNext();
    } catch (thrown) {
      setFailure(thrown);
      setPart(null);
    }
  };
  return (
    <StepFrame
      step={STEP_OF.start}
      question={t('setup.start.question')}
      explanation={t('setup.start.explanation')}
      focus="field"
      nextLabel={t('setup.start.finish')}
      busy={part === null ? null : t(`setup.busy.${part}`)}
      failure={failure}
      // Once the vault may exist, its passphrase and words are fixed: there is no way back, only again.
      onBack={started ? undefined : onBack}
      onNext={() => void finish()}
    >
      <Choice
        label={t('setup.start.question')}
        name="start"
        value={draft.start}
        disabled={part !== null}
        options={[
          { value: 'empty', label: t('setup.start.empty'), hint: t('setup.start.emptyHint') },
          { value: 'sample', label: t('setup.start.sample'), hint: t('setup.start.sampleHint') },
        ]}
        onChange={(start) => change({ start })}
      />
    </StepFrame>
  );
}
