import Button from '@mui/material/Button';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, formatLongDay } from '#shared/i18n/format.ts';
import { vaultHeader } from '#renderer/db/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { DeviceRow } from './DeviceRow.tsx';
import { KeyRow } from './KeyRow.tsx';
import { PassphraseForm } from './PassphraseForm.tsx';
import { RenewKeysDialog, type RenewPurpose } from './RenewKeysDialog.tsx';

/** Everything that opens the vault: passphrase, recovery sheet, this computer, and the key itself. */
export function SecuritySection(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [header, setHeader] = useState(vaultHeader);
  const [passphrase, setPassphrase] = useState(false);
  const [renewing, setRenewing] = useState<RenewPurpose | null>(null);
  const refresh = (): void => setHeader(vaultHeader());
  const since = (at: number): string => t('security.since', { day: formatLongDay(dayOf(at), language) });
  const { slots, createdAt, epoch } = header;
  return (
    <Section title={t('security.title')} text={t('security.text')} writes>
      <KeyRow
        title={t('security.passphrase.title')}
        since={since(slots.passphrase.madeAt)}
        text={t('security.passphrase.text')}
      >
        {passphrase ? (
          <PassphraseForm
            onDone={() => {
              setPassphrase(false);
              refresh();
            }}
          />
        ) : (
          <Button onClick={() => setPassphrase(true)}>{t('settings.passphrase.change')}</Button>
        )}
      </KeyRow>
      <KeyRow
        title={t('security.sheet.title')}
        since={since(slots.recovery.madeAt)}
        text={t('security.sheet.text')}
      >
        <Button onClick={() => setRenewing('sheet')}>{t('security.sheet.action')}</Button>
      </KeyRow>
      <DeviceRow slot={slots.device} since={since} onChanged={refresh} />
      <KeyRow
        title={t('security.rotation.title')}
        since={
          epoch === 0
            ? t('security.rotation.never', { day: formatLongDay(dayOf(createdAt), language) })
            : t('security.rotation.times', { count: epoch })
        }
        text={t('security.rotation.text')}
      >
        <Button onClick={() => setRenewing('rotation')}>{t('security.rotation.action')}</Button>
      </KeyRow>
      {renewing !== null && (
        <RenewKeysDialog
          purpose={renewing}
          onClose={() => {
            setRenewing(null);
            refresh();
          }}
        />
      )}
    </Section>
  );
}
