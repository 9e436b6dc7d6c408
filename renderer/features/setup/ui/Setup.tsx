import { useState } from 'react';
import { EMPTY_DRAFT, SCREENS, type Screen, type SetupDraft, type StepProps } from '../model/draft.ts';
import { CheckStep } from './CheckStep.tsx';
import { LanguageStep } from './LanguageStep.tsx';
import { PassphraseStep } from './PassphraseStep.tsx';
import { PracticeStep } from './PracticeStep.tsx';
import { RecoveryStep } from './RecoveryStep.tsx';
import { StartStep } from './StartStep.tsx';

interface SetupProps {
  readonly onReady: () => void;
  /** The practice is in a backup: it is to be restored in place of a new one. */
  readonly onRestore: () => void;
}

/** First run: five short steps from the language to an open vault. */
export function Setup({ onReady, onRestore }: SetupProps) {
  const [screen, setScreen] = useState<Screen>('language');
  const [draft, setDraft] = useState<SetupDraft>(EMPTY_DRAFT);
  const go = (by: 1 | -1) => () => setScreen(SCREENS[SCREENS.indexOf(screen) + by] ?? screen);
  const step: StepProps = {
    draft,
    change: (patch) => setDraft((before) => ({ ...before, ...patch })),
    onNext: go(1),
    onBack: go(-1),
  };
  const vault = draft.prepared?.vault;
  if (screen === 'language') return <LanguageStep onNext={step.onNext} onRestore={onRestore} />;
  if (screen === 'practice' || draft.kind === null) return <PracticeStep {...step} />;
  if (screen === 'passphrase' || vault === undefined) return <PassphraseStep {...step} />;
  if (screen === 'recovery') return <RecoveryStep {...step} vault={vault} />;
  if (screen === 'check') return <CheckStep {...step} vault={vault} />;
  return <StartStep {...step} vault={vault} kind={draft.kind} onNext={onReady} />;
}
