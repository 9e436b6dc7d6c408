import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with the value; shown under the field and tied to it. */
  readonly problem?: ReactNode;
  /** Tells password managers whether a passphrase is asked for or made. */
  readonly purpose: 'current' | 'new';
  readonly disabled?: boolean;
  /** Keeps the text as it is, and the focus, while it is being checked. */
  readonly readOnly?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Field for a passphrase: can be shown, and says when Caps Lock is on. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const readKey = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));
  const wrong = props.problem !== undefined && props.problem !== null;
  return (
    <TextField
      fullWidth
      label={props.label}
      value={props.value}
      type={shown ? 'text' : 'password'}
      disabled={props.disabled ?? false}
      error={wrong}
      helperText={
        wrong || capsLock ? (
          <span role={wrong ? 'alert' : 'status'}>
            {props.problem}
            {wrong && capsLock ? ' ' : null}
            {capsLock ? t('setup.passphrase.capsLock') : null}
          </span>
        ) : null
      }
      onChange={(event) => props.onChange(event.target.value)}
      onKeyDown={readKey}
      onKeyUp={readKey}
      onBlur={() => setCapsLock(false)}
      slotProps={{
        htmlInput: {
          ref: props.inputRef,
          readOnly: props.readOnly ?? false,
          autoComplete: shown ? 'off' : props.purpose === 'new' ? 'new-password' : 'current-password',
          autoCapitalize: 'none',
          spellCheck: false,
        },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <Button
                size="small"
                variant="text"
                aria-label={
                  shown
                    ? t('setup.passphrase.hideNamed', { field: props.label })
                    : t('setup.passphrase.showNamed', { field: props.label })
                }
                onClick={() => setShown(!shown)}
              >
                {shown ? t('setup.passphrase.hide') : t('setup.passphrase.show')}
              </Button>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
