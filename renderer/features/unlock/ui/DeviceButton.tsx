import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Door, OpenedDoor } from '#renderer/db/index.ts';
import { platform } from '#renderer/platform/index.ts';
import { inside } from '../model/inside.ts';

/** Asks this computer's keychain for its secret, and tries it. Null when there is none, or it does not open. */
async function openWithDevice(door: Door): Promise<OpenedDoor | null> {
  const answer = await platform().device.read();
  if (!answer.ok || answer.value.secret === null) return null;
  const { secret } = answer.value;
  const { openDoor, unlockWithSecret } = await inside();
  try {
    return await openDoor(door, async (header) => unlockWithSecret(header, secret));
  } finally {
    secret.fill(0);
  }
}

/** Opens the vault with this computer, where its owner has chosen that. When it fails, the passphrase is asked for as ever. */
export function DeviceButton({
  door,
  disabled,
  onOpened,
  onFailure,
}: {
  readonly door: Door;
  readonly disabled: boolean;
  readonly onOpened: (opened: OpenedDoor) => Promise<void>;
  readonly onFailure: (failure: unknown) => void;
}) {
  const { t } = useTranslation();
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  if (door.header.slots.device === undefined) return null;
  const open = async (): Promise<void> => {
    setState('busy');
    try {
      const opened = await openWithDevice(door);
      if (opened !== null) await onOpened(opened);
      setState(opened === null ? 'failed' : 'ready');
    } catch (thrown) {
      onFailure(thrown);
      setState('failed');
    }
  };
  return (
    <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
      <Button onClick={() => void open()} disabled={disabled || state === 'busy'}>
        {t('unlock.device.open')}
      </Button>
      <Typography component="output">{state === 'failed' ? t('unlock.device.failed') : null}</Typography>
    </Stack>
  );
}
