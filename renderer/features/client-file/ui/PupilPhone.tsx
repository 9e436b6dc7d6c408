import Link from '@mui/material/Link';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConsentGate } from '#renderer/entities/consent/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { Client } from '#shared/domain/client.ts';
import { lackingConsent } from '#shared/domain/consent.ts';
import { dayOf } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';

interface PupilPhoneProps {
  readonly client: Client;
  readonly phone: string;
}

/** The number of a pupil: covered until there is a consent to contact with them, or a reason to call without one. */
export function PupilPhone({ client, phone }: PupilPhoneProps): ReactElement {
  const { t } = useTranslation();
  const gate = useConsentGate();
  const [shown, setShown] = useState(false);
  const lacking = lackingConsent(client.consents, 'pupilContact', dayOf(systemClock.now())) !== null;
  if (phone === '' || shown || !lacking) return <>{phone}</>;
  const ask = async (): Promise<void> => setShown(await gate.ask(client, 'pupilContact'));
  return (
    <>
      <Link
        component="button"
        type="button"
        underline="hover"
        onClick={() => watched(ask(), t)}
        sx={{ typography: 'body2', textAlign: 'left' }}
      >
        {t('consent.showPhone')}
      </Link>
      {gate.dialog}
    </>
  );
}
