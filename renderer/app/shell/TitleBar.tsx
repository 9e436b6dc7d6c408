import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useClient } from '#renderer/entities/client/index.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { ReminderBell } from '#renderer/features/reminders/index.ts';
import { SaveState } from '#renderer/ui/SaveState.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { runCommand } from '#renderer/ui/commands/index.ts';
import type { FileId } from '#shared/domain/ids.ts';

function CurrentFile({ fileId }: { readonly fileId: FileId }): ReactElement | null {
  const client = useClient(fileId);
  if (!client) return null;
  return (
    <Typography variant="body2" noWrap sx={{ minWidth: 0 }}>
      <Box component="span" aria-hidden sx={{ color: 'quiet', mr: 2 }}>
        ·
      </Box>
      {client.name}
    </Typography>
  );
}

/** Practice, file in hand, whether all is saved, reminders, lock. */
export function TitleBar(): ReactElement {
  const { t } = useTranslation();
  const practice = usePractice();
  const fileId = useParams()['fileId'];
  const name = practice?.letterhead.name ?? '';
  return (
    <Box
      component="header"
      sx={{
        gridArea: 'title',
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        pl: 4,
        pr: 2,
        borderBottom: 1,
        borderColor: 'line',
        minWidth: 0,
      }}
    >
      <Typography variant="body2" noWrap sx={{ fontWeight: 'fontWeightBold' }}>
        {name === '' ? t('shell.app') : name}
      </Typography>
      {fileId !== undefined && <CurrentFile key={fileId} fileId={fileId as FileId} />}
      <Box sx={{ flex: 1 }} />
      <SaveState />
      <ReminderBell />
      <Button variant="text" onClick={() => runCommand('app.palette')}>
        {t('shell.find')}
        <KeyHint keys="mod+k" />
      </Button>
      <Button variant="text" onClick={() => runCommand('app.lock')}>
        {t('shell.command.lock')}
        <KeyHint keys="mod+l" />
      </Button>
    </Box>
  );
}
