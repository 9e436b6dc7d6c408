import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField, { type TextFieldProps } from '@mui/material/TextField';
import { type FormEvent, type ReactElement, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import type { Naming } from '../model/certificate.ts';
import { NamingChoice } from './NamingChoice.tsx';

interface ErasureFormProps {
  readonly title: string;
  /** A name that shows what naming means. */
  readonly name: string;
  /** What is asked for: nobody erases by a slip of the hand. */
  readonly label: string;
  /** Whether what was typed is what was asked for. */
  readonly isRight: (typed: string) => boolean;
  /** What is said when it is not. */
  readonly wrongText: string;
  readonly input: NonNullable<NonNullable<TextFieldProps['slotProps']>['htmlInput']>;
  /** What is to be known before. */
  readonly children: ReactNode;
  /** Rejects when something failed; then it may be tried again. */
  readonly onErase: (naming: Naming) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for something to be typed before anything is erased, and how the certificate is to name the client. */
export function ErasureForm(props: ErasureFormProps): ReactElement {
  const { title, name, label, isRight, wrongText, input, children, onErase, onClose } = props;
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [naming, setNaming] = useState<Naming>('initials');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const erase = async (): Promise<void> => {
    if (busy) return;
    setWrong(!isRight(typed));
    if (!isRight(typed)) return;
    setBusy(true);
    setFailure(null);
    try {
      await onErase(naming);
    } catch (thrown) {
      setFailure(thrown);
      // What is left is asked for anew.
      setTyped('');
      setBusy(false);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void erase();
  };
  return (
    <Dialog open onClose={busy ? undefined : onClose} aria-labelledby={id} maxWidth="sm" fullWidth>
      <form onSubmit={submit} noValidate>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          <Stack spacing={4}>
            {failure !== null && <FailureMessage failure={failure} />}
            {children}
            <NamingChoice naming={naming} name={name} onChange={setNaming} />
            <TextField
              label={label}
              value={typed}
              error={wrong}
              helperText={wrong ? <span role="alert">{wrongText}</span> : null}
              onChange={(event) => {
                setTyped(event.target.value);
                setWrong(false);
              }}
              slotProps={{ htmlInput: input }}
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
