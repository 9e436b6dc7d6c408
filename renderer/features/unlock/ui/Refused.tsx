import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { VaultStatus } from '#shared/ipc/contract.ts';
import { Frame } from '#renderer/ui/Frame.tsx';

/** Says why a vault cannot be opened by this app, what was kept and what to do. */
export function Refused({
  status,
  onRestore,
}: {
  readonly status: Extract<VaultStatus, { state: 'damaged' | 'newer' }>;
  readonly onRestore: () => void;
}) {
  const { t } = useTranslation();
  if (status.state === 'newer') {
    return (
      <Frame title={t('unlock.newer.title')}>
        <Stack spacing={3} role="alert">
          <Typography>{t('unlock.newer.happened', { format: status.format })}</Typography>
          <Typography>{t('unlock.newer.kept')}</Typography>
          <Typography>{t('unlock.newer.todo')}</Typography>
        </Stack>
      </Frame>
    );
  }
  return (
    <Frame title={t('unlock.damaged.title')}>
      <Stack spacing={3} role="alert">
        <Typography>{t('unlock.damaged.happened')}</Typography>
        <Typography>{t('unlock.damaged.kept')}</Typography>
        <Typography
          component="code"
          sx={{
            overflowWrap: 'anywhere',
            userSelect: 'all',
            fontFamily: 'inherit',
            fontWeight: 'fontWeightBold',
          }}
        >
          {status.folder}
        </Typography>
        <Typography>{t('unlock.damaged.todo')}</Typography>
      </Stack>
      <div>
        <Button variant="contained" color="primary" onClick={onRestore}>
          {t('restore.offer')}
        </Button>
      </div>
    </Frame>
  );
}
