import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import type { Naming } from '../model/certificate.ts';
import { NamingChoice } from './NamingChoice.tsx';

const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

/** Says what an erasure is, and asks for the client's name: nobody erases by a slip of the hand. */
export function ConfirmErasure({
  name,
  onErase,
  onClose,
}: {
  readonly name: string;
  readonly onErase: (naming: Naming) => Promise<void>;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const title = useId();
  const [typed, setTyped] = useState('');
  const [naming, setNaming] = useState<Naming>('initials');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const erase = async (): Promise<void> => {
    if (busy) return;
    setWrong(plain(typed) !== plain(name));
    if (plain(typed) !== plain(name)) return;
    setBusy(true);
    setFailure(null);
    try {
      await onErase(naming);
    } catch (thrown) {
      setFailure(thrown);
      setBusy(false);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void erase();
  };
  return (
    <Dialog open onClose={busy ? undefined : onClose} aria-labelledby={title} maxWidth="sm" fullWidth>
      <form onSubmit={submit} noValidate>
        <DialogTitle id={title}>{t('erasure.title', { name })}</DialogTitle>
        <DialogContent>
          <Stack spacing={4}>
            {failure !== null && <FailureMessage failure={failure} />}
            <Typography>{t('erasure.what')}</Typography>
            <Typography sx={{ fontWeight: 'fontWeightBold' }}>{t('erasure.noWayBack')}</Typography>
            <Typography>{t('erasure.outside')}</Typography>
            <NamingChoice naming={naming} name={name} onChange={setNaming} />
            <TextField
              label={t('erasure.type', { name })}
              value={typed}
              error={wrong}
              helperText={wrong ? <span role="alert">{t('erasure.wrong')}</span> : null}
              onChange={(event) => {
                setTyped(event.target.value);
                setWrong(false);
              }}
              slotProps={{ htmlInput: { autoComplete: 'off', spellCheck: false } }}
            />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" variant="contained" color="error" disabled={busy}>
            {t(busy ? 'erasure.busy' : 'erasure.action')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
