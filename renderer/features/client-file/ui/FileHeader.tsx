import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { nextDates } from '#renderer/lib/next-date.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { NotForClient } from '#renderer/ui/looking/index.ts';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import type { Client } from '#shared/domain/client.ts';
import { dayOf, formatDay, formatRelative } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import type { FileRecords } from '../model/timeline.ts';
import { standingName } from '#shared/i18n/translate.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';

interface FileHeaderProps {
  readonly client: Client;
  readonly records: FileRecords | undefined;
  readonly onMeet: () => void;
  readonly onTask: () => void;
  readonly onPrint: () => void;
  readonly onEdit: () => void;
  readonly onErase: () => void;
}

function Meta({ client, records }: Pick<FileHeaderProps, 'client' | 'records'>): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = systemClock.now();
  const last = records?.notes.reduce((newest, { startedAt }) => Math.max(newest, startedAt), 0) ?? 0;
  const next = nextDates(records?.tasks ?? [], records?.reminders ?? [], dayOf(now)).get(client.fileId);
  return (
    <>
      <NotForClient>
        <span>{t(`domain.clientKind.${client.kind}`)}</span>
        <span>{standingName(t, client)}</span>
      </NotForClient>
      <span>
        {last === 0
          ? t('clients.file.noContact')
          : t('clients.file.lastContact', { when: formatRelative(last, now, language) })}
      </span>
      <span>
        {next === undefined
          ? t('clients.file.noNextDate')
          : t('clients.file.nextDate', { day: formatDay(next, language) })}
      </span>
      {client.sample && <Chip label={t('clients.sampleClient')} />}
    </>
  );
}

/** What is seldom wanted, out of the way of what often is. */
function MoreMenu({ onErase }: Pick<FileHeaderProps, 'onErase'>): ReactElement {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor === null ? undefined : id}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('erasure.more')}
      </Button>
      <Menu id={id} anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem
          onClick={() => {
            setAnchor(null);
            onErase();
          }}
        >
          {t('erasure.menu')}
        </MenuItem>
      </Menu>
    </>
  );
}

/** Who this is, how it stands, and what can be done. */
export function FileHeader({
  client,
  records,
  onMeet,
  onTask,
  onPrint,
  onEdit,
  onErase,
}: FileHeaderProps): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenHeader title={client.name} meta={<Meta client={client} records={records} />}>
      <Button onClick={onEdit}>
        {t('common.edit')}
        <KeyHint keys="e" />
      </Button>
      <Writes>
        <Button onClick={onTask}>
          {t('clients.file.newTask')}
          <KeyHint keys="t" />
        </Button>
      </Writes>
      <Button onClick={onPrint}>
        {t('clients.file.print')}
        <KeyHint keys="mod+p" />
      </Button>
      <Writes>
        <NotForClient>
          <MoreMenu onErase={onErase} />
        </NotForClient>
        <Button variant="contained" color="primary" onClick={onMeet}>
          {t('clients.file.meet')}
          <KeyHint keys="mod+m" />
        </Button>
      </Writes>
    </ScreenHeader>
  );
}
