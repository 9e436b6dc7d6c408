import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { notify } from '#renderer/ui/notices.ts';
import {
  EMPTY_PASSPHRASE,
  NewPassphraseFields,
  PassphraseField,
  useNewPassphrase,
} from '#renderer/ui/passphrase/index.ts';
import { renewPassphrase } from '../../model/change-passphrase.ts';

/** Changes the passphrase. The recovery sheet stays valid. */
export function PassphraseForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const [old, setOld] = useState('');
  const [draft, setDraft] = useState(EMPTY_PASSPHRASE);
  const [state, setState] = useState<'typing' | 'busy' | 'wrong'>('typing');
  const [failure, setFailure] = useState<unknown>(null);
  const oldField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (state === 'wrong') oldField.current?.select();
  }, [state]);
  const next = useNewPassphrase(draft, setDraft);
  const change = async (): Promise<void> => {
    if (state === 'busy' || !(await next.check())) return;
    setState('busy');
    setFailure(null);
    try {
      if ((await renewPassphrase(old, draft.first)) === 'wrong') {
        setState('wrong');
        return;
      }
      notify({ text: t('settings.passphrase.changed') });
      onDone();
    } catch (thrown) {
      setFailure(thrown);
      setState('typing');
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void change();
  };
  return (
    <Box component="form" onSubmit={submit} noValidate sx={{ display: 'grid', gap: 3, width: '100%' }}>
      {failure !== null && <FailureMessage failure={failure} />}
      <PassphraseField
        label={t('settings.passphrase.old')}
        purpose="current"
        value={old}
        inputRef={oldField}
        disabled={state === 'busy'}
        problem={state === 'wrong' ? t('settings.passphrase.wrong') : null}
        onChange={(text) => {
          setOld(text);
          setState('typing');
        }}
      />
      <NewPassphraseFields passphrase={next} disabled={state === 'busy'} />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" color="primary" disabled={state === 'busy'}>
          {t(state === 'busy' ? 'settings.passphrase.busy' : 'settings.passphrase.change')}
        </Button>
        <Button onClick={onDone} disabled={state === 'busy'}>
          {t('common.cancel')}
        </Button>
      </Box>
    </Box>
  );
}
