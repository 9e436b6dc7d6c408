import Button from '@mui/material/Button';
import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import InputAdornment from '@mui/material/InputAdornment';
import InputLabel from '@mui/material/InputLabel';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
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

/**
 * Field for a passphrase: can be shown, and says when Caps Lock is on. Made of its parts: MUI's `TextField` would bring
 * menus and dialogs to the lock screen.
 */
export function PassphraseField(props: PassphraseFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const readKey = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));
  const wrong = props.problem !== undefined && props.problem !== null;
  const helped = wrong || capsLock;
  return (
    <FormControl
      fullWidth
      disabled={props.disabled ?? false}
      error={wrong}
      onKeyDown={readKey}
      onKeyUp={readKey}
    >
      <InputLabel htmlFor={id}>{props.label}</InputLabel>
      <OutlinedInput
        id={id}
        label={props.label}
        type={shown ? 'text' : 'password'}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        onBlur={() => setCapsLock(false)}
        {...(props.inputRef === undefined ? {} : { inputRef: props.inputRef })}
        {...(helped ? { 'aria-describedby': `${id}-help` } : {})}
        slotProps={{
          input: {
            readOnly: props.readOnly ?? false,
            autoComplete: shown ? 'off' : props.purpose === 'new' ? 'new-password' : 'current-password',
            autoCapitalize: 'none',
            spellCheck: false,
          },
        }}
        endAdornment={
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
        }
      />
      {helped && (
        <FormHelperText id={`${id}-help`}>
          <span role={wrong ? 'alert' : 'status'}>
            {props.problem}
            {wrong && capsLock ? ' ' : null}
            {capsLock ? t('setup.passphrase.capsLock') : null}
          </span>
        </FormHelperText>
      )}
    </FormControl>
  );
}
