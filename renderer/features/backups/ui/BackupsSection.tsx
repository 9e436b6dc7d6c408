import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { readBackups, useBackups, useBackupsStatus } from '#renderer/entities/backup/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { isOverdue, useBackupWork } from '#renderer/operations/backups.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { dayOf, formatLongDay, formatMoment } from '#shared/i18n/format.ts';
import type { BackupsStatus } from '#shared/ipc/contract/backups.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { BackupList } from './BackupList.tsx';
import { BackUpNow } from './BackUpNow.tsx';
import { Facts } from './Facts.tsx';
import { Places } from './Places.tsx';
import { RestoreWizard } from './RestoreWizard.tsx';
import { WithoutApp } from './WithoutApp.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';

/** A drive may be plugged in or out at any time while this is looked at; milliseconds. */
const LOOK_AGAIN_MS = 15_000;

function useFreshBackups(): void {
  useEffect(() => {
    const read = (): void => void readBackups().catch(() => undefined);
    read();
    const timer = setInterval(read, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
}

function Overdue({ since }: { readonly since: number }): ReactElement {
  const { t } = useTranslation();
  const moment = formatMoment(since, useLanguage());
  return (
    <Alert severity="warning">
      <Typography sx={{ fontWeight: 'fontWeightBold' }}>
        {t('backups.overdue.happened', { moment })}
      </Typography>
      <Typography>{t('backups.overdue.kept')}</Typography>
      <Typography>{t('backups.overdue.todo')}</Typography>
    </Alert>
  );
}

function State({ status }: { readonly status: BackupsStatus }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { unbackedSince } = useBackupWork();
  const { lastVerifiedAt, lastDrill } = status;
  const longDay = (at: number): string => formatLongDay(dayOf(at), language);
  const proven = (): string => {
    if (lastDrill === null) return t('backups.fact.never');
    return lastDrill.ok ? longDay(lastDrill.at) : t('backups.fact.failedOn', { day: longDay(lastDrill.at) });
  };
  const unbacked = unbackedSince ?? null;
  return (
    <>
      {unbacked !== null && isOverdue(unbacked, systemClock.now()) && <Overdue since={unbacked} />}
      <Facts
        facts={[
          {
            name: t('backups.fact.verified'),
            text: lastVerifiedAt === null ? t('backups.fact.never') : formatMoment(lastVerifiedAt, language),
          },
          { name: t('backups.fact.proven'), text: proven() },
          {
            name: t('backups.fact.unbacked'),
            text:
              unbacked === null
                ? t('backups.fact.none')
                : t('backups.fact.since', { moment: formatMoment(unbacked, language) }),
          },
        ]}
      />
      <Typography variant="body2" sx={{ color: 'quiet' }}>
        {t('backups.fact.provenHint')}
      </Typography>
    </>
  );
}

/** The part of the settings about backups: how it stands, places, what is kept, restoring, and recovery without the app. */
export function BackupsSection(): ReactElement {
  const { t } = useTranslation();
  const status = useBackupsStatus();
  const list = useBackups();
  const [restoring, setRestoring] = useState(false);
  const [search] = useSearchParams();
  const wanted = search.get('part') === 'backups';
  const place = useRef<HTMLDivElement>(null);
  useFreshBackups();
  const known = status !== undefined && list !== undefined;
  useEffect(() => {
    if (!wanted || !known) return;
    place.current?.scrollIntoView();
    place.current?.focus({ preventScroll: true });
  }, [wanted, known]);
  return (
    <Box ref={place} tabIndex={-1} sx={{ '&:focus': { outline: 'none' } }}>
      <Section title={t('backups.title')} text={t('backups.text')}>
        {known && (
          <>
            <State status={status} />
            <BackUpNow />
            <Places places={status.places} />
            <BackupList list={list} />
            <div>
              <Writes>
                <Button disabled={list.length === 0} onClick={() => setRestoring(true)}>
                  {t('backups.wizard.open')}
                </Button>
              </Writes>
            </div>
            <WithoutApp fileName={list[0]?.fileName ?? null} />
            {restoring && <RestoreWizard list={list} onClose={() => setRestoring(false)} />}
          </>
        )}
      </Section>
    </Box>
  );
}
