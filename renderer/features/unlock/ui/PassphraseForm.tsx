import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Door, OpenedDoor } from '#renderer/db/index.ts';
import { markMoment } from '#renderer/lib/moments.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { PassphraseField } from '#renderer/ui/passphrase/index.ts';
import { inside } from '../model/inside.ts';
import type { Attempts } from '../model/use-attempts.ts';
import { vaultSign } from '../model/vault-sign.ts';
import { DeviceButton } from './DeviceButton.tsx';
import { Frame } from '#renderer/ui/Frame.tsx';

interface PassphraseFormProps {
  readonly door: Door;
  readonly attempts: Attempts;
  readonly repaired: boolean;
  readonly onOpened: (opened: OpenedDoor) => Promise<void>;
  readonly onForgotten: () => void;
}

/** Asks for the passphrase. What was typed stays in the field when it was wrong. */
export function PassphraseForm({ door, attempts, repaired, onOpened, onForgotten }: PassphraseFormProps) {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<'empty' | 'wrong' | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const field = useRef<HTMLInputElement>(null);
  const { failures, waitSeconds } = attempts;
  const waiting = waitSeconds > 0;

  useLayoutEffect(() => field.current?.focus(), []);
  useEffect(() => markMoment('locked'), []);
  useEffect(() => {
    if (problem !== null && !busy) field.current?.select();
  }, [problem, busy]);

  const attempt = async (): Promise<void> => {
    setFailure(null);
    setProblem(passphrase === '' ? 'empty' : null);
    if (passphrase === '' || busy || waiting) return;
    setBusy(true);
    try {
      const { openDoor, unlockWithPassphrase } = await inside();
      const opened = await openDoor(door, (header) => unlockWithPassphrase(header, passphrase));
      if (opened === null) {
        await attempts.report(false);
        // Said when the next try counts: a key struck at the sight of it must not be lost.
        setProblem('wrong');
      } else {
        // Who has the right passphrase is not kept out because the count could not be set back.
        await attempts.report(true).catch(() => undefined);
        await onOpened(opened);
      }
    } catch (thrown) {
      setFailure(thrown);
    }
    setBusy(false);
  };
  return (
    <Frame
      title={t('unlock.question')}
      sign={t('unlock.vault', { vault: vaultSign(door.header) })}
      onSubmit={() => void attempt()}
    >
      {repaired ? <Alert severity="info">{t('unlock.repaired')}</Alert> : null}
      <PassphraseField
        label={t('unlock.passphrase')}
        purpose="current"
        value={passphrase}
        inputRef={field}
        readOnly={busy}
        problem={problem === null ? null : t(`unlock.${problem}`)}
        onChange={(typed) => {
          setProblem(null);
          setPassphrase(typed);
        }}
      />
      <Stack spacing={1}>
        {failures > 0 ? (
          <Typography sx={{ color: 'quiet' }}>{t('unlock.failures', { count: failures })}</Typography>
        ) : null}
        {/* Not a live region: a screen reader would say every second. */}
        {waiting ? <Typography>{t('unlock.wait', { count: waitSeconds })}</Typography> : null}
        <Typography component="output">{busy ? t('unlock.checking') : null}</Typography>
      </Stack>
      <DeviceButton door={door} disabled={busy} onOpened={onOpened} onFailure={setFailure} />
      {failure === null ? null : <FailureMessage failure={failure} onRetry={() => void attempt()} />}
      <Stack direction="row" spacing={3} sx={{ justifyContent: 'space-between', flexWrap: 'wrap' }}>
        <Button variant="text" onClick={onForgotten} disabled={busy} sx={{ ml: -2 }}>
          {t('unlock.forgotten')}
        </Button>
        <Button type="submit" variant="contained" color="primary" disabled={busy || waiting}>
          {t('unlock.submit')}
        </Button>
      </Stack>
    </Frame>
  );
}
