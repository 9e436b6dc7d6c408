import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auditQueries, exportLog } from '#renderer/entities/audit/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { type AuditVerdict, verifyAuditChain } from '#shared/formats/audit-chain.ts';
import { dayOf, formatDay } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';

type Said =
  | { readonly kind: 'verdict'; readonly verdict: AuditVerdict }
  | { readonly kind: 'saved'; readonly fileName: string; readonly folder: string }
  | { readonly kind: 'failed'; readonly failure: unknown };

function Outcome({ said }: { readonly said: Said }): ReactElement {
  const { t } = useTranslation();
  if (said.kind === 'failed') return <FailureMessage failure={said.failure} />;
  if (said.kind === 'saved') {
    const { fileName, folder } = said;
    return <Alert severity="success">{t('activity.saved', { fileName, folder })}</Alert>;
  }
  const { verdict } = said;
  if (verdict.state === 'broken')
    return (
      <Alert severity="error">
        {t(`activity.broken.${verdict.what}`, { number: verdict.at })} {t('activity.brokenTodo')}
      </Alert>
    );
  return (
    <Alert severity="success">
      {t('activity.whole', { count: verdict.entries, hash: verdict.lastHash.slice(0, 16) })}
    </Alert>
  );
}

/** Checks the log and exports it, and says what came of it. */
export function LogActions(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<Said | null>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setSaid(null);
    try {
      setSaid(await work());
    } catch (failure) {
      setSaid({ kind: 'failed', failure });
    }
    setBusy(false);
  };
  const verify = (): void =>
    void run(async () => ({ kind: 'verdict', verdict: verifyAuditChain(await auditQueries.all()) }));
  const save = (): void =>
    void run(async () => {
      const now = systemClock.now();
      const name = t('activity.fileName', { day: formatDay(dayOf(now), language) });
      const saved = await exportLog(name, now);
      return saved.state === 'saved' ? { ...saved, kind: 'saved' } : null;
    });
  const group = t('activity.title');
  useCommands([
    { id: 'activity.verify', title: t('activity.verify'), group, keys: 'v', run: verify },
    { id: 'activity.export', title: t('activity.export'), group, keys: 'mod+s', run: save },
  ]);
  return (
    <>
      <Button onClick={verify} disabled={busy}>
        {t('activity.verify')}
        <KeyHint keys="v" />
      </Button>
      <Button onClick={save} disabled={busy}>
        {t('activity.export')}
        <KeyHint keys="mod+s" />
      </Button>
      <Box role="status" sx={{ flexBasis: '100%' }}>
        {said && <Outcome said={said} />}
      </Box>
    </>
  );
}
