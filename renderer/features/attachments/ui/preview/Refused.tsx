import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { Refusal } from '../../model/use-content.ts';

interface RefusedProps {
  readonly why: Refusal;
  readonly onSave: () => void;
}

/** Says why a document is not shown, and what can be done with it all the same. */
export function Refused({ why, onSave }: RefusedProps): ReactElement {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t(`attachments.preview.${why}.title`)}
      text={t(`attachments.preview.${why}.text`)}
      action={<Button onClick={onSave}>{t('attachments.saveAs')}</Button>}
    />
  );
}
