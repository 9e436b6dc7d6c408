import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { formatMoment } from '#shared/i18n/format.ts';
import type { RestoreCandidate } from '#shared/ipc/contract/backups.ts';
import { RestoreFrame } from './RestoreFrame.tsx';

interface DoneStepProps {
  readonly candidate: RestoreCandidate;
  readonly onUnlock: () => void;
}

/** The vault is in its place. */
export function DoneStep({ candidate, onUnlock }: DoneStepProps): ReactElement {
  const { t } = useTranslation();
  const moment = formatMoment(candidate.madeAt, useLanguage());
  return (
    <RestoreFrame
      title={t('restore.done.title')}
      explanation={t('restore.done.text', { moment })}
      onNext={onUnlock}
      nextLabel={t('restore.done.unlock')}
    />
  );
}
