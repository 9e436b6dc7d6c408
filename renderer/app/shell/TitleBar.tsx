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
import { keyLabel, runCommand } from '#renderer/ui/commands/index.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { type Step, STEP_KEYS, useCanStep } from './way.ts';

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

const ARROWS: Readonly<Record<Step, string>> = { back: '←', forward: '→' };

function StepButton({ step }: { readonly step: Step }): ReactElement {
  const { t } = useTranslation();
  const title = t(`shell.command.${step}`);
  return (
    <Button
      variant="text"
      aria-label={title}
      title={`${title} (${keyLabel(STEP_KEYS[step])})`}
      disabled={!useCanStep(step)}
      onClick={() => runCommand(`go.${step}`)}
      sx={{ minWidth: 0, px: 2 }}
    >
      {ARROWS[step]}
    </Button>
  );
}

/** The way back and forth, practice, file in hand, whether all is saved, reminders, lock. */
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
        px: 2,
        borderBottom: 1,
        borderColor: 'line',
        minWidth: 0,
      }}
    >
      <Box sx={{ display: 'flex' }}>
        <StepButton step="back" />
        <StepButton step="forward" />
      </Box>
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
