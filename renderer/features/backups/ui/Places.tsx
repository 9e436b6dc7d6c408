import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { backupCommands } from '#renderer/entities/backup/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { notify } from '#renderer/ui/notices.ts';
import { watched } from '#renderer/ui/watched.ts';
import { formatMoment } from '#shared/i18n/format.ts';
import type { BackupPlace } from '#shared/ipc/contract/backups.ts';
import type { FailureCode } from '#shared/ipc/failure.ts';
import { addPlace } from '../model/add-place.ts';

interface PlaceLine {
  readonly text: string;
  readonly warning?: boolean;
}

function usePlaceState(): (place: BackupPlace) => readonly PlaceLine[] {
  const { t } = useTranslation();
  const language = useLanguage();
  /** What went wrong is said where the place alone tells it. */
  const cause = (code: FailureCode, folder: string): string =>
    code === 'diskFull' || code === 'readOnly'
      ? t(`errors.${code}.happened`, { folder })
      : t('backups.place.failed');
  return ({ path, reachable, lastVerifiedAt, lastFailure }) => {
    const verified =
      lastVerifiedAt === null
        ? t('backups.place.noneYet')
        : t('backups.place.lastVerified', { moment: formatMoment(lastVerifiedAt, language) });
    if (!reachable) {
      // What lies in a place that is not there is not known.
      return [{ text: t('backups.place.absent') }, ...(lastVerifiedAt === null ? [] : [{ text: verified }])];
    }
    if (lastFailure === null) return [{ text: verified }];
    const failed = `${cause(lastFailure, path)} ${t(`errors.${lastFailure}.todo`)}`;
    return [{ text: failed, warning: true }, { text: verified }];
  };
}

function Place({ place }: { readonly place: BackupPlace }): ReactElement {
  const { t } = useTranslation();
  const states = usePlaceState()(place);
  const [removing, setRemoving] = useState(false);
  const { path, local, placeId } = place;
  const remove = async (): Promise<void> => {
    setRemoving(true);
    try {
      await backupCommands.removePlace(placeId);
      notify({ text: t('backups.place.removed', { path }) });
    } finally {
      setRemoving(false);
    }
  };
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 3, alignItems: 'flex-start', py: 2, borderBottom: 1, borderColor: 'line' }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        {local && <Typography>{t('backups.place.local')}</Typography>}
        <Typography
          variant={local ? 'body2' : 'body1'}
          sx={{ overflowWrap: 'anywhere', userSelect: 'text', ...(local && { color: 'quiet' }) }}
        >
          {path}
        </Typography>
        {states.map(({ text, warning = false }) => (
          <Typography key={text} variant="body2" sx={{ color: warning ? 'warning.main' : 'quiet' }}>
            {text}
          </Typography>
        ))}
      </Box>
      {!local && (
        <Button
          variant="text"
          disabled={removing}
          aria-label={t('backups.place.removeNamed', { path })}
          onClick={() => watched(remove(), t)}
        >
          {t('common.remove')}
        </Button>
      )}
    </Box>
  );
}

/** The folders backups are kept in, and the advice to have a second one. */
export function Places({ places }: { readonly places: readonly BackupPlace[] }): ReactElement {
  const { t } = useTranslation();
  const title = useId();
  const alone = places.every(({ local }) => local);
  return (
    <Box component="section" aria-labelledby={title} sx={{ display: 'grid', gap: 3 }}>
      <Typography id={title} variant="h3">
        {t('backups.place.title')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'line' }}>
        {places.map((place) => (
          <Place key={place.placeId} place={place} />
        ))}
      </Box>
      {alone && <Alert severity="warning">{t('backups.place.onlyLocal')}</Alert>}
      <div>
        <Button onClick={() => watched(addPlace(t), t)}>
          {t(alone ? 'backups.place.choose' : 'backups.place.add')}
        </Button>
      </div>
    </Box>
  );
}
