import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { platform } from '#renderer/platform/index.ts';
import { useReadOnly } from '#renderer/ui/read-only/index.ts';
import { runCommand } from '#renderer/ui/commands/index.ts';

/** Says on every screen of a vault that can only be read why that is so, and leads back as soon as there is room. */
export function ReadOnlyBanner(): ReactElement | null {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const [room, setRoom] = useState(false);
  useEffect(() => platform().on('space.changed', ({ state }) => setRoom(state !== 'full')), []);
  if (!readOnly) return null;
  const again = (
    <Button color="inherit" size="small" onClick={() => runCommand('app.lock')}>
      {t('space.rescue.again')}
    </Button>
  );
  return (
    <Alert severity="warning" sx={{ m: 3 }} {...(room ? { action: again } : {})}>
      {t('space.rescue.banner')}
    </Alert>
  );
}
