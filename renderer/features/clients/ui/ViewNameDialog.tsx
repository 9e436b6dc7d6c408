import TextField from '@mui/material/TextField';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { SaveDialog } from '#renderer/ui/SaveDialog.tsx';

interface ViewNameDialogProps {
  /** What the view is called now; empty for a new one. */
  readonly name: string;
  /** Keeps the name. Rejects when it could not be stored. */
  readonly onName: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks what a view of the register is to be called. */
export function ViewNameDialog({ name, onName, onClose }: ViewNameDialogProps): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(name);
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const save = (): void => {
    const chosen = typed.trim().normalize('NFC');
    setMissing(chosen === '');
    if (chosen !== '') onName(chosen).catch(setFailure);
  };
  return (
    <SaveDialog title={t('register.view.keepTitle')} onSave={save} onClose={onClose}>
      {failure !== null && <FailureMessage failure={failure} />}
      <TextField
        autoFocus
        fullWidth
        required
        label={t('common.name')}
        value={typed}
        error={missing}
        helperText={missing ? t('register.view.nameMissing') : t('register.view.nameHint')}
        onChange={(event) => setTyped(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
    </SaveDialog>
  );
}
