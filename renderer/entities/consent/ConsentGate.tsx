import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auditNow } from '#renderer/db/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import type { Client } from '#shared/domain/client.ts';
import {
  type CoveredAction,
  type LackingConsent,
  lackingConsent,
  OVERRIDE_REASONS,
  type OverrideReason,
} from '#shared/domain/consent.ts';
import { dayOf } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';

interface Asked {
  readonly client: Client;
  readonly action: CoveredAction;
  readonly lacking: LackingConsent;
  readonly answer: (goOn: boolean) => void;
}

function AskDialog({ client, action, lacking, answer }: Asked): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = useId();
  const [reason, setReason] = useState<OverrideReason | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const kinds = new Intl.ListFormat(language, { type: 'disjunction' }).format(
    lacking.kinds.map((kind) => t(`domain.consent.${kind}`)),
  );
  const goOn = async (): Promise<void> => {
    if (reason === null) return;
    try {
      // Told before it is done: what cannot be told is not done.
      await auditNow('consentOverridden', {
        covered: action,
        reason,
        state: lacking.state,
        fileId: client.fileId,
      });
      answer(true);
    } catch (thrown) {
      setFailure(thrown);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void goOn();
  };
  return (
    <Dialog open onClose={() => answer(false)} aria-labelledby={title} fullWidth maxWidth="xs">
      <form onSubmit={submit} noValidate>
        <DialogTitle id={title}>{t(`consent.title.${action}`)}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4 }}>
          {failure !== null && <FailureMessage failure={failure} />}
          <Typography>{t(`consent.state.${lacking.state}`, { name: client.name, kinds })}</Typography>
          <FormControl>
            <FormLabel>{t('consent.reason.label')}</FormLabel>
            <RadioGroup
              value={reason ?? ''}
              onChange={(_, chosen) => setReason(OVERRIDE_REASONS.find((one) => one === chosen) ?? null)}
            >
              {OVERRIDE_REASONS.map((one, at) => (
                <FormControlLabel
                  key={one}
                  value={one}
                  label={t(`consent.reason.${one}`)}
                  control={<Radio autoFocus={at === 0} />}
                />
              ))}
            </RadioGroup>
          </FormControl>
          <Typography variant="body2" sx={{ color: 'quiet' }}>
            {t('consent.logged')}
          </Typography>
        </DialogContent>
        <DialogActions>
          <Button onClick={() => answer(false)}>{t('common.cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" disabled={reason === null}>
            {t('consent.goOn')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/**
 * Asks before something is done with a client that needs a consent which does not hold. `ask` answers whether to go on: at once
 * when nothing is lacking, else when the user has chosen a reason, which is told in the activity log. `dialog` has to be
 * shown by the caller.
 */
export function useConsentGate(): {
  readonly ask: (client: Client, action: CoveredAction) => Promise<boolean>;
  readonly dialog: ReactElement | null;
} {
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = (client: Client, action: CoveredAction): Promise<boolean> => {
    const lacking = lackingConsent(client.consents, action, dayOf(systemClock.now()));
    if (lacking === null) return Promise.resolve(true);
    return new Promise((resolve) => {
      setAsked({
        client,
        action,
        lacking,
        answer: (goOn) => {
          setAsked(null);
          resolve(goOn);
        },
      });
    });
  };
  return { ask, dialog: asked && <AskDialog {...asked} /> };
}
