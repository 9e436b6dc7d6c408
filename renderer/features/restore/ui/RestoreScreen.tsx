import { type ReactElement, useState } from 'react';
import { useLanguage } from '#renderer/lib/language.ts';
import { platform } from '#renderer/platform/index.ts';
import type { RestoreCandidate } from '#shared/ipc/contract/backups.ts';
import type { Proof } from '../model/identities.ts';
import { DoneStep } from './DoneStep.tsx';
import { ProofStep } from './ProofStep.tsx';
import { WhereStep } from './WhereStep.tsx';
import { WhichStep } from './WhichStep.tsx';

type Step =
  | { readonly at: 'where' }
  | { readonly at: 'which' }
  | { readonly at: 'proof' }
  | { readonly at: 'done'; readonly proof: Proof['by'] };

interface RestoreScreenProps {
  /** There is a vault, and it is damaged: it is set aside. */
  readonly damaged: boolean;
  /** The vault is in its place and can be unlocked. */
  readonly onDone: () => void;
  /** Back to where this was offered. */
  readonly onBack: () => void;
}

/** The newest verified backup whose keys lie beside it; else the newest of all. */
const best = (candidates: readonly RestoreCandidate[]): RestoreCandidate | null =>
  candidates.find(({ verified, keyring }) => verified && keyring) ??
  candidates.find(({ keyring }) => keyring) ??
  candidates[0] ??
  null;

/** Restores a vault on a machine that has none, or a damaged one: where it is, which, the proof, then it is there. */
export function RestoreScreen({ damaged, onDone, onBack }: RestoreScreenProps): ReactElement {
  const language = useLanguage();
  const [step, setStep] = useState<Step>({ at: 'where' });
  const [candidates, setCandidates] = useState<readonly RestoreCandidate[]>([]);
  const [chosen, setChosen] = useState<RestoreCandidate | null>(null);
  const finish = async (): Promise<void> => {
    // Chosen on this very screen, perhaps; when it cannot be kept, the system's language comes next time.
    await platform().settings.write({ language, languageChosen: true });
    onDone();
  };
  if (step.at === 'where' || chosen === null) {
    return (
      <WhereStep
        damaged={damaged}
        onBack={onBack}
        onChosen={(found) => {
          setCandidates(found);
          setChosen(best(found));
          setStep({ at: 'which' });
        }}
      />
    );
  }
  switch (step.at) {
    case 'which':
      return (
        <WhichStep
          candidates={candidates}
          chosen={chosen}
          onChoose={setChosen}
          onBack={() => setStep({ at: 'where' })}
          onNext={() => setStep({ at: 'proof' })}
        />
      );
    case 'proof':
      return (
        <ProofStep
          candidate={chosen}
          damaged={damaged}
          onBack={() => setStep({ at: 'which' })}
          onInstalled={(proof) => setStep({ at: 'done', proof })}
        />
      );
    case 'done':
      return <DoneStep candidate={chosen} onUnlock={() => void finish()} />;
    default:
      return step satisfies never;
  }
}
