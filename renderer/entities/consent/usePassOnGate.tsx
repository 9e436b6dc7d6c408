import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/domain/client.ts';
import { useConsentGate } from './useConsentGate.tsx';

/** For paper that is the client's own, unless the user says that it is for somebody else: then a consent is needed. */
export function usePassOnGate(client: Client | undefined): {
  /** Where the user says so. */
  readonly choice: ReactElement;
  /** To be asked before the paper goes out. */
  readonly mayGo: () => Promise<boolean>;
  /** Has to be shown by the caller. */
  readonly dialog: ReactElement | null;
} {
  const { t } = useTranslation();
  const gate = useConsentGate();
  const [forOthers, setForOthers] = useState(false);
  return {
    choice: (
      <FormControlLabel
        label={t('consent.forOthers')}
        control={<Checkbox checked={forOthers} onChange={(event) => setForOthers(event.target.checked)} />}
      />
    ),
    mayGo: async () => !forOthers || client === undefined || gate.ask(client, 'passOn'),
    dialog: gate.dialog,
  };
}
