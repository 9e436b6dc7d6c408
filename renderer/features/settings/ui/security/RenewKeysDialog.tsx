import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type FormEvent, type ReactElement, type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { recoverySheet, vaultSign } from '#shared/documents/recovery-sheet.ts';
import { dayOf } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { vaultHeader } from '#renderer/db/index.ts';
import { PaperPanel } from '#renderer/entities/paper/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { PassphraseField } from '#renderer/ui/passphrase/index.ts';
import { CheckFields } from '#renderer/ui/recovery-words/index.ts';
import { type RenewKeys, type RenewPurpose, useRenewKeys } from './useRenewKeys.ts';

export type { RenewPurpose } from './useRenewKeys.ts';

/** Puts the focus into the first field of what has just appeared. */
function useFirstField() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  return box;
}

function PassphraseStep({ renew, purpose }: { readonly renew: RenewKeys; readonly purpose: RenewPurpose }) {
  const { t } = useTranslation();
  const box = useFirstField();
  return (
    <Stack spacing={4} ref={box}>
      {([1, 2, 3] as const).map((line) => (
        <Typography key={line}>{t(`security.${purpose}.explain${line}`)}</Typography>
      ))}
      <PassphraseField
        label={t('unlock.passphrase')}
        purpose="current"
        value={renew.passphrase}
        readOnly={renew.busy}
        problem={renew.wrong ? t('security.wrong') : null}
        onChange={renew.typePassphrase}
      />
    </Stack>
  );
}

function SheetStep({ renew }: { readonly renew: RenewKeys }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { vaultId } = vaultHeader();
  const { words } = renew;
  const sheet = useMemo(
    () => recoverySheet(words, vaultId, dayOf(systemClock.now()), language),
    [words, vaultId, language],
  );
  return (
    <Box sx={{ height: '100%', border: 1, borderColor: 'divider' }}>
      <PaperPanel
        document={sheet}
        suggestedName={t('setup.recovery.fileName', { vault: vaultSign(vaultId) })}
        label={t('setup.recovery.preview')}
        onOut={renew.handOut}
        side={
          <Stack spacing={3}>
            <Typography>{t('security.sheet.keepOld')}</Typography>
            <Typography component="output">{renew.handedOut ? t('setup.recovery.out') : null}</Typography>
          </Stack>
        }
      />
    </Box>
  );
}

function CheckStep({ renew, purpose }: { readonly renew: RenewKeys; readonly purpose: RenewPurpose }) {
  const { t } = useTranslation();
  const box = useFirstField();
  return (
    <Stack spacing={4} ref={box}>
      <Typography>{t('setup.check.explanation')}</Typography>
      <CheckFields check={renew.check} />
      <Typography sx={{ color: 'quiet' }}>{t(`security.${purpose}.last`)}</Typography>
    </Stack>
  );
}

function Progress({ renew }: { readonly renew: RenewKeys }) {
  const { t } = useTranslation();
  const { done, total } = renew.progress;
  return (
    <Stack component="output" spacing={2}>
      <Typography>{t('security.busy')}</Typography>
      <LinearProgress
        aria-label={t('security.busy')}
        {...(total === 0 ? {} : { variant: 'determinate', value: (done / total) * 100 })}
      />
    </Stack>
  );
}

/** A new recovery sheet, or with it a new vault key: passphrase, sheet, two words typed back, and only then the change. */
export function RenewKeysDialog({
  purpose,
  onClose,
}: {
  readonly purpose: RenewPurpose;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const renew = useRenewKeys(purpose, onClose);
  const { step } = renew;
  const steps: Readonly<Record<typeof step, ReactNode>> = {
    passphrase: <PassphraseStep renew={renew} purpose={purpose} />,
    sheet: <SheetStep renew={renew} />,
    check: <CheckStep renew={renew} purpose={purpose} />,
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    renew.next();
  };
  const close = (): void => {
    if (!renew.busy && !renew.mustLock) onClose();
  };
  return (
    <Dialog
      open
      onClose={close}
      aria-labelledby={id}
      {...(step === 'sheet' ? { fullScreen: true } : { fullWidth: true, maxWidth: 'sm' })}
    >
      <Box
        component="form"
        noValidate
        onSubmit={submit}
        sx={{
          display: 'flex',
          flexDirection: 'column',
          minHeight: 0,
          height: step === 'sheet' ? '100%' : 'auto',
        }}
      >
        <DialogTitle id={id}>{t(`security.${purpose}.action`)}</DialogTitle>
        <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 4, minHeight: 0 }}>
          {renew.failure !== null && <FailureMessage failure={renew.failure} />}
          <Box sx={{ flex: 1, minHeight: 0 }}>{steps[step]}</Box>
          {renew.busy && <Progress renew={renew} />}
        </DialogContent>
        <DialogActions>
          {renew.mustLock ? (
            <Button variant="contained" onClick={renew.lock}>
              {t('security.lock')}
            </Button>
          ) : (
            <>
              <Button onClick={close} disabled={renew.busy}>
                {t('common.cancel')}
              </Button>
              {step === 'check' && (
                <Button onClick={renew.back} disabled={renew.busy}>
                  {t('common.back')}
                </Button>
              )}
              <Button
                type="submit"
                disabled={renew.busy || (step === 'sheet' && !renew.handedOut)}
                variant="contained"
                color="primary"
              >
                {step === 'check' ? t(`security.${purpose}.action`) : t('common.next')}
              </Button>
            </>
          )}
        </DialogActions>
      </Box>
    </Dialog>
  );
}
