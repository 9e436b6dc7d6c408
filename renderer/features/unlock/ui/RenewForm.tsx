import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultHeader } from '#shared/formats/vault-header.ts';
import { changePassphrase, type OpenedDoor } from '#renderer/db/index.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { EMPTY_PASSPHRASE, NewPassphraseFields, useNewPassphrase } from '#renderer/ui/passphrase/index.ts';
import { Frame } from '#renderer/ui/Frame.tsx';

interface RenewFormProps {
  readonly opened: OpenedDoor;
  /** Gets the header that the new passphrase opens. */
  readonly onRenewed: (header: VaultHeader) => Promise<void>;
}

/** Asks for a new passphrase after the recovery words were right: who used them has no passphrase any more. */
export function RenewForm({ opened, onRenewed }: RenewFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(EMPTY_PASSPHRASE);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const passphrase = useNewPassphrase(draft, setDraft);
  const fields = useRef<HTMLDivElement>(null);
  // Before it is painted: what is typed at first sight belongs here.
  useLayoutEffect(() => fields.current?.querySelector('input')?.focus(), []);

  const renew = async (): Promise<void> => {
    if (busy || !(await passphrase.check())) return;
    setBusy(true);
    setFailure(null);
    try {
      const renewed = await changePassphrase(opened.header, opened.vaultKey, draft.first);
      await onRenewed(renewed);
    } catch (thrown) {
      setFailure(thrown);
    }
    setBusy(false);
  };
  return (
    <Frame title={t('unlock.renew.question')} onSubmit={() => void renew()}>
      <Typography sx={{ color: 'quiet' }}>{t('unlock.renew.explanation')}</Typography>
      <div ref={fields}>
        <NewPassphraseFields passphrase={passphrase} disabled={busy} />
      </div>
      <Typography component="output">{busy ? t('unlock.renew.busy') : null}</Typography>
      {failure === null ? null : <FailureMessage failure={failure} onRetry={() => void renew()} />}
      <Stack direction="row" sx={{ justifyContent: 'flex-end' }}>
        <Button type="submit" variant="contained" color="primary" disabled={busy}>
          {t('unlock.renew.submit')}
        </Button>
      </Stack>
    </Frame>
  );
}
