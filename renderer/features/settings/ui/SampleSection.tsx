import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { doUndoably } from '#renderer/entities/history/index.ts';
import { backUpBefore } from '#renderer/operations/backups.ts';
import { removeSample } from '#renderer/operations/sample-practice.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { Section } from '#renderer/ui/Section.tsx';

function ConfirmRemoval({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const title = useId();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const remove = async (): Promise<void> => {
    setBusy(true);
    try {
      await backUpBefore('beforeDelete');
      const action = await removeSample();
      doUndoably(() => Promise.resolve(action), t('settings.sample.removed'), t);
      onClose();
    } catch (thrown) {
      setFailure(thrown);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} maxWidth="sm" fullWidth>
      <DialogTitle id={title}>{t('settings.sample.remove')}</DialogTitle>
      <DialogContent>
        {failure !== null && <FailureMessage failure={failure} />}
        <Typography>{t('settings.sample.question')}</Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button variant="contained" color="error" disabled={busy} onClick={() => void remove()}>
          {t('settings.sample.remove')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Takes the made-up practice out of the vault. Not there when there is none. */
export function SampleSection(): ReactElement | null {
  const { t } = useTranslation();
  const practice = usePractice();
  const [asking, setAsking] = useState(false);
  if (practice?.sample !== true) return null;
  return (
    <Section title={t('settings.sample.title')} text={t('settings.sample.text')} writes>
      <div>
        <Button onClick={() => setAsking(true)}>{t('settings.sample.remove')}</Button>
      </div>
      {asking && <ConfirmRemoval onClose={() => setAsking(false)} />}
    </Section>
  );
}
