import Box from '@mui/material/Box';
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
import { audit, vault } from '#renderer/db/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { submitByKeys } from '#renderer/ui/submit-by-keys.ts';
import type { Client } from '#shared/domain/client.ts';
import {
  COVERED_ACTIONS,
  type CoveredAction,
  type LackingConsent,
  OVERRIDE_REASONS,
  type OverrideReason,
} from '#shared/domain/consent.ts';
import { formatNumber } from '#shared/i18n/format.ts';

/** A client with whom something is not to be done without further ado. */
export interface LackingClient {
  readonly client: Client;
  readonly lacking: LackingConsent;
}

/** How it goes on: with everybody, for a reason; without those who lack a consent; not at all. */
export type ConsentAnswer = 'override' | 'leaveOut' | 'cancel';

const LEAVE_OUT = 'leaveOut';
/** Names that are listed; how many there are in all is said above. */
const MOST_LISTED = 100;

/** Tells in the activity log with whom something is done without a consent, and why. */
const tellOverride = (
  lacking: readonly LackingClient[],
  covered: CoveredAction,
  reason: OverrideReason,
): Promise<void> =>
  vault().commit(async (change) => {
    for (const { client, lacking: what } of lacking)
      await audit(change, 'consentOverridden', {
        covered,
        reason,
        state: what.state,
        fileId: client.fileId,
      });
  });

/** Who lacks what. */
function LackingList({ lacking }: { readonly lacking: readonly LackingClient[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <Box
      component="ul"
      // Scrolled by keys too.
      tabIndex={0}
      aria-label={t('consent.who')}
      sx={{ m: 0, p: 2, border: 1, borderColor: 'line', maxHeight: 180, overflow: 'auto', listStyle: 'none' }}
    >
      {lacking.slice(0, MOST_LISTED).map(({ client, lacking: { state } }) => (
        <Box component="li" key={client.fileId} sx={{ display: 'flex', gap: 3, typography: 'body2' }}>
          <Box component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            {client.name}
          </Box>
          <Box component="span" sx={{ color: 'quiet' }}>
            {t(`consent.short.${state}`)}
          </Box>
        </Box>
      ))}
      {lacking.length > MOST_LISTED && <li>…</li>}
    </Box>
  );
}

interface ConsentDialogProps {
  readonly action: CoveredAction;
  readonly lacking: readonly LackingClient[];
  /** With how many it was to be done. */
  readonly total: number;
  readonly onAnswer: (answer: ConsentAnswer) => void;
}

/** Says which consents are lacking, and asks how to go on. */
export function ConsentDialog({ action, lacking, total, onAnswer }: ConsentDialogProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = useId();
  const canLeaveOut = lacking.length < total;
  const [chosen, setChosen] = useState<OverrideReason | typeof LEAVE_OUT | null>(
    canLeaveOut ? LEAVE_OUT : null,
  );
  const [failure, setFailure] = useState<unknown>(null);
  const kinds = new Intl.ListFormat(language, { type: 'disjunction' }).format(
    COVERED_ACTIONS[action].map((kind) => t(`domain.consent.${kind}`)),
  );
  const goOn = async (): Promise<void> => {
    if (chosen === null) return;
    if (chosen === LEAVE_OUT) return onAnswer('leaveOut');
    try {
      // Told before it is done: what cannot be told is not done.
      await tellOverride(lacking, action, chosen);
      onAnswer('override');
    } catch (thrown) {
      setFailure(thrown);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void goOn();
  };
  const [only] = lacking;
  const count = lacking.length;
  return (
    <Dialog
      open
      onKeyDown={submitByKeys}
      onClose={() => onAnswer('cancel')}
      aria-labelledby={title}
      fullWidth
      maxWidth="xs"
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={title}>{t(`consent.title.${action}`)}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4 }}>
          {failure !== null && <FailureMessage failure={failure} />}
          {total === 1 && only ? (
            <Typography>
              {t(`consent.state.${only.lacking.state}`, { name: only.client.name, kinds })}
            </Typography>
          ) : (
            <>
              <Typography>
                {t('consent.several', { count, number: formatNumber(count, language), kinds })}
              </Typography>
              <LackingList lacking={lacking} />
            </>
          )}
          <FormControl>
            <FormLabel>{t(canLeaveOut ? 'consent.how' : 'consent.reason.label')}</FormLabel>
            <RadioGroup
              value={chosen ?? ''}
              onChange={(_, value) =>
                setChosen(
                  value === LEAVE_OUT
                    ? LEAVE_OUT
                    : (OVERRIDE_REASONS.find((reason) => reason === value) ?? null),
                )
              }
            >
              {canLeaveOut && (
                <FormControlLabel
                  value={LEAVE_OUT}
                  label={t('consent.leaveOut')}
                  control={<Radio autoFocus />}
                />
              )}
              {OVERRIDE_REASONS.map((one, at) => (
                <FormControlLabel
                  key={one}
                  value={one}
                  label={
                    canLeaveOut
                      ? t('consent.withThem', { reason: t(`consent.reason.${one}`) })
                      : t(`consent.reason.${one}`)
                  }
                  control={<Radio autoFocus={!canLeaveOut && at === 0} />}
                />
              ))}
            </RadioGroup>
          </FormControl>
          <Typography variant="body2" sx={{ color: 'quiet' }}>
            {t('consent.logged')}
          </Typography>
        </DialogContent>
        <DialogActions>
          <Button onClick={() => onAnswer('cancel')}>{t('common.cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" disabled={chosen === null}>
            {t('consent.goOn')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
