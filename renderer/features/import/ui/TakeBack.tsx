import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useImports } from '#renderer/entities/import/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { undoImport } from '#renderer/operations/import/undo-import.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { notify } from '#renderer/ui/notices.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { formatNumber } from '#shared/i18n/format.ts';

interface TakeBackProps {
  readonly importId: RecordId;
  readonly label: string;
  /** What a screen reader says where the label alone does not tell which import it is. */
  readonly name?: string;
}

/** Takes an import back, after a yes. Not there when that was done already. */
export function TakeBack({ importId, label, name }: TakeBackProps): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = useId();
  const there = useImports()?.find(({ id }) => id === importId);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const take = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const { removed, restored, kept } = await undoImport(importId);
      const count = (value: number) => ({ count: value, number: formatNumber(value, language) });
      const texts = [t('imports.earlier.took', count(removed + restored))];
      if (kept > 0) texts.push(t('imports.earlier.kept', count(kept)));
      notify({ text: texts.join(' '), ...(kept > 0 && { tone: 'warning' }) });
      setAsking(false);
    } catch (thrown) {
      setFailure(thrown);
    } finally {
      setBusy(false);
    }
  };
  if (!there || there.undoneAt !== null) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)} {...(name !== undefined && { 'aria-label': name })}>
        {label}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} aria-labelledby={title} maxWidth="sm">
        <DialogTitle id={title}>{t('imports.earlier.confirmTitle')}</DialogTitle>
        <DialogContent>
          <DialogContentText>{t('imports.earlier.confirm')}</DialogContentText>
          {failure !== null && <FailureMessage failure={failure} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
          <Button variant="contained" color="primary" autoFocus disabled={busy} onClick={() => void take()}>
            {t('imports.earlier.undo')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
