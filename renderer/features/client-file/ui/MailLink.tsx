import Link from '@mui/material/Link';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useConsentGate } from '#renderer/entities/consent/index.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { Client } from '#shared/domain/client.ts';
import type { CoveredAction } from '#shared/domain/consent.ts';

interface MailLinkProps {
  readonly client: Client;
  readonly address: string;
  /** What writing there is: contact with the client, or with the pupil. */
  readonly action: CoveredAction;
}

/** An e-mail address that opens the mail program; without the consent it needs the app asks first. */
export function MailLink({ client, address, action }: MailLinkProps): ReactElement {
  const { t } = useTranslation();
  const gate = useConsentGate();
  const write = async (): Promise<void> => {
    if (!(await gate.ask(client, action))) return;
    await value(
      platform().links.open({ url: `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}` }),
    );
  };
  return (
    <>
      <Link
        component="button"
        type="button"
        underline="hover"
        aria-label={t('consent.write', { address })}
        onClick={() => watched(write(), t)}
        sx={{ typography: 'body2', textAlign: 'left', overflowWrap: 'anywhere' }}
      >
        {address}
      </Link>
      {gate.dialog}
    </>
  );
}
