import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/i18n/numbers.ts';
import type { PayloadOf } from '#shared/ipc/contract.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { platform } from '#renderer/platform/index.ts';
import { Frame } from '#renderer/ui/Frame.tsx';

const BYTES_A_MB = 1024 * 1024;

type Space = PayloadOf<'space.changed'>;

/** Reads the room on the disk, and calls back as soon as there is enough again. */
function useSpace(onEnough: () => void): Space | null {
  const [space, setSpace] = useState<Space | null>(null);
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const result = await platform().space.status();
      if (result.ok && !gone) setSpace(result.value);
    };
    void read();
    const end = platform().on('space.changed', (now) => {
      if (now.state !== 'full') onEnough();
    });
    return () => {
      gone = true;
      end();
    };
  }, [onEnough]);
  return space;
}

interface DiskFullProps {
  /** Looks again; called by itself as soon as there is room. */
  readonly onRetry: () => void;
  /** Goes on without changing anything. */
  readonly onRead: () => void;
}

/** Says that the disk is full, that nothing is lost, and offers to read or to look again. */
export function DiskFull({ onRetry, onRead }: DiskFullProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const space = useSpace(onRetry);
  const retry = t('common.retry');
  const megabytes = (bytes: number): string => formatNumber(Math.floor(bytes / BYTES_A_MB), language);
  return (
    <Frame title={t('space.rescue.title')}>
      <Stack spacing={3} role="alert">
        <Typography sx={{ minHeight: '3em', overflowWrap: 'anywhere' }}>
          {space === null
            ? null
            : t('space.rescue.happened', {
                folder: space.folder,
                free: megabytes(space.freeBytes),
                needed: megabytes(space.neededBytes),
              })}
        </Typography>
        <Typography>{t('space.rescue.kept')}</Typography>
        <Typography>{t('space.rescue.todo', { retry })}</Typography>
      </Stack>
      <Stack direction="row" spacing={3} sx={{ justifyContent: 'space-between', flexWrap: 'wrap' }}>
        <Button variant="text" onClick={onRead} sx={{ ml: -2 }}>
          {t('space.rescue.read')}
        </Button>
        <Button variant="contained" color="primary" onClick={onRetry}>
          {retry}
        </Button>
      </Stack>
    </Frame>
  );
}
