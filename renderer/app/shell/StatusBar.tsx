import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { keyLabel, runCommand } from '#renderer/ui/commands/index.ts';
import { NotForClient } from '#renderer/ui/looking/index.ts';
import { BackupState } from './BackupState.tsx';

/** A word of the bar that runs a command. */
const CommandLink = (props: { readonly command: string; readonly children: string }): ReactElement => (
  <Link
    component="button"
    type="button"
    underline="hover"
    color="inherit"
    onClick={() => runCommand(props.command)}
    sx={{ typography: 'caption' }}
  >
    {props.children}
  </Link>
);

/** What holds for the whole app: that it needs no network, how well it is backed up, and that the data is made up while it is. */
export function StatusBar(): ReactElement {
  const { t } = useTranslation();
  const sample = usePractice()?.sample === true;
  return (
    <Box
      component="footer"
      sx={{
        gridArea: 'status',
        display: 'flex',
        alignItems: 'center',
        gap: 4,
        px: 4,
        borderTop: 1,
        borderColor: 'line',
        typography: 'caption',
        color: 'quiet',
        whiteSpace: 'nowrap',
        overflow: 'hidden',
      }}
    >
      <span>{t('shell.status.offline')}</span>
      <BackupState />
      {sample && (
        <Box component="strong" sx={{ color: 'warning.main' }}>
          {t('shell.status.sample')}
        </Box>
      )}
      <Box sx={{ flex: 1 }} />
      <NotForClient>
        <CommandLink command="app.look">{t('looking.status', { key: keyLabel('f9') })}</CommandLink>
      </NotForClient>
      <CommandLink command="app.keys">{t('shell.status.keys')}</CommandLink>
    </Box>
  );
}
