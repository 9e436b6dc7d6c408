import Dialog from '@mui/material/Dialog';
import { type ReactElement, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '#renderer/ui/notices.ts';
import { backupSets, type BackupSet } from '#renderer/entities/backup/index.ts';
import type { BackupContents, RestoreOutcome } from '#renderer/operations/restore.ts';
import type { ListedBackup } from '#shared/ipc/contract/backups.ts';
import type { Choice } from '../model/choice.ts';
import { ChooseStep } from './wizard/ChooseStep.tsx';
import { ConfirmStep } from './wizard/ConfirmStep.tsx';
import { ContentsStep } from './wizard/ContentsStep.tsx';
import { DoneStep } from './wizard/DoneStep.tsx';
import { FailedStep } from './wizard/FailedStep.tsx';
import { WorkStep } from './wizard/WorkStep.tsx';

type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'contents' }
  | { readonly at: 'confirm'; readonly contents: BackupContents; readonly choice: Choice }
  | { readonly at: 'work'; readonly contents: BackupContents; readonly choice: Choice }
  | { readonly at: 'failed'; readonly failure: unknown }
  | {
      readonly at: 'done';
      readonly contents: BackupContents;
      readonly choice: Choice;
      readonly plan: RestoreOutcome;
    };

interface RestoreWizardProps {
  readonly list: readonly ListedBackup[];
  readonly onClose: () => void;
}

/** Leads from a backup to a vault, or one client file, as it was then. Escape leaves it at every step but the work itself. */
export function RestoreWizard({ list, onClose }: RestoreWizardProps): ReactElement {
  const { t } = useTranslation();
  const title = useId();
  const sets = useMemo(() => backupSets(list), [list]);
  const [chosen, setChosen] = useState<BackupSet | null>(
    () => sets.find(({ verified }) => verified) ?? sets[0] ?? null,
  );
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const close = (): void => {
    if (step.at !== 'work') onClose();
  };
  const common = { titleId: title, onCancel: onClose };
  const content = (): ReactElement => {
    if (step.at === 'choose' || chosen === null) {
      return (
        <ChooseStep
          {...common}
          sets={sets}
          chosen={chosen}
          onChoose={setChosen}
          onNext={() => setStep({ at: 'contents' })}
        />
      );
    }
    switch (step.at) {
      case 'contents':
        return (
          <ContentsStep
            {...common}
            backup={chosen}
            onBack={() => setStep({ at: 'choose' })}
            onNext={(contents, choice) => setStep({ at: 'confirm', contents, choice })}
          />
        );
      case 'confirm':
        return (
          <ConfirmStep
            {...common}
            {...step}
            backup={chosen}
            onBack={() => setStep({ at: 'contents' })}
            onNext={() => setStep({ ...step, at: 'work' })}
          />
        );
      case 'work':
        return (
          <WorkStep
            {...step}
            titleId={title}
            backup={chosen}
            onCancelled={() => {
              notify({ text: t('backups.wizard.cancelled') });
              onClose();
            }}
            onFailed={(failure) => setStep({ at: 'failed', failure })}
            onDone={(plan) => setStep({ ...step, at: 'done', plan })}
          />
        );
      case 'failed':
        return <FailedStep {...common} failure={step.failure} />;
      case 'done':
        return <DoneStep {...common} {...step} />;
      default:
        return step satisfies never;
    }
  };
  return (
    <Dialog open onClose={close} aria-labelledby={title} maxWidth="sm" fullWidth>
      {content()}
    </Dialog>
  );
}
