import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useBackupsStatus } from '#renderer/entities/backup/index.ts';
import { useReadOnly } from '#renderer/ui/read-only/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import { addPlace } from '../model/add-place.ts';

/** Advice to choose a second place for backups; nothing while there is one, that is not known, or nothing can be changed. */
export function SecondPlaceAdvice({ onLater }: { readonly onLater: () => void }): ReactElement | null {
  const { t } = useTranslation();
  const title = useId();
  const status = useBackupsStatus();
  const readOnly = useReadOnly();
  if (readOnly || !status || status.places.some(({ local }) => !local)) return null;
  return (
    <Box
      component="section"
      aria-labelledby={title}
      sx={{
        mx: 6,
        mb: 5,
        px: 4,
        py: 3,
        border: 1,
        borderColor: 'line',
        borderLeft: 4,
        borderLeftColor: 'warning.main',
        bgcolor: 'surface',
        display: 'grid',
        gap: 3,
      }}
    >
      <div>
        <Typography id={title} variant="h2">
          {t('backups.place.suggestTitle')}
        </Typography>
        <Typography sx={{ mt: 1, maxWidth: '84ch' }}>{t('backups.place.onlyLocal')}</Typography>
      </div>
      <Stack direction="row" spacing={3}>
        <Button onClick={() => watched(addPlace(t), t)}>{t('backups.place.choose')}</Button>
        <Button variant="text" onClick={onLater}>
          {t('backups.place.later')}
        </Button>
      </Stack>
    </Box>
  );
}
