import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultHeader } from '#shared/formats/vault-header.ts';
import { platform } from '#renderer/platform/index.ts';
import { notify } from '#renderer/ui/notices.ts';
import { watched } from '#renderer/ui/watched.ts';
import { turnDeviceOff, turnDeviceOn } from '../../model/renew-keys.ts';
import { ConfirmPassphrase } from './ConfirmPassphrase.tsx';
import { KeyRow } from './KeyRow.tsx';

function useKeychain(): boolean | null {
  const [available, setAvailable] = useState<boolean | null>(null);
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      const status = await platform().device.status();
      if (!gone) setAvailable(status.ok && status.value.available);
    };
    void ask();
    return () => {
      gone = true;
    };
  }, []);
  return available;
}

/** Opening with this computer: never the only way, and only where there is a keychain that can be trusted. */
export function DeviceRow({
  slot,
  since,
  onChanged,
}: {
  readonly slot: VaultHeader['slots']['device'];
  readonly since: (at: number) => string;
  readonly onChanged: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const available = useKeychain();
  const [asking, setAsking] = useState(false);
  const off = async (): Promise<void> => {
    await turnDeviceOff();
    onChanged();
    notify({ text: t('security.device.isOff') });
  };
  return (
    <KeyRow
      title={t('security.device.title')}
      since={slot === undefined ? t('security.device.off') : since(slot.madeAt)}
      text={t('security.device.text')}
    >
      {slot === undefined && available === false && (
        <Typography sx={{ color: 'quiet' }}>{t('security.device.unavailable')}</Typography>
      )}
      {slot === undefined && available === true && (
        <Button onClick={() => setAsking(true)}>{t('security.device.turnOn')}</Button>
      )}
      {slot !== undefined && (
        <Button onClick={() => watched(off(), t)}>{t('security.device.turnOff')}</Button>
      )}
      {asking && (
        <ConfirmPassphrase
          title={t('security.device.turnOn')}
          text={t('security.device.warning')}
          action={t('security.device.turnOn')}
          run={turnDeviceOn}
          onClose={(done) => {
            setAsking(false);
            onChanged();
            if (done) notify({ text: t('security.device.isOn') });
          }}
        />
      )}
    </KeyRow>
  );
}
