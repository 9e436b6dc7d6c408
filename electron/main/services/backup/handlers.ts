import { MainFailure } from '#main/lib/main-failure.ts';
import type { MainDeps } from '#main/services/deps.ts';

const refuse = (): never => {
  throw new MainFailure('refused');
};

/** `backups.*` and `restore.*` */
export function registerBackupHandlers({ ipc }: Pick<MainDeps, 'ipc'>): void {
  ipc.handle('backups.status', () => ({ places: [], lastVerifiedAt: null, lastDrill: null }));
  ipc.handle('backups.addPlace', () => ({ state: 'cancelled' }));
  ipc.handle('backups.removePlace', () => undefined);
  ipc.handle('backups.begin', refuse);
  ipc.handle('backups.add', refuse);
  ipc.handle('backups.finish', refuse);
  ipc.handle('backups.abandon', () => undefined);
  ipc.handle('backups.list', () => []);
  ipc.handle('backups.open', refuse);
  ipc.handle('backups.read', refuse);
  ipc.handle('backups.closeRead', () => undefined);
  ipc.handle('backups.noteDrill', () => undefined);
  ipc.handle('restore.choose', () => ({ state: 'cancelled' }));
  ipc.handle('restore.install', refuse);
}
