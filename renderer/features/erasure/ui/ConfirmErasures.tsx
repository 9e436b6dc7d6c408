import Box from '@mui/material/Box';
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

interface ConfirmErasuresProps {
  /** Whose files are to be erased. */
  readonly names: readonly string[];
  /** How many were erased before something failed. */
  readonly erased: number;
  readonly onErase: (naming: Naming) => Promise<void>;
  readonly onClose: () => void;
}

/** Says whose files are erased, and asks for their number: nobody erases by a slip of the hand. */
export function ConfirmErasures({ names, erased, onErase, onClose }: ConfirmErasuresProps): ReactElement {
  const { t } = useTranslation();
  const title = useId();
  const count = names.length;
  const [typed, setTyped] = useState('');
  const [naming, setNaming] = useState<Naming>('initials');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const erase = async (): Promise<void> => {
    const right = typed.trim() === String(count);
    setWrong(!right);
    if (busy || !right) return;
    setBusy(true);
    setFailure(null);
    try {
      await onErase(naming);
    } catch (thrown) {
      setFailure(thrown);
      setTyped('');
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
        <DialogTitle id={title}>{t('erasure.many.title', { count })}</DialogTitle>
        <DialogContent>
          <Stack spacing={4}>
            {failure !== null && <FailureMessage failure={failure} />}
            {erased > 0 && (
              <Typography role="status">{t('erasure.many.erased', { count: erased })}</Typography>
            )}
            <Box
              component="ul"
              tabIndex={0}
              aria-label={t('erasure.many.whose')}
              sx={{ m: 0, pl: 5, maxHeight: 160, overflow: 'auto' }}
            >
              {names.map((name, index) => (
                // Two clients may have one name.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={index}>{name}</li>
              ))}
            </Box>
            <Typography>{t('erasure.what')}</Typography>
            <Typography sx={{ fontWeight: 'fontWeightBold' }}>{t('erasure.noWayBack')}</Typography>
            <Typography>{t('erasure.many.backup')}</Typography>
            <NamingChoice naming={naming} name={names[0] ?? ''} onChange={setNaming} />
            <TextField
              label={t('erasure.many.type', { count })}
              value={typed}
              error={wrong}
              helperText={wrong ? <span role="alert">{t('erasure.many.wrong')}</span> : null}
              onChange={(event) => {
                setTyped(event.target.value);
                setWrong(false);
              }}
              slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off' } }}
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
