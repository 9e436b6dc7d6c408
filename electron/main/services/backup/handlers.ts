import { app, dialog, type OpenDialogOptions } from 'electron';
import type { MainDeps } from '#main/services/deps.ts';
import type { JournalService } from '#main/services/journal/journal-service.ts';
import type { KeyringService } from '#main/services/keyring/keyring.ts';
import type { VaultService } from '#main/services/vault/vault.ts';
import { BackupService } from './backup-service.ts';
import { companionsNow } from './beside.ts';
import { isOnChain, shortenJournal } from './compaction.ts';
import { dropUnfinishedRestore } from './install.ts';
import { RestoreService } from './restore-service.ts';

interface Deps extends MainDeps {
  readonly vault: VaultService;
  readonly journal: JournalService;
  readonly keyring: KeyringService;
  /** A backup of what an older version left is there. */
  readonly upgradeBackedUp: () => Promise<void>;
}

/** `backups.*` and `restore.*` */
export function registerBackupHandlers(deps: Deps): BackupService {
  const { ipc, paths, session, window, journal, keyring, log } = deps;

  async function ask(properties: NonNullable<OpenDialogOptions['properties']>): Promise<string | null> {
    const options: OpenDialogOptions = { properties: [...properties, 'dontAddToRecent'] };
    const parent = window.current();
    const { canceled, filePaths } = await (parent
      ? dialog.showOpenDialog(parent, options)
      : dialog.showOpenDialog(options));
    return canceled ? null : (filePaths[0] ?? null);
  }

  dropUnfinishedRestore(paths).catch((error: unknown) => log.error('An unfinished restore stays', error));
  const restore = new RestoreService({
    ...deps,
    choose: (from) => ask([from === 'file' ? 'openFile' : 'openDirectory']),
    onProgress: (progress) => ipc.emit('restore.progress', progress),
    release: async () => {
      await backups.release();
      await journal.close();
      keyring.forget();
    },
  });
  const backups: BackupService = new BackupService({
    ...deps,
    offeredPath: (backupId) => restore.pathOf(backupId),
    watched: (work) => restore.watched(work),
    appVersion: app.getVersion(),
    companions: () => companionsNow(deps),
    isOnChain: async (seq, hash) => isOnChain(await journal.open(), seq, hash),
    chooseFolder: () => ask(['openDirectory', 'createDirectory']),
    onVerified: async (local, reason) => {
      if (reason === 'beforeUpgrade') await deps.upgradeBackedUp();
      await shortenJournal(await journal.open(), local);
    },
    onChange: () => ipc.emit('backups.changed', undefined),
  });
  session.onChange((unlocked) => {
    if (unlocked) return;
    backups
      .release()
      .catch((error: unknown) => log.error('An unfinished backup could not be removed', error));
  });

  ipc.handle('backups.status', () => backups.status());
  ipc.handle('backups.addPlace', () => backups.addPlace());
  ipc.handle('backups.removePlace', ({ placeId }) => backups.removePlace(placeId));
  ipc.handle('backups.begin', async (request) => ({ jobId: await backups.begin(request) }));
  ipc.handle('backups.add', ({ jobId, entry }) => backups.add(jobId, entry));
  ipc.handle('backups.end', (request) => backups.end(request));
  ipc.handle('backups.finish', (request) => backups.finish(request));
  ipc.handle('backups.abandon', ({ jobId }) => backups.abandon(jobId));
  ipc.handle('backups.list', () => backups.list());
  ipc.handle('backups.open', (request) => backups.open(request));
  ipc.handle('backups.read', async ({ readId }) => ({ ops: await backups.read(readId) }));
  ipc.handle('backups.closeRead', ({ readId }) => backups.closeRead(readId));
  ipc.handle('backups.trust', ({ readId }) => backups.trust(readId));
  ipc.handle('backups.noteDrill', ({ ok }) => backups.noteDrill(ok));
  ipc.handle('restore.choose', (request) => restore.choose(request));
  ipc.handle('restore.install', (request) => restore.install(request));
  ipc.handle('restore.cancel', () => restore.cancel());
  return backups;
}
