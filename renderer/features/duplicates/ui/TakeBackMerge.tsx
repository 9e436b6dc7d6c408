import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Unmerged, unmerge } from '#renderer/operations/duplicates/unmerge.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { notify } from '#renderer/ui/notices.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';
import type { Merge } from '#shared/domain/duplicate.ts';

interface TakeBackMergeProps {
  readonly merge: Merge;
  /** What the client was called that went into the other file. */
  readonly name: string;
}

/** Takes a merge back, after a yes. */
export function TakeBackMerge({ merge, name }: TakeBackMergeProps): ReactElement {
  const { t } = useTranslation();
  const title = useId();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const told = (result: Unmerged): void => {
    if (result.state !== 'done') {
      notify({ text: t(`duplicates.earlier.${result.state}`, { name }), tone: 'warning' });
      return;
    }
    const texts = [t('duplicates.earlier.took', { name })];
    if (result.kept > 0) texts.push(t('duplicates.earlier.kept', { count: result.kept }));
    notify({ text: texts.join(' '), ...(result.kept > 0 && { tone: 'warning' }) });
  };
  const take = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      told(await unmerge(merge));
      setAsking(false);
    } catch (thrown) {
      setFailure(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Writes>
        <Button onClick={() => setAsking(true)} aria-label={t('duplicates.earlier.undoOf', { name })}>
          {t('duplicates.earlier.undo')}
        </Button>
      </Writes>
      <Dialog open={asking} onClose={() => setAsking(false)} aria-labelledby={title} maxWidth="sm">
        <DialogTitle id={title}>{t('duplicates.earlier.confirmTitle', { name })}</DialogTitle>
        <DialogContent>
          <DialogContentText>{t('duplicates.earlier.confirm')}</DialogContentText>
          {failure !== null && <FailureMessage failure={failure} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
          <Button variant="contained" color="primary" autoFocus disabled={busy} onClick={() => void take()}>
            {t('duplicates.earlier.undo')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
