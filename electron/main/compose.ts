import { join } from 'node:path';
import { app, dialog, nativeTheme } from 'electron';
import { translator } from '#shared/i18n/translate.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { electronIpc } from './ipc/index.ts';
import type { DataPaths } from './lib/paths.ts';
import { installMenu } from './menu/index.ts';
import { watchPower } from './power/index.ts';
import { createLockRequests } from './power/lock-requests.ts';
import { registerLinkHandlers } from './security/external-links.ts';
import { describeApp, registerAppInfoHandlers } from './services/app-info/handlers.ts';
import { registerBackupHandlers } from './services/backup/handlers.ts';
import { finishRestore } from './services/backup/install.ts';
import { registerAttachmentsHandlers } from './services/attachments/handlers.ts';
import type { MainDeps } from './services/deps.ts';
import { registerDeviceHandlers } from './services/device/handlers.ts';
import { registerDocumentsHandlers } from './services/documents/handlers.ts';
import { registerFilesHandlers } from './services/files/handlers.ts';
import { createUnfinished } from './services/files/unfinished.ts';
import { registerJournalHandlers } from './services/journal/handlers.ts';
import { createJournalService } from './services/journal/journal-service.ts';
import { registerKeyringHandlers } from './services/keyring/handlers.ts';
import { createKeyring } from './services/keyring/keyring.ts';
import type { Log } from './services/log/log.ts';
import { registerRemindersHandlers } from './services/reminders/handlers.ts';
import { createAttempts } from './services/session/attempts.ts';
import { registerScansHandlers } from './services/scans/handlers.ts';
import { registerSessionHandlers } from './services/session/handlers.ts';
import { createSession, type SessionService } from './services/session/session.ts';
import { registerSettingsHandlers } from './services/settings/handlers.ts';
import { createSettings, type SettingsService } from './services/settings/settings.ts';
import { registerSpaceHandlers } from './services/space/handlers.ts';
import { createVaultService } from './services/vault/vault.ts';
import { registerVaultHandlers } from './services/vault/handlers.ts';
import { installTray } from './tray/index.ts';
import { type AppWindow, createAppWindow } from './window/app-window.ts';
import { type ClosePath, createClosePath } from './window/close-path.ts';
import { createCrashGuard } from './window/crash-guard.ts';

/** Where the built preload lies. */
const PRELOAD = join(import.meta.dirname, '../preload/index.cjs');

interface Start {
  readonly paths: DataPaths;
  readonly log: Log;
  /** Another version used these data last: a backup from before is wanted. */
  readonly upgraded: boolean;
  /** That backup is there. */
  readonly upgradeBackedUp: () => Promise<void>;
}

/** Puts the parts of the main process together and registers every handler. The app must be ready. */
export function compose({ paths, log, ...upgrade }: Start): { readonly window: AppWindow } {
  const settings = createSettings({ file: paths.settingsFile, locale: app.getLocale(), log });
  const session = createSession();
  const crashed = createCrashGuard({ clock: systemClock, giveUp: () => endBroken(settings) });
  const window: AppWindow = createAppWindow({
    log,
    placeFile: paths.windowFile,
    preload: PRELOAD,
    onClose: () => closePath.windowClosing(),
    mayClose: () => closePath.ending(),
    onGone: () => replaceLocked(session, window, crashed),
  });
  const ipc = electronIpc(() => peerOf(window), log);
  const deps: MainDeps = { ipc, paths, clock: systemClock, log, settings, session, window };
  const endServices = registerServices(deps, upgrade);

  const locks = createLockRequests(deps);
  const tray = installTray({ ...deps, locks });
  const closePath: ClosePath = createClosePath({
    ...deps,
    hasTray: () => tray.exists(),
    onQuit: async () => {
      await window.remember();
      await endServices();
    },
  });
  installMenu(deps);
  watchPower({ settings, locks });
  followTheme(settings);
  const missing = ipc.unhandled();
  if (missing.length > 0) throw new Error(`No handler for ${missing.join(', ')}`);
  return { window };
}

/** Registers the handlers of every service. Returns their last work. */
function registerServices(
  deps: MainDeps,
  { upgraded, upgradeBackedUp }: Pick<Start, 'upgraded' | 'upgradeBackedUp'>,
): () => Promise<void> {
  const { ipc, paths, clock, log } = deps;
  const vault = createVaultService({ ...deps, settle: () => finishRestore(paths, clock.now()) });
  const journal = createJournalService({ paths, vault, log });
  const version = app.getVersion();
  const electronVersion = process.versions['electron'];
  const info = describeApp({
    version,
    dataFolder: paths.userData,
    platform: process.platform,
    electronVersion,
    upgraded,
    startedAt: clock.now(),
  });

  registerAppInfoHandlers({ ...deps, info });
  const space = registerSpaceHandlers(deps);
  registerSettingsHandlers({ ...deps, space });
  const unfinished = createUnfinished(paths.unfinishedFile);
  void unfinished.clear();
  const keyring = createKeyring({ folder: paths.keyring, log, clock });
  registerVaultHandlers({
    ipc,
    vault,
    keyring,
    space,
    headerChanged: () =>
      void backups.mirrorKeyring().catch((error: unknown) => log.error('Header not mirrored', error)),
  });
  registerKeyringHandlers({
    ...deps,
    vault,
    keyring,
    space,
    removeChunks: (names) => attachments.removeChunks(names),
  });
  registerJournalHandlers({ ipc, journal, space });
  const backups = registerBackupHandlers({ ...deps, vault, journal, keyring, upgradeBackedUp });
  keyring.onChange(async (_file, change) => {
    if (change === 'added') return []; // Follows with the next backup, which is the first to need it.
    const mirrored = await backups.mirrorKeyring();
    return mirrored.map(({ path, done }) => ({ place: path, reached: done }));
  });
  registerSessionHandlers({ ...deps, attempts: createAttempts({ file: paths.attemptsFile, clock, log }) });
  registerDeviceHandlers(deps);
  registerLinkHandlers(deps);
  registerDocumentsHandlers({ ...deps, unfinished });
  registerFilesHandlers({ ...deps, unfinished });
  const attachments = registerAttachmentsHandlers({
    ...deps,
    namedByBackups: () => backups.namedChunks(),
    copyFolders: () => backups.chunkFolders(),
  });
  registerScansHandlers({ ...deps, attachments });
  registerRemindersHandlers(deps);
  return async () => {
    space.end();
    await attachments.endJobs();
    await backups.release();
    await journal.close();
  };
}

function peerOf(window: AppWindow) {
  const contents = window.current()?.webContents;
  if (contents === undefined) return null;
  return { id: contents.id, send: (event: string, payload: unknown) => contents.send(event, payload) };
}

/** A renderer that died takes the open vault with it: what follows is locked. */
function replaceLocked(session: SessionService, window: AppWindow, crashed: () => boolean): void {
  session.lock();
  if (!crashed()) window.replace();
}

function endBroken(settings: SettingsService): void {
  const t = translator(settings.read().language);
  dialog.showErrorBox(t('main.crash.title'), t('main.crash.text'));
  app.exit(1);
}

function followTheme(settings: SettingsService): void {
  const apply = (): void => {
    nativeTheme.themeSource = settings.read().theme;
  };
  apply();
  settings.onChange(apply);
}
