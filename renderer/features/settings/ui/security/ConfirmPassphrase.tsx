import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type FormEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultKey } from '#renderer/db/index.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { PassphraseField } from '#renderer/ui/passphrase/index.ts';
import { keyFor } from '../../model/renew-keys.ts';

/** Asks for the passphrase before something is done with the keys: an open vault is not yet its owner at the desk. */
export function ConfirmPassphrase({
  title,
  text,
  action,
  run,
  onClose,
}: {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly run: (vaultKey: VaultKey) => Promise<void>;
  readonly onClose: (done: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const [passphrase, setPassphrase] = useState('');
  const [state, setState] = useState<'typing' | 'busy' | 'wrong'>('typing');
  const [failure, setFailure] = useState<unknown>(null);
  const confirm = async (): Promise<void> => {
    if (state === 'busy') return;
    setState('busy');
    setFailure(null);
    try {
      const key = await keyFor(passphrase);
      if (key === null) {
        setState('wrong');
        return;
      }
      await run(key);
      onClose(true);
    } catch (thrown) {
      setFailure(thrown);
      setState('typing');
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void confirm();
  };
  return (
    <Dialog open onClose={() => onClose(false)} aria-labelledby={id} maxWidth="sm" fullWidth>
      <form onSubmit={submit} noValidate>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          <Stack spacing={4}>
            {failure !== null && <FailureMessage failure={failure} />}
            <Typography>{text}</Typography>
            <PassphraseField
              label={t('unlock.passphrase')}
              purpose="current"
              value={passphrase}
              inputRef={field}
              readOnly={state === 'busy'}
              problem={state === 'wrong' ? t('security.wrong') : null}
              onChange={(typed) => {
                setPassphrase(typed);
                setState('typing');
              }}
            />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={() => onClose(false)}>{t('common.cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" disabled={state === 'busy'}>
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
