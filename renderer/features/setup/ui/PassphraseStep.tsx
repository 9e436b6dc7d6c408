import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { prepareVault } from '#renderer/db/index.ts';
import { choosePlaces, unguessable } from '#renderer/ui/recovery-words/index.ts';
import { NewPassphraseFields, useNewPassphrase } from '#renderer/ui/passphrase/index.ts';
import { STEP_OF, type StepProps } from '../model/draft.ts';
import { StepFrame } from './StepFrame.tsx';

/** Asks for the passphrase and makes the vault's keys from it. */
export function PassphraseStep({ draft, change, onNext, onBack }: StepProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const passphrase = useNewPassphrase(draft.passphrase, (next) => change({ passphrase: next }));

  const goOn = async (): Promise<void> => {
    if (!(await passphrase.check())) return;
    const chosen = draft.passphrase.first;
    if (draft.prepared?.passphrase === chosen) {
      onNext();
      return;
    }
    setBusy(true);
    setFailure(null);
    try {
      const vault = await prepareVault(chosen);
      const asked = choosePlaces(vault.recoveryWords.length, unguessable);
      change({
        prepared: { passphrase: chosen, vault },
        asked,
        typed: asked.map(() => ''),
        handedOut: false,
      });
      onNext();
    } catch (thrown) {
      setFailure(thrown);
      setBusy(false);
    }
  };
  return (
    <StepFrame
      step={STEP_OF.passphrase}
      question={t('setup.passphrase.question')}
      explanation={t('setup.passphrase.explanation')}
      focus="field"
      busy={busy ? t('setup.busy.keys') : null}
      failure={failure}
      onBack={onBack}
      onNext={() => void goOn()}
    >
      <NewPassphraseFields passphrase={passphrase} disabled={busy} />
    </StepFrame>
  );
}
