import { join } from 'node:path';
import { safeStorage } from 'electron';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { MainDeps } from '#main/services/deps.ts';
import { createDevice } from './device.ts';

/** `device.*`: opening the vault with this computer's keychain. */
export function registerDeviceHandlers({ ipc, paths, session, log }: MainDeps): void {
  const device = createDevice({
    file: join(paths.userData, 'device.json'),
    keychain: safeStorage,
    platform: process.platform,
    log,
  });
  const whileOpen = (): void => {
    if (!session.isUnlocked()) throw new MainFailure('refused');
  };
  ipc.handle('device.status', () => device.status());
  ipc.handle('device.make', async () => {
    whileOpen();
    return { secret: await device.make() };
  });
  ipc.handle('device.read', async () => ({ secret: await device.read() }));
  ipc.handle('device.forget', () => {
    whileOpen();
    return device.forget();
  });
}
