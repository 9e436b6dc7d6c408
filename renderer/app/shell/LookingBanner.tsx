import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/entities/client/index.ts';
import { useLooking } from '#renderer/lib/looking.ts';
import { runCommand } from '#renderer/ui/commands/index.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { type FileId, PRACTICE_FILE } from '#shared/domain/ids.ts';

function Sign({ fileId }: { readonly fileId: FileId | null }): ReactElement {
  const { t } = useTranslation();
  const client = useClient(fileId ?? PRACTICE_FILE);
  return (
    <Box
      component="section"
      aria-label={t('looking.label')}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: 6,
        py: 1,
        bgcolor: 'selected',
        borderBottom: 1,
        borderColor: 'line',
      }}
    >
      <Typography component="output" variant="body2" noWrap sx={{ flex: 1, minWidth: 0 }}>
        {client ? t('looking.on', { client: client.name }) : t('looking.onNobody')}
      </Typography>
      <Button size="small" onClick={() => runCommand('app.look')}>
        {t('looking.stop')}
        <KeyHint keys="f9" />
      </Button>
    </Box>
  );
}

/** Says, on every screen, that only one client's file can be seen. */
export function LookingBanner(): ReactElement | null {
  const looking = useLooking();
  return looking && <Sign fileId={looking.fileId} />;
}
