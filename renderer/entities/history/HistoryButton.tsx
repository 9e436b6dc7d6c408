import Button from '@mui/material/Button';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HistoryDialog, type HistoryOf } from './HistoryDialog.tsx';

interface HistoryButtonProps extends HistoryOf {
  /** Called when a version was brought back: what the caller shows of the record is no longer so. */
  readonly onBroughtBack?: () => void;
}

/** Opens the history of a record. */
export function HistoryButton({ onBroughtBack, ...record }: HistoryButtonProps): ReactElement {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const close = (broughtBack: boolean): void => {
    setShown(false);
    if (broughtBack) onBroughtBack?.();
  };
  return (
    <>
      <Button onClick={() => setShown(true)}>{t('history.open')}</Button>
      {shown && <HistoryDialog {...record} onClose={close} />}
    </>
  );
}
